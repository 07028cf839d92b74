//! In: the documents that plans are based on, and the clauses that are said to name them. Out: a finding for each clause
//! that does not.

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
    checks: "The clauses that `[[basis]]` of `plan.toml` says name a document do name it, by its title, a part of it in 《》, or its number.",
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
