//! In: links as authors write them. Out: where they lead. An address here has no language and no
//! leading slash: `plans/x/targets/`; the home page is the empty address.

use percent_encoding::percent_decode_str;

/// What a link is, before anybody looks whether its goal exists.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// Another site, an e-mail address or a telephone.
    External,
    /// A place of this site: its address, and the part of the page.
    Internal { path: String, fragment: Option<String> },
    /// A scheme that could run a script.
    Unsafe,
}

/// Reads a link that stands in a text whose page has the address `base`.
pub fn target(link: &str, base: &str) -> Target {
    if let Some(scheme) = scheme(link) {
        let safe =
            ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str());
        return if safe { Target::External } else { Target::Unsafe };
    }
    if link.starts_with("//") {
        return Target::Unsafe;
    }
    let (path, fragment) = match link.split_once('#') {
        Some((path, fragment)) => (path, Some(decode(fragment))),
        None => (link, None),
    };
    let path = match path.strip_prefix('/') {
        _ if path.is_empty() => base.to_owned(),
        Some(path) => normal(path, ""),
        None => normal(path, base),
    };
    Target::Internal { path, fragment: fragment.filter(|fragment| !fragment.is_empty()) }
}

fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    named.then_some(scheme)
}

/// Browsers and Markdown write Chinese and spaces in addresses as `%E6…`.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// `path` seen from the folder `base`, without `.` and `..`; a folder ends in `/`, the root is empty.
fn normal(path: &str, base: &str) -> String {
    let path = decode(path);
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    let folder = path.is_empty() || path.ends_with('/') || path.ends_with("/..") || path == "..";
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let mut joined = parts.join("/");
    if folder && !joined.is_empty() {
        joined.push('/');
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn internal(link: &str) -> (String, Option<String>) {
        match target(link, "plans/x/") {
            Target::Internal { path, fragment } => (path, fragment),
            other => panic!("{link}: {other:?}"),
        }
    }

    #[test]
    fn links_are_seen_from_the_page_of_the_plan() {
        assert_eq!(internal("#3.1"), ("plans/x/".into(), Some("3.1".into())));
        assert_eq!(internal("targets/"), ("plans/x/targets/".into(), None));
        assert_eq!(internal("targets/#a"), ("plans/x/targets/".into(), Some("a".into())));
        assert_eq!(internal("../y/"), ("plans/y/".into(), None));
        assert_eq!(internal("/about/"), ("about/".into(), None));
        assert_eq!(internal("/"), (String::new(), None));
        assert_eq!(internal("../../../.."), (String::new(), None));
        assert_eq!(internal("files/%E8%A1%A8.xlsx"), ("plans/x/files/表.xlsx".into(), None));
        assert_eq!(internal("files/100%.pdf"), ("plans/x/files/100%.pdf".into(), None));
    }

    #[test]
    fn schemes_decide() {
        assert_eq!(target("https://a.b", ""), Target::External);
        assert_eq!(target("mailto:a@b.c", ""), Target::External);
        assert_eq!(target("javascript:alert(1)", ""), Target::Unsafe);
        assert_eq!(target("JavaScript:alert(1)", ""), Target::Unsafe);
        assert_eq!(target("data:text/html,x", ""), Target::Unsafe);
        assert_eq!(target("//evil.example", ""), Target::Unsafe);
    }

    proptest::proptest! {
        #[test]
        fn nothing_leads_out_of_the_site(link in "[./a-z#%:0-9]{0,30}") {
            if let Target::Internal { path, .. } = target(&link, "plans/x/") {
                proptest::prop_assert!(!path.split('/').any(|part| part == "..") && !path.starts_with('/'));
            }
        }
    }
}
