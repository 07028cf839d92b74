//! In: characters. Out: whether they are set without spaces between words, as Chinese is.

/// Whether a character belongs to Chinese (or Japanese) writing and to no other: Han characters, kana,
/// CJK punctuation, full-width forms.
pub fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x303F      // radicals, CJK symbols and punctuation
        | 0x3040..=0x30FF    // kana
        | 0x3100..=0x312F    // bopomofo
        | 0x31A0..=0x4DBF    // extensions, strokes, Han extension A
        | 0x4E00..=0x9FFF    // Han
        | 0xF900..=0xFAFF    // compatibility Han
        | 0xFE30..=0xFE4F    // compatibility forms
        | 0xFF00..=0xFF60    // full-width forms
        | 0xFFE0..=0xFFE6
        | 0x20000..=0x3FFFF  // Han extensions B and later
    )
}

/// Punctuation that Chinese and English share.
fn is_shared_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Whether a line break between these two stands for nothing, where in English it is a space.
pub fn joins_without_space(before: char, after: char) -> bool {
    let chinese = is_cjk(before) || is_cjk(after);
    let fits = |c| is_cjk(c) || is_shared_punctuation(c);
    chinese && fits(before) && fits(after)
}

#[cfg(test)]
mod tests {
    use super::joins_without_space;

    #[test]
    fn chinese_lines_join_and_english_lines_do_not() {
        assert!(joins_without_space('市', '科'));
        assert!(joins_without_space('，', '科'));
        assert!(joins_without_space('”', '科'));
        assert!(!joins_without_space('”', '“'));
        assert!(!joins_without_space('a', '科'));
        assert!(!joins_without_space('a', 'b'));
    }
}
