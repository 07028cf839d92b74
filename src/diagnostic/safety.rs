//! In: what could harm readers of a site, or could not be kept on every disk. Out: the code, the message and the help
//! of the finding.

/// What pages may not load or hold, and names that some systems refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Safety {
    /// A picture that lies on another website.
    ForeignPicture { target: String },
    /// What is not the address of a website alone.
    BadWebsite { text: String },
    /// A character that no page, feed or table may hold; `0001` for U+0001.
    ControlCharacter { code: String },
    /// The name of a file or folder as far as it can be shown.
    NameNotUtf8,
    /// A name that cannot be kept on every system.
    Name { name: String, fault: NameRefused },
    /// Two published files whose paths differ in capital and small letters only, or in how an accent is written.
    NearlySameUrl { url: String, other: String },
    /// A file where another one needs a folder.
    FileAndFolder { url: String, other: String },
}

/// Why a name is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameRefused {
    /// One of `< > : " | ? * \`, or a character that is not seen.
    Character(char),
    /// A point or a blank at the end.
    End,
    /// `con`, `nul` and the like, also with an ending.
    Device,
    /// So many bytes, which is more than a name may have.
    Long(usize),
}

/// How many bytes the name of a file or folder may have on nearly every disk.
const LONGEST_NAME: usize = 255;

impl NameRefused {
    /// Why the name of a file or folder cannot be kept on every system; `None` for a good one.
    pub fn of(name: &str) -> Option<Self> {
        let refused = |c: char| c.is_control() || "<>:\"|?*\\/".contains(c);
        if let Some(c) = name.chars().find(|c| refused(*c)) {
            return Some(Self::Character(c));
        }
        if name.ends_with(['.', ' ']) {
            return Some(Self::End);
        }
        if is_device(name.split('.').next().unwrap_or(name).trim_end()) {
            return Some(Self::Device);
        }
        (name.len() > LONGEST_NAME).then_some(Self::Long(name.len()))
    }
}

/// The names that Windows keeps for devices, with small and capital letters.
fn is_device(stem: &str) -> bool {
    let lower = stem.to_lowercase();
    let number =
        |rest: &str| ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(&rest);
    ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&lower.as_str())
        || ["com", "lpt"].iter().any(|kind| lower.strip_prefix(kind).is_some_and(number))
}

impl Safety {
    /// A character that may not be there.
    pub fn hidden(c: char) -> Self {
        Self::ControlCharacter { code: format!("{:04X}", u32::from(c)) }
    }

    pub fn code(&self) -> &'static str {
        match self {
            Self::ForeignPicture { .. } => "foreign-picture",
            Self::BadWebsite { .. } => "bad-website",
            Self::ControlCharacter { .. } => "control-character",
            Self::NameNotUtf8 | Self::Name { .. } => "refused-name",
            Self::NearlySameUrl { .. } | Self::FileAndFolder { .. } => "same-url",
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::ForeignPicture { target } => {
                format!("the picture `{target}` is no file of this site")
            }
            Self::BadWebsite { text } => format!("`{text}` is not a website alone"),
            Self::ControlCharacter { code } => {
                format!("a character is hidden here that pages may not hold (U+{code})")
            }
            Self::NameNotUtf8 => {
                "the name of this file is not UTF-8, so that it cannot be an address".into()
            }
            Self::Name { name, fault: NameRefused::Character(c) } => {
                let c = if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
                let name = name.escape_debug();
                format!("Windows refuses the name `{name}` because of the `{c}` in it")
            }
            Self::Name { name, fault: NameRefused::End } => {
                format!("Windows refuses the name `{name}` because of what it ends in")
            }
            Self::Name { name, fault: NameRefused::Device } => {
                format!("Windows refuses the name `{name}`, which it keeps for itself")
            }
            Self::Name { name, fault: NameRefused::Long(bytes) } => {
                let begin: String = name.chars().take(20).collect();
                format!(
                    "the name `{begin}…` is too long: it has {bytes} bytes, and may have {LONGEST_NAME}"
                )
            }
            Self::NearlySameUrl { url, other } => {
                format!(
                    "Windows and macOS cannot keep `{url}` and `{other}` apart, whose names are nearly the same"
                )
            }
            Self::FileAndFolder { url, other } => {
                format!("`{url}` would be a file, and for `{other}` a folder")
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::ForeignPicture { .. } => "put a copy of the picture into `files/` of the plan and name that; where it has to come from there, add its website to `pictures` under `[elsewhere]` in `site-config.toml`".into(),
            Self::BadWebsite { .. } => "write https:// and the name of the website, without a path and without `*`, such as \"https://map.example.org\"".into(),
            Self::ControlCharacter { .. } => "delete it and write the words around it again; it often comes from a PDF or an old document".into(),
            Self::NameNotUtf8 => "give the file its name again on this computer; names from archives of older Chinese systems are often GBK".into(),
            Self::Name { fault: NameRefused::Character(_), .. } => "rename it without any of < > : \" | ? * \\ (the Chinese marks ：？“” may stand in names)".into(),
            Self::Name { fault: NameRefused::End, .. } => "rename it so that neither a point nor a blank stands at its end".into(),
            Self::Name { fault: NameRefused::Device, .. } => "give it another name: con, prn, aux, nul, com1 to com9 and lpt1 to lpt9 cannot be names, not even with an ending".into(),
            Self::Name { fault: NameRefused::Long(..), .. } => "shorten it; a letter counts as one byte, a Chinese character as three".into(),
            Self::NearlySameUrl { .. } => "rename one of the two, or its folder: capital and small letters alone do not tell files apart".into(),
            Self::FileAndFolder { .. } => "rename the file".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_be_kept_everywhere() {
        for name in [
            "map.pdf",
            "附件1：任务分工.docx",
            "console",
            "nulls.txt",
            "com10",
            "a.b.c",
            ".well-known",
            "…",
            "lpt",
            "COM.PDF",
        ] {
            assert_eq!(NameRefused::of(name), None, "{name}");
        }
        assert_eq!(NameRefused::of(&"规".repeat(85)), None);
        assert_eq!(NameRefused::of(&"规".repeat(90)), Some(NameRefused::Long(270)));
        for name in [
            "con",
            "CON",
            "Con.txt",
            "nul.tar.gz",
            "aux",
            "prn",
            "com1",
            "LPT9.log",
            "com¹",
            "CONIN$",
            "con .txt",
        ] {
            assert_eq!(NameRefused::of(name), Some(NameRefused::Device), "{name}");
        }
        for name in ["map.", "map ", "..."] {
            assert_eq!(NameRefused::of(name), Some(NameRefused::End), "{name}");
        }
        for (name, c) in [
            ("a:b", ':'),
            ("a?", '?'),
            ("..\\x", '\\'),
            ("a\nb", '\n'),
            ("<b>", '<'),
            ("a\u{85}", '\u{85}'),
        ] {
            assert_eq!(NameRefused::of(name), Some(NameRefused::Character(c)), "{name}");
        }
    }
}
