//! In: any text. Out: the same text as it may stand in XML.

/// For content and for attributes in double quotes; characters that XML does not know are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A style sheet as the content of an XML element.
pub fn css(text: &str) -> String {
    let known = |c: &char| matches!(c, '\n' | '\t' | ' '..='\u{FFFD}' | '\u{10000}'..);
    let text: String = text.chars().filter(known).collect();
    if text.contains(['<', '&']) || text.contains("]]>") {
        return format!("<![CDATA[{}]]>", text.replace("]]>", "]] >"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(escape("a<b> & \"c\"\u{1}\n"), "a&lt;b&gt; &amp; &quot;c&quot; ");
        assert_eq!(css("a{b:c}"), "a{b:c}");
        assert_eq!(css("a]]><"), "<![CDATA[a]] ><]]>");
    }
}
