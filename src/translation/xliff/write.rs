//! In: the units of a plan. Out: an XLIFF 2.1 file. Texts are the author's Markdown, letter by letter; a
//! character that XML cannot hold is written as `<cp hex="…"/>`, as XLIFF wants it.

use std::fmt::Write;

use super::super::units::{Segment, Unit};
use super::{NAMESPACE, in_xml};

/// What the file is about.
pub struct Head<'a> {
    /// The id of the plan.
    pub plan: &'a str,
    /// The path of the source text from the folder of the site.
    pub original: &'a str,
    pub source_language: &'a str,
    pub target_language: &'a str,
}

/// For translators, about the whole file.
const NOTE: &str = "The texts are Markdown. Keep as they are: whatever stands in double braces, such as {{ figure … }}; the marks **, `, | and #; the addresses of links, in (…) behind […]. Each segment stays what it is: one heading, one paragraph, one list or one table. Numbers of headings are put in by lantu.";
/// Where the two texts are divided differently.
const UNLIKE: &str = "The two texts are divided differently here, so the present translation of the blocks is not shown. Translate all blocks to replace it, or leave all of them empty to keep it.";

/// The whole file.
pub fn write(head: &Head<'_>, units: &[Unit]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<xliff xmlns=\"{NAMESPACE}0\" version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\">",
        attribute(head.source_language),
        attribute(head.target_language)
    );
    let _ = writeln!(
        out,
        "  <file id=\"{}\" original=\"{}\" canResegment=\"no\" xml:space=\"preserve\">",
        attribute(head.plan),
        attribute(head.original)
    );
    push_note(&mut out, "    ", NOTE);
    for unit in units {
        push_unit(&mut out, unit);
    }
    out.push_str("  </file>\n</xliff>\n");
    out
}

fn push_unit(out: &mut String, unit: &Unit) {
    let _ = write!(out, "    <unit id=\"{}\"", attribute(&unit.id));
    if let Some(name) = &unit.name {
        let _ = write!(out, " name=\"{}\"", attribute(name));
    }
    out.push_str(">\n");
    if unit.unlike {
        push_note(out, "      ", UNLIKE);
    }
    for segment in &unit.segments {
        push_segment(out, segment);
    }
    out.push_str("    </unit>\n");
}

fn push_note(out: &mut String, indent: &str, note: &str) {
    let note = text(note);
    let _ = writeln!(out, "{indent}<notes>\n{indent}  <note>{note}</note>\n{indent}</notes>");
}

fn push_segment(out: &mut String, segment: &Segment) {
    let state = if segment.target.is_some() { "translated" } else { "initial" };
    let _ = writeln!(out, "      <segment id=\"{}\" state=\"{state}\">", attribute(&segment.id));
    let _ = writeln!(out, "        <source>{}</source>", text(&segment.source));
    if let Some(target) = &segment.target {
        let _ = writeln!(out, "        <target>{}</target>", text(target));
    }
    out.push_str("      </segment>\n");
}

fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c if in_xml(c) => out.push(c),
            c => {
                let _ = write!(out, "<cp hex=\"{:04X}\"/>", u32::from(c));
            }
        }
    }
    out
}

/// An attribute cannot hold `<cp>`; what XML cannot hold becomes the sign for that.
fn attribute(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if in_xml(c) => out.push(c),
            _ => out.push('\u{FFFD}'),
        }
    }
    out
}
