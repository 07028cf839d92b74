//! In: the headings of every text. Out: a finding for each that ends with a mark, with the edit that takes it away.

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "heading-mark",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A heading that stands on a line of its own does not end with a full stop, comma, semicolon or colon.",
    why: "Such a mark is left over from a heading that stood at the beginning of its paragraph; in contents, tables and links it is in the way.",
    fixed: None,
    fails: &[("text.zh.md", "## 一、节约用水。\n\n修管道。")],
    passes: &[("text.zh.md", "## 一、节约用水\n\n修管道。")],
    run: Run::Plan(run),
};

/// A heading that is longer is no heading but a text.
const LONGEST: usize = 40;

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        for paragraph in reading.paragraphs.iter().filter(|one| one.is_heading()) {
            let text = paragraph.prose.text().trim_end();
            let Some(mark) = text.chars().next_back().filter(|c| "。，、；：.,;:．".contains(*c))
            else {
                continue;
            };
            let Some(clause) = paragraph.clause else { continue };
            let title = clause.title.text();
            // `附件：` is a heading in its usual form.
            let announces = ["附件", "附表", "附录", "附"]
                .iter()
                .any(|word| title.trim_end_matches(['：', ':']).trim_end() == *word);
            let shortened = mark == '.' && is_shortened(text);
            if title.is_empty() || announces || shortened || is_text(title) {
                continue;
            }
            let place = text.len() - mark.len_utf8()..text.len();
            let problem = Problem::Structure(Structure::HeadingMark { mark });
            let fix = paragraph.prose.edit(place.clone(), "").into_iter().collect();
            found.push(Diagnostic::new(problem, paragraph.prose.span(place)).with_fix(fix));
        }
    }
}

/// Whether a heading is itself a text, as articles of rules are.
pub fn is_text(title: &str) -> bool {
    let inner = title.trim_end_matches(['。', '；', '.', ';', '！', '!']);
    let chinese = title.chars().filter(|c| !c.is_ascii()).count() * 2 > title.chars().count();
    let longest = if chinese { LONGEST } else { LONGEST * 4 };
    inner.contains(['。', '；']) || inner.contains(". ") || title.chars().count() > longest
}

/// `etc.`, `No.`, `U.S.`
fn is_shortened(text: &str) -> bool {
    let word = text.trim_end_matches('.').rsplit([' ', '(']).next().unwrap_or("");
    text.ends_with("..")
        || word.contains('.')
        || ["etc", "al", "Inc", "Ltd", "Co", "No"].contains(&word)
}
