//! In: the bytes of an XLIFF 2.x file that comes back from a translator. Out: its units, with sources and
//! targets as plain text, or why it cannot be read. What translation tools add is passed over: elements of
//! other namespaces, groups, notes, marks around words.

use roxmltree::{Document, Node};

use super::NAMESPACE;

/// What stands in an XLIFF file.
#[derive(Clone, Debug)]
pub struct Translation {
    pub plan: String,
    pub source_language: String,
    pub target_language: Option<String>,
    pub units: Vec<ReadUnit>,
}

/// A unit as it stands in the file.
#[derive(Clone, Debug)]
pub struct ReadUnit {
    pub id: String,
    pub parts: Vec<Part>,
}

/// A `<segment>`, or an `<ignorable>` between two of them.
#[derive(Clone, Debug)]
pub struct Part {
    pub id: Option<String>,
    pub ignorable: bool,
    /// `initial` was said: nobody has translated this yet.
    pub initial: bool,
    pub source: String,
    pub target: Option<String>,
}

/// Why a file cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("it is neither UTF-8 nor UTF-16")]
    Encoding,
    #[error("it is not XML: {0}")]
    Xml(String),
    #[error("it is not an XLIFF file: its first element is `{0}`")]
    NotXliff(String),
    #[error(
        "it is XLIFF {0}, and lantu reads 2.0 and later; export the plan again and translate that file"
    )]
    Version(String),
    #[error("it holds {0} `<file>` elements; the file of a plan has exactly one")]
    Files(usize),
    #[error("`<{element}>` has no `{name}`")]
    Attribute { element: &'static str, name: &'static str },
    #[error(
        "unit `{unit}` holds `<{element}>`, which stands for something that is not in the file"
    )]
    Code { unit: String, element: String },
}

/// The text of a file as translation tools save it: UTF-8, or UTF-16 with its mark.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let wide = |order: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| order(*pair)).collect();
        String::from_utf16(&units).ok().filter(|_| rest.is_empty()).ok_or(ReadError::Encoding)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        bytes => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, ReadError> {
    String::from_utf8(bytes.to_vec()).map_err(|_| ReadError::Encoding)
}

/// Reads a file.
pub fn read(text: &str) -> Result<Translation, ReadError> {
    let document = Document::parse(text).map_err(|error| ReadError::Xml(error.to_string()))?;
    let root = document.root_element();
    let namespace = root.tag_name().namespace().unwrap_or("");
    let version = root.attribute("version").unwrap_or("without version");
    if root.tag_name().name() != "xliff" {
        return Err(ReadError::NotXliff(root.tag_name().name().to_owned()));
    }
    if !namespace.starts_with(NAMESPACE) {
        return Err(ReadError::Version(version.to_owned()));
    }
    let files: Vec<Node<'_, '_>> = elements(root, "file").collect();
    let [file] = files[..] else { return Err(ReadError::Files(files.len())) };
    // Units may have been put into groups.
    let units = file.descendants().filter(|node| is(*node, "unit", namespace));
    Ok(Translation {
        plan: attribute(file, "file", "id")?,
        source_language: attribute(root, "xliff", "srcLang")?,
        target_language: root.attribute("trgLang").map(str::to_owned),
        units: units.map(unit).collect::<Result<_, _>>()?,
    })
}

fn attribute(
    node: Node<'_, '_>,
    element: &'static str,
    name: &'static str,
) -> Result<String, ReadError> {
    node.attribute(name).map(str::to_owned).ok_or(ReadError::Attribute { element, name })
}

fn is(node: Node<'_, '_>, name: &str, namespace: &str) -> bool {
    node.is_element()
        && node.tag_name().name() == name
        && node.tag_name().namespace() == Some(namespace)
}

/// The children with this name, in the namespace of their parent.
fn elements<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    let namespace = parent.tag_name().namespace().unwrap_or("");
    parent.children().filter(move |node| is(*node, name, namespace))
}

fn unit(node: Node<'_, '_>) -> Result<ReadUnit, ReadError> {
    let id = attribute(node, "unit", "id")?;
    let namespace = node.tag_name().namespace().unwrap_or("");
    let mut parts = Vec::new();
    for child in node.children() {
        let ignorable = is(child, "ignorable", namespace);
        if !ignorable && !is(child, "segment", namespace) {
            continue;
        }
        let text = |name| elements(child, name).next().map(|node| content(node, &id)).transpose();
        parts.push(Part {
            id: child.attribute("id").map(str::to_owned),
            ignorable,
            initial: child.attribute("state") == Some("initial"),
            source: text("source")?.unwrap_or_default(),
            target: text("target")?,
        });
    }
    Ok(ReadUnit { id, parts })
}

/// The text of a source or target. Marks around words (`mrk`, `pc`, `sm`, `em`) are passed over.
fn content(node: Node<'_, '_>, unit: &str) -> Result<String, ReadError> {
    let mut out = String::new();
    for inner in node.descendants() {
        if inner.is_text() {
            out.push_str(inner.text().unwrap_or(""));
            continue;
        }
        match inner.tag_name().name() {
            "cp" => {
                let code = inner.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                out.extend(code.and_then(char::from_u32));
            }
            element @ ("ph" | "sc" | "ec") => {
                let (unit, element) = (unit.to_owned(), element.to_owned());
                return Err(ReadError::Code { unit, element });
            }
            _ => {}
        }
    }
    Ok(out)
}
