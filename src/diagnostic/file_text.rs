//! In: the text of an author's file. Out: how it is kept in memory: whole, or packed where it is read once and then only
//! looked at again for findings.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use lz4_flex::block::{compress_into, decompress, get_maximum_output_size};

/// The text of a file as it is kept.
#[derive(Debug)]
pub enum FileText {
    /// Shared with what is kept of it letter by letter.
    Whole(Arc<String>),
    Packed(Packed),
}

/// A text in less room.
#[derive(Debug)]
pub struct Packed {
    bytes: Box<[u8]>,
    /// The length of the text.
    length: usize,
    /// Made when somebody wants to point at a place in the text: most files have no findings.
    whole: OnceLock<Arc<String>>,
}

/// Shorter texts are not worth it.
const SHORT: usize = 2048;

impl FileText {
    pub fn whole(text: String) -> Self {
        Self::Whole(Arc::new(text))
    }

    /// Packs a text, unless it is short. `room` is used for one text after the other.
    pub fn packed(text: &str, room: &mut Vec<u8>) -> Self {
        if text.len() < SHORT {
            return Self::whole(text.to_owned());
        }
        let most = get_maximum_output_size(text.len());
        if room.len() < most {
            room.resize(most, 0);
        }
        match compress_into(text.as_bytes(), room) {
            Ok(length) if length < text.len() => Self::Packed(Packed {
                bytes: room[..length].into(),
                length: text.len(),
                whole: OnceLock::new(),
            }),
            _ => Self::whole(text.to_owned()),
        }
    }

    /// The text, for whoever looks at it once: it is not kept whole for that.
    pub fn once(&self) -> Cow<'_, str> {
        match self {
            Self::Whole(text) => Cow::Borrowed(text),
            Self::Packed(packed) => match packed.whole.get() {
                Some(text) => Cow::Borrowed(text),
                None => Cow::Owned(packed.unpack()),
            },
        }
    }

    /// The text, which is kept whole from now on.
    pub fn shared(&self) -> &Arc<String> {
        match self {
            Self::Whole(text) => text,
            Self::Packed(packed) => packed.whole.get_or_init(|| Arc::new(packed.unpack())),
        }
    }
}

impl Packed {
    fn unpack(&self) -> String {
        let bytes = decompress(&self.bytes, self.length).expect("made by `packed`");
        // Sooner than the standard library, which looks at Chinese character by character.
        simdutf8::basic::from_utf8(&bytes).expect("a text was packed").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_texts_come_back_as_they_were() {
        let mut room = Vec::new();
        let long = "[[task]]\nname = { zh = \"改造供水管网\", en = \"Renew water mains\" }\n";
        for text in [String::new(), "短".into(), long.repeat(40), "𠮷é\r\n".repeat(9_999)] {
            let packed = FileText::packed(&text, &mut room);
            assert_eq!(matches!(packed, FileText::Packed(_)), text.len() >= SHORT);
            assert_eq!((&*packed.once(), packed.shared().as_str()), (&*text, &*text));
            assert!(matches!(packed.once(), Cow::Borrowed(one) if one == text));
        }
    }

    #[test]
    fn what_takes_no_less_room_stays_whole() {
        // Characters in no order, each once.
        let text: String =
            (0..20_000_u32).filter_map(|n| char::from_u32(0x4e00 + n * 7919 % 20_011)).collect();
        let packed = FileText::packed(&text, &mut Vec::new());
        assert!(matches!(packed, FileText::Whole(_)));
        assert_eq!(packed.once(), text);
    }
}
