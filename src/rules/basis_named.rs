//! In: the documents that plans are based on, and the clauses that are said to name them. Out: a finding for each clause
//! that does not.

use std::ops::Range;

use crate::diagnostic::basis::Basis as Fault;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::{Lang, letters};
use crate::model::Site;
use crate::model::basis::{Basis, BasisDocument};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "basis-named",
    family: Family::Structure,
    level: Level::Warning,
    checks: "The clauses that `[[basis]]` of `plan.toml` says name a document do name it, by its title, a part of it in 《》, or its number; where the text gives both, they are those of `plan.toml`.",
    why: "Readers follow the link to the clause and look for the document there; most often the number of the clause or the title was mistyped.",
    fixed: None,
    fails: &[(
        "plan.toml",
        r#"[[basis]]
title   = { zh = "全省节水规划", en = "Provincial Water Saving Plan" }
clauses = ["2.1.1"]"#,
    )],
    passes: &[
        (
            "plan.toml",
            r#"[[basis]]
title   = { zh = "全省节水规划", en = "Provincial Water Saving Plan" }
clauses = ["2.1.1"]"#,
        ),
        ("text.zh.md", "落实《全省节水规划》。"),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first) {
        for basis in &reading.plan.basis {
            check(reading, basis, case.site, found);
        }
    }
}

fn check(reading: &Reading<'_>, basis: &Basis, site: &Site, found: &mut Diagnostics) {
    let Some(named) = Named::new(basis, site, reading.lang) else { return };
    for clause in &basis.clauses {
        let own = || reading.paragraphs.iter().filter(|one| clause.names(one.address()));
        let text: Vec<&str> = own().map(|one| one.prose.text()).collect();
        // The clause is where it can be acknowledged that the text names the document in another way.
        let place = own().next().map_or(basis.span, |first| first.span);
        if !named.stands_in(&text.join("\n")) {
            let title = named.titles[0].to_owned();
            let clause = clause.clause().map(ToString::to_string);
            let fault = Fault::NotNamed { title, clause };
            found.push(Diagnostic::new(Problem::Basis(fault), place).with_related(basis.span));
        }
        for paragraph in own() {
            if let Some((fault, range)) = named.differs_in(paragraph.prose.text()) {
                let place = paragraph.prose.span(range);
                found.push(Diagnostic::new(Problem::Basis(fault), place).with_related(basis.span));
            }
        }
    }
}

/// What a text may call a document.
struct Named<'s> {
    /// Never empty.
    titles: Vec<&'s str>,
    number: Option<&'s str>,
}

impl<'s> Named<'s> {
    /// `None` for a plan that does not exist, which has been reported.
    fn new(basis: &'s Basis, site: &'s Site, lang: Lang) -> Option<Self> {
        let (titles, number) = match &basis.document {
            BasisDocument::Plan(id) => {
                let plan = site.plan(id.value.as_str())?;
                let titles = vec![plan.title.get(lang), plan.short.get(lang)];
                (titles, plan.document_number.as_ref())
            }
            BasisDocument::Other { title, number, .. } => (vec![title.get(lang)], number.as_ref()),
        };
        Some(Self { titles, number: number.map(|one| one.value.as_str()) })
    }

    fn stands_in(&self, text: &str) -> bool {
        // Nearly always a title stands there letter by letter.
        if self.titles.iter().any(|title| !title.is_empty() && text.contains(title)) {
            return true;
        }
        let whole = letters(text);
        let quoted: Vec<String> = quoted(text).map(letters).collect();
        let by_title = |title: &&str| {
            let title = letters(title);
            whole.contains(&title) || quoted.iter().any(|name| title.contains(name))
        };
        let by_number = |number: &str| whole.contains(&letters(number));
        self.titles.iter().any(by_title) || self.number.is_some_and(by_number)
    }
}

impl Named<'_> {
    /// Where a text gives the number beside the title, 《…》（国发〔2016〕4号）, and one of the two is another one.
    fn differs_in(&self, text: &str) -> Option<(Fault, Range<usize>)> {
        let number = self.number?;
        let (title, titles) = (letters(self.titles[0]), || self.titles.iter());
        for (title_at, number_at) in numbered(text) {
            let (said, theirs) = (&text[title_at.clone()], &text[number_at.clone()]);
            let same_number = letters(theirs) == letters(number);
            let same_title = titles().any(|one| letters(one) == letters(said));
            if same_title && !same_number {
                let (text, ours) = (theirs.to_owned(), number.to_owned());
                return Some((Fault::Differs { key: "document-number", text, ours }, number_at));
            }
            // Documents are named by a part of their title, too.
            if same_number && !same_title && !title.contains(&letters(said)) {
                let (text, ours) = (said.to_owned(), self.titles[0].to_owned());
                return Some((Fault::Differs { key: "title", text, ours }, title_at));
            }
        }
        None
    }
}

/// The titles of a text with a number of a document right behind them, in brackets.
fn numbered(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    text.match_indices('《').filter_map(|(at, mark)| {
        let start = at + mark.len();
        let end = start + text[start..].find(['》', '《', '〔'])?;
        let (title_end, number) = if text[end..].starts_with('》') {
            let rest = &text[end + '》'.len_utf8()..];
            (end, text.len() - rest.strip_prefix(['（', '('])?.len())
        } else {
            // Where 》 is missing, the number stands in the last brackets.
            let open = start + text[start..end].rfind(['（', '('])?;
            (open, open + text[open..].chars().next()?.len_utf8())
        };
        let length = text[number..].find(['）', ')'])?;
        let words = &text[number..number + length];
        let is_number = words.contains(['〔', '[', '［']) && words.ends_with('号');
        is_number.then_some((start..title_end, number..number + length))
    })
}

/// What stands in 《》 and says something; documents are often named by a part of their title.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('《').skip(1).filter_map(|part| part.split('》').next());
    parts.filter(|part| part.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_by_title_part_or_number() {
        let title = "国家创新驱动发展战略纲要（2016—2030年）";
        let named = Named { titles: vec![title], number: Some("国发〔2016〕4号") };
        for text in [
            "贯彻《国家创新驱动发展战略纲要》，推动创新。",
            "贯彻《纲要》。",
            "国家创新驱动发展战略纲要（2016-2030 年）",
            "根据国发[2016]4号文件",
        ] {
            assert!(named.stands_in(text), "{text}");
        }
        for text in ["", "《》", "贯彻《中长期规划》。", "推动创新驱动发展。"]
        {
            assert!(!named.stands_in(text), "{text}");
        }
    }
}
