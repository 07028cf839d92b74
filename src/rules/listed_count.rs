//! In: what the texts claim. Out: a finding at every count whose list names more or fewer.

use crate::claims::Counted;
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "listed-count",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A count such as 八大产业集群 agrees with the list beside it. With 等, a list of half or fewer is only an example.",
    why: "A list that looks complete and is not makes readers ask what was left out.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "重点打造新型显示、智能制造、新材料、大数据、电子商务、文化创意等八大产业集群。",
    )],
    passes: &[("text.zh.md", "重点发展高端蔬菜、有机林果、精致养殖等六大优势特色产业。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.counted().filter(|one| is_wrong(one.it)) {
            let Counted { said, named: (least, most), .. } = *one.it;
            let named = if most < said { most } else { least };
            let problem = Figures::Listed { words: one.words(&one.it.range), said, named };
            found.push(Diagnostic::new(Problem::Figures(problem), one.span(&one.it.range)));
        }
    }
}

fn is_wrong(one: &Counted) -> bool {
    let (least, most) = one.named;
    let near = most * 2 > one.said && least < one.said * 2;
    (most < one.said || least > one.said) && near
}
