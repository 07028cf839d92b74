//! In: the table of responsibilities and the text of the first language. Out: a finding for each row whose name is not
//! that of the clause it belongs to, though it nearly is, or though the other rows keep to the headings.

use rustc_hash::FxHashMap;

use crate::diagnostic::structure::{RowName, Structure};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::model::Plan;
use crate::model::document::{Clause, Document};
use crate::model::plan::Task;

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "task-rows",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "A row of the table of responsibilities has the name of the clause that it belongs to, in a table whose rows are named so.",
    why: "Readers who find another name in the table than in the text cannot tell whether the same task is meant; mostly a word was lost or mistyped.",
    fixed: None,
    fails: &[(
        "duties.toml",
        "[[group]]\n[[group.task]]\nname = { zh = \"修修管道\", en = \"Repair pipes\" }",
    )],
    passes: &[(
        "duties.toml",
        "[[group]]\n[[group.task]]\nname = { zh = \"修管道\", en = \"Repair pipes\" }",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let plan = case.plan;
    let text = &plan.texts[first.index()];
    if plan.duties.as_ref().is_some_and(|duties| !duties.from_notes) && !text.damaged {
        check(plan, text, &|task| task.name.get(first), found);
    }
}

/// A row, the clauses it names, and how its name stands to their headings.
struct Row<'p> {
    task: &'p Task,
    clauses: Vec<&'p Clause>,
    likeness: Likeness,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    /// But for a few letters; the place of the clause in the list.
    Near(usize),
    /// Some of the words of a heading, in their order; or a heading and more.
    Part,
    Other,
}

fn check<'p>(
    plan: &'p Plan,
    text: &'p Document,
    name: &dyn Fn(&'p Task) -> &'p str,
    found: &mut Diagnostics,
) {
    let row = |task: &'p Task| {
        let clauses: Vec<&Clause> =
            task.clauses.iter().filter_map(|one| text.clause(one)).collect();
        Row { task, likeness: likeness(name(task), &clauses), clauses }
    };
    let rows: Vec<Row<'_>> = plan.tasks().map(row).filter(|row| !row.clauses.is_empty()).collect();
    let same = rows.iter().filter(|row| row.likeness == Likeness::Same).count();
    // Other tables name their rows in words of their own.
    let keeps = same * 5 >= rows.len() * 3;
    let mut shared = FxHashMap::<Span, usize>::default();
    for clause in rows.iter().flat_map(|row| &row.clauses) {
        *shared.entry(clause.span).or_default() += 1;
    }
    for row in &rows {
        let alone = row.clauses.iter().all(|clause| shared[&clause.span] == 1);
        let (at, kind) = match row.likeness {
            Likeness::Near(at) => (at, RowName::Near),
            Likeness::Other if keeps => (0, RowName::Other),
            // Two rows that divide a heading between them are as they should be.
            Likeness::Part if keeps && alone => (0, RowName::Part),
            _ => continue,
        };
        let (name, heading) = (name(row.task).to_owned(), row.clauses[at].title.text().to_owned());
        let problem = Structure::TaskRow { number: row.task.number, name, heading, kind };
        let finding = Diagnostic::new(Problem::Structure(problem), row.task.span);
        found.push(finding.with_related(row.clauses[at].span));
    }
}

fn likeness(name: &str, clauses: &[&Clause]) -> Likeness {
    if clauses.iter().any(|clause| clause.title.text() == name) {
        return Likeness::Same;
    }
    // What a clause is to build, the table may have built.
    let built = letters(&name.replace("建成", "建设"));
    let name = letters(name);
    let headings: Vec<Vec<char>> =
        clauses.iter().map(|clause| letters(clause.title.text())).collect();
    if headings.contains(&name) || headings.concat() == name || headings.contains(&built) {
        return Likeness::Same;
    }
    let near = |heading: &Vec<char>| {
        let longer = heading.len().max(name.len());
        (3..=LONGEST).contains(&longer) && distance(&name, heading) <= (longer / 7).max(1)
    };
    if let Some(at) = headings.iter().position(near) {
        return Likeness::Near(at);
    }
    let part = |heading: &Vec<char>| is_part(&name, heading) || is_part(heading, &name);
    if headings.iter().any(part) { Likeness::Part } else { Likeness::Other }
}

/// A longer heading is no name that could be mistyped.
const LONGEST: usize = 120;

/// The letters, signs and numbers of a name; marks and spaces do not count.
fn letters(name: &str) -> Vec<char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn distance(one: &[char], other: &[char]) -> usize {
    let text = |letters: &[char]| letters.iter().collect::<String>();
    strsim::damerau_levenshtein(&text(one), &text(other))
}

/// Whether the letters stand within the whole in the same order, and are a good part of it.
fn is_part(part: &[char], whole: &[char]) -> bool {
    let mut rest = whole.iter();
    part.len() * 4 >= whole.len() && part.iter().all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parts_of_headings_or_not() {
        let part = |name: &str, heading: &str| is_part(&letters(name), &letters(heading));
        assert!(part("加快创新型城市建设", "加快创新型城市建设和县域创新驱动发展"));
        assert!(part("加快县域创新驱动发展", "加快创新型城市建设和县域创新驱动发展"));
        assert!(part("实施高新区提档升级工程", "实施高新区和农业科技园区提档升级工程"));
        assert!(!part("大力推进农业科技园区", "实施高新区和农业科技园区提档升级工程"));
        assert!(!part("发展新型研发机构", "实施高水平创新研发机构增长计划"));
    }

    #[test]
    fn one_letter_more_is_near() {
        let (name, heading) =
            (letters("推动科技研领域“放管服”改革"), letters("推动科研领域“放管服”改革"));
        assert_eq!(distance(&name, &heading), 1);
    }
}
