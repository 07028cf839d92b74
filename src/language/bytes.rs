//! In: a text and a question that is asked of single bytes. Out: whether one of them is meant. Every text that is written
//! is asked whether it can be written as it is, and every text that is read whether it has a digit: many bytes are looked
//! at as a whole.

/// Whether a text has a byte of which `test` is true. A test whose parts are joined by `|`, not by `||` or by patterns, is put
/// to a whole block at once.
pub fn any_byte(text: &str, test: impl Fn(u8) -> bool + Copy) -> bool {
    let bytes = text.as_bytes();
    in_blocks::<32>(bytes, test)
        .or_else(|| in_blocks::<16>(bytes, test))
        .or_else(|| in_blocks::<8>(bytes, test))
        .unwrap_or_else(|| bytes.iter().any(|byte| test(*byte)))
}

/// `None` for less than a block. The last block is looked at once more in part, which takes less time than its bytes one by
/// one.
fn in_blocks<const N: usize>(bytes: &[u8], test: impl Fn(u8) -> bool + Copy) -> Option<bool> {
    let end = bytes.last_chunk::<N>()?;
    let (blocks, _) = bytes.as_chunks::<N>();
    Some(blocks.iter().any(|block| in_block(block, test)) || in_block(end, test))
}

fn in_block<const N: usize>(block: &[u8; N], test: impl Fn(u8) -> bool) -> bool {
    block.iter().fold(false, |any, byte| any | test(*byte))
}

#[cfg(test)]
mod tests {
    use super::any_byte;

    #[test]
    fn a_byte_is_found_wherever_it_is() {
        for length in 0..100 {
            let text = "a".repeat(length);
            assert!(!any_byte(&text, |byte| byte == b'x'));
            for at in 0..length {
                let text = [&text[..at], "x", &text[at + 1..]].concat();
                assert!(any_byte(&text, |byte| byte == b'x'), "{text}");
            }
        }
    }
}
