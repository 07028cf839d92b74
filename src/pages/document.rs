//! In: a `Document`. Out: its blocks as HTML with every link filled in.

use crate::language::is_cjk;
use crate::model::document::{Block, Clause, Document};

use super::Context;

/// Blocks one after the other. `base` is the address that links are seen from, `here` the page itself.
pub fn blocks(cx: &Context<'_>, blocks: &[Block], base: &str, here: &str) -> String {
    let mut out = String::new();
    for block in blocks {
        cx.html(&block.html, base, here, &mut out);
    }
    out
}

/// The label of a clause with the space that belongs behind it: `I. `, `第十二条 `, but `三、` and `1.`
/// before Chinese.
pub fn label(clause: &Clause) -> String {
    let chinese = clause.title.starts_with(|c| is_cjk(c) || matches!(c, '“' | '‘'));
    let closed = clause.label.ends_with(['、', '）', '．']);
    let point = clause.label.ends_with(['.', ')']) && chinese;
    let space = if clause.label.is_empty() || closed || point { "" } else { " " };
    format!("{}{space}", clause.label)
}

/// A whole text with its headings, the first level as `<h{top}>`: for texts that are not addressed by
/// clause. `prefix` keeps the ids of several texts on one page apart.
pub fn whole(
    cx: &Context<'_>,
    document: &Document,
    base: &str,
    here: &str,
    top: usize,
    prefix: &str,
) -> String {
    let mut out = blocks(cx, &document.preamble, base, here);
    for clause in &document.clauses {
        let level = (clause.depth + top - 1).min(6);
        let (id, label) = (&clause.address, label(clause));
        out.push_str(&format!("<h{level} id=\"{prefix}{id}\">{label}"));
        cx.html(&clause.title_html, base, here, &mut out);
        out.push_str(&format!("</h{level}>\n"));
        out.push_str(&blocks(cx, &clause.blocks, base, here));
    }
    out
}
