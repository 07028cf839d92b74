//! In: any text. Out: the same text as it may stand in XML.

use std::borrow::Cow;

use crate::language::any_byte;

/// For content and for attributes in double quotes; characters that XML does not know are left out.
pub fn escape(text: &str) -> Cow<'_, str> {
    // What is left out or written in another way begins with one of these bytes; of ，, too.
    let sign = |b: u8| (b == b'&') | (b == b'<') | (b == b'>') | (b == b'"');
    let odd = |b: u8| (b < b' ') | sign(b) | (b == 0xef);
    if !any_byte(text, odd) {
        return text.into();
    }
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
    out.into()
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(escape("a<b> & \"c\"\u{1}\n"), "a&lt;b&gt; &amp; &quot;c&quot; ");
        assert_eq!(escape("水，\u{FFFE}\u{FFFF}管"), "水，管");
        assert_eq!(escape("水管"), "水管");
    }
}
