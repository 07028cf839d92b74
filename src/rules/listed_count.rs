//! In: what the texts claim. Out: a finding at every count whose list names more or fewer.

use crate::claims::Counted;
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use crate::model::html::Html;

use super::enumeration_broken::Kind;
use super::reading::Paragraph;
use super::stated::texts;
use super::table_rows;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "listed-count",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A count such as 八大产业集群 agrees with the list beside it, and 以下四项原则： with the list of the paragraphs below it, and 表2列出8项 with the rows of that table. With 等, a list of half or fewer is only an example.",
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
        table_rows::check(text.paragraphs(), found);
        for (one, behind) in text.announced() {
            let said = one.it.said;
            let Some((least, most)) = items(behind) else { continue };
            if said < least || most < said {
                let named = if most < said { most } else { least };
                let words = one.words(&one.it.range);
                let problem = Figures::Listed { words, said, named };
                found.report(Problem::Figures(problem), one.span(&one.it.range));
            }
        }
    }
}

/// How many items the list has with which paragraphs begin: a list of Markdown, or paragraphs that begin with a dash. The
/// fewest and the most, where other paragraphs stand between them.
fn items(behind: &[Paragraph<'_>]) -> Option<(usize, usize)> {
    let html = |one: &Paragraph<'_>| one.block.and_then(|block| block.html()).cloned();
    let first = html(behind.first()?)?;
    if matches!(first.tag(), "ul" | "ol") {
        // A list that goes on behind another paragraph is two.
        let other = behind[1..].iter().filter_map(html).any(|one| one.tag() == first.tag());
        return (!other).then(|| outer_items(&first)).map(|count| (count, count));
    }
    let dash = |one: &&Paragraph<'_>| one.prose.text().starts_with(['—', '–']);
    let least = behind.iter().take_while(dash).count();
    let most = behind.iter().filter(dash).count();
    (least > 1).then_some((least, most)).or_else(|| points(behind))
}

/// The paragraphs that begin with 一是, 二是 and so on, or with （一）, （二）.
fn points(behind: &[Paragraph<'_>]) -> Option<(usize, usize)> {
    /// More are no list that somebody counts in words.
    const MOST: u32 = 30;
    let first = behind.first()?.prose.text();
    let kinds = [Kind::Is, Kind::Bracket];
    let kind = kinds.into_iter().find(|kind| first.starts_with(&kind.write(1)))?;
    let point = |number| kind.write(number);
    // Where the first one holds another, they are said in one paragraph.
    if first.contains(&point(2)) {
        return None;
    }
    let mut texts = behind.iter().map(|one| one.prose.text());
    let count = (1..=MOST).take_while(|number| texts.any(|text| text.starts_with(&point(*number))));
    Some(count.count()).filter(|count| *count > 1).map(|count| (count, count))
}

/// The items of a list, without those of lists within it.
pub(super) fn outer_items(html: &Html) -> usize {
    let mut text = String::new();
    html.fill(&mut text, |_| String::new());
    let (mut depth, mut count) = (0usize, 0);
    for tag in text.split('<').skip(1) {
        match tag.split([' ', '>']).next().unwrap_or("") {
            "ul" | "ol" => depth += 1,
            "/ul" | "/ol" => depth = depth.saturating_sub(1),
            "li" if depth == 1 => count += 1,
            _ => {}
        }
    }
    count
}

fn is_wrong(one: &Counted) -> bool {
    let (least, most) = one.named;
    let near = most * 2 > one.said && least < one.said * 2;
    (most < one.said || least > one.said) && near
}
