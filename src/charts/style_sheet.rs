//! In: the text of a theme's `charts.css`. Out: as much of it as a chart needs that is a file of its own.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use memchr::memmem;
use rustc_hash::FxHashMap;

/// A style sheet, read once for many charts.
#[derive(Debug)]
pub struct StyleSheet {
    /// The outermost rules, without comments and needless blanks.
    rules: Vec<String>,
    /// What has been made of it, by the looks that were asked for: charts of one kind nearly always have the same.
    made: Mutex<FxHashMap<String, Arc<str>>>,
}

impl StyleSheet {
    pub fn new(text: &str) -> Self {
        let known = |c: &char| matches!(c, '\n' | '\t' | ' '..='\u{FFFD}' | '\u{10000}'..);
        let text: String = tight(text).chars().filter(known).collect();
        Self { rules: rules(&text).map(str::to_owned).collect(), made: Mutex::default() }
    }

    /// The content of an XML element, without the rules for looks (`.c-…`) that `body` does not have, and
    /// without conditions (`@media …`) under which only such rules stand.
    pub(super) fn content(&self, body: &str) -> Arc<str> {
        let looks = looks(body);
        let key = looks.iter().copied().collect::<Vec<_>>().join(" ");
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = made().get(&key) {
            return Arc::clone(text);
        }
        let text: Arc<str> = self.with(&looks).into();
        made().insert(key, Arc::clone(&text));
        text
    }

    /// As much of it as some looks need.
    fn with(&self, looks: &BTreeSet<&str>) -> String {
        let needed = self.rules.iter().filter(|rule| needed(rule, looks));
        let text: String = needed.map(String::as_str).collect();
        let text = without_idle_colours(&text);
        if text.contains(['<', '&']) || text.contains("]]>") {
            return format!("<![CDATA[{}]]>", text.replace("]]>", "]] >"));
        }
        text
    }
}

/// The looks of a drawing: its classes that begin with `c-`, without that.
fn looks(body: &str) -> BTreeSet<&str> {
    const ATTRIBUTE: &str = "class=\"";
    let starts = memmem::find_iter(body.as_bytes(), ATTRIBUTE).map(|at| at + ATTRIBUTE.len());
    let classes = starts.filter_map(|at| body[at..].split('"').next());
    classes.flat_map(|list| list.split(' ')).filter_map(|class| class.strip_prefix("c-")).collect()
}

fn tight(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        plain.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    let mut out = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        let joined = out.ends_with(['{', '}', ';', ',', ':']) || word.starts_with(['{', '}']);
        if !joined && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.replace(";}", "}")
}

/// The outermost rules, each up to its closing brace.
fn rules(css: &str) -> impl Iterator<Item = &str> {
    let mut rest = css;
    std::iter::from_fn(move || {
        let mut depth = 0_usize;
        let end = rest.char_indices().find(|(_, c)| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            *c == '}' && depth == 0
        });
        let at = end.map_or(rest.len(), |(at, _)| at + 1);
        let (rule, after) = rest.split_at(at);
        rest = after;
        (!rule.is_empty()).then_some(rule)
    })
}

/// Drops the colours that nothing asks for.
fn without_idle_colours(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut parts = css.split("--chart-");
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(part.len());
        let idle = part[end..].starts_with(':')
            && !css.contains(&format!("var(--chart-{})", &part[..end]));
        if idle {
            // Up to the next declaration, or to the end of the rule.
            let stop = part.find([';', '}']).unwrap_or(part.len());
            out.push_str(part[stop..].strip_prefix(';').unwrap_or(&part[stop..]));
        } else {
            out.push_str("--chart-");
            out.push_str(part);
        }
    }
    out
}

/// Whether one of the looks that a rule is for is there; rules for anything else are always needed.
fn needed(rule: &str, there: &BTreeSet<&str>) -> bool {
    let (selector, block) = rule.split_once('{').unwrap_or((rule, ""));
    if selector.starts_with('@') {
        return rules(block.strip_suffix('}').unwrap_or(block)).any(|rule| needed(rule, there));
    }
    let mut looks = selector.split(".c-").skip(1).peekable();
    // Paper, title and source belong to the file, not to its body.
    looks.peek().is_none()
        || looks.any(|look| {
            let end = look.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(look.len());
            let name = &look[..end];
            matches!(name, "p" | "h" | "q") || there.contains(name)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn css(text: &str, body: &str) -> String {
        StyleSheet::new(text).content(body).to_string()
    }

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(css("a]]><", ""), "<![CDATA[a]] ><]]>");
    }

    #[test]
    fn files_hold_the_colours_they_need() {
        let sheet = "s{--chart-a:#fff;--chart-a-b:#000;x:y;--chart-c:red}p{fill:var(--chart-a-b)}";
        assert_eq!(css(sheet, ""), "s{--chart-a-b:#000;x:y;}p{fill:var(--chart-a-b)}");
    }

    #[test]
    fn files_hold_the_rules_they_need() {
        let sheet = "/* Why */\n.chart .c-a, .c-b { fill: red; }\n.c-x { a: b }\n@media print {\n  p { x: y }\n}\n";
        let body = "<path class=\"c-b\"/><g class=\"c-xy c-m\"/>";
        assert_eq!(css(sheet, body), ".chart .c-a,.c-b{fill:red}@media print{p{x:y}}");
    }

    #[test]
    fn conditions_hold_where_one_of_their_rules_does() {
        let sheet = "@media screen{.c-x a:hover{a:b}.c-y{a:b}}@media print{.c-x{a:b}.c-b{c:d}}@font-face{e:f}";
        let kept = "@media print{.c-x{a:b}.c-b{c:d}}@font-face{e:f}";
        assert_eq!(css(sheet, "<path class=\"c-b\"/>"), kept);
    }
}
