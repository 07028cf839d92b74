//! In: what the texts claim. Out: a finding where one thing is counted with two words, or the second figure of a step has
//! no unit though the first one has.

use crate::claims::{Claim, Kind, normal};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::{Lang, Text};

use super::stated::{At, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unit-changes",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A text counts one thing with one word (家, 个), and gives both figures of a step their unit.",
    why: "Two words for counting look like two things, or like two authors.",
    fixed: None,
    fails: &[("text.zh.md", "培育农业科技小巨人企业100家。\n\n培育50个农业科技小巨人企业。")],
    passes: &[("text.zh.md", "培育农业科技小巨人企业100家。\n\n培育50家农业科技小巨人企业。")],
    run: Run::Plan(run),
};

/// Words that say something else than how one thing is counted.
const OTHER: [&str; 7] = ["人次", "户次", "个百分点", "期", "场", "种", "次"];

/// What is done with things of many kinds, and is no name of one.
const DONE: [&str; 12] = [
    "淘汰", "改造", "更换", "更新", "拆除", "报废", "安装", "整治", "检查", "处理", "计算", "测算",
];

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for thing in text.things().filter(|claims| claims.len() > 1) {
            let mut counted = thing.iter().filter_map(|one| {
                // 小区340个，共10.2万户: the second figure counts what lives there.
                let again = one.it.named.is_empty() && one.it.kind == Kind::Work;
                let word = one.it.figure.word.filter(|word| !again && !OTHER.contains(word))?;
                let is_named = !DONE.contains(&one.it.name.as_str()) && !is_kind(&one.it.name);
                let thing = is_named && !one.it.figure.counts_people() && !is_among(one);
                thing.then_some((word, *one))
            });
            let Some((first, place)) = counted.next() else { continue };
            let other = counted.find(|(word, _)| *word != first);
            let named = |one: &At<'_, Claim>| is_registered(case, text.lang, &one.it.name);
            if let Some((word, claim)) = other.filter(|(_, one)| !named(one)) {
                let problem = Figures::Words {
                    name: claim.called(),
                    one: word.to_owned(),
                    other: first.to_owned(),
                };
                let finding = Diagnostic::new(Problem::Figures(problem), claim.place());
                found.push(finding.with_related(place.place()));
            }
        }
        for bare in text.bare() {
            let problem = Figures::NoUnit { words: bare.words(bare.it) };
            found.push(Diagnostic::new(Problem::Figures(problem), bare.span(bare.it)));
        }
    }
}

/// Whether a name only says of what kind something is, which may be said of many things: 大型, 县级.
fn is_kind(name: &str) -> bool {
    let kind = name.ends_with(['型', '级', '类']) && name.chars().count() == 2;
    kind || ["其他", "其余", "合计", "新建", "在建"].contains(&name)
}

/// Whether a figure is one of parts behind 其中: their names say what kind they are, not what they are.
fn is_among(claim: &At<'_, Claim>) -> bool {
    let before = &claim.paragraph.prose.text()[..claim.it.figure.range.start];
    let sentence = before.rfind(['。', '；', '\n']).map_or(before, |end| &before[end..]);
    sentence.contains("其中")
}

/// Whether it is the name of a place or a body: so many are there, or with it. 城东区有 is such a name, too.
fn is_registered(case: &PlanCase<'_>, lang: Lang, name: &str) -> bool {
    let name = name.strip_suffix('有').unwrap_or(name);
    let says = |text: &Text| normal(text.get(lang)) == name;
    let areas = case.site.areas.iter().flat_map(|one| [&one.name, &one.short]);
    let bodies = case.site.organisations.iter().flat_map(|one| [&one.name, &one.short]);
    areas.chain(bodies).any(says)
}
