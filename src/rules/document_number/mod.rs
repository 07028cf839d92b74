//! In: the document numbers of plans, and those that texts cite. Out: a finding for each that is not written as
//! document numbers are, with the edit that sets wrong brackets right.

mod written;

use jiff::civil::Date;

use crate::diagnostic::publication::{NumberFault, Publication};
use crate::diagnostic::{Diagnostic, Diagnostics, Edit, Level, Problem, Span, Spanned};
use crate::language::is_han;
use crate::model::basis::BasisDocument;

use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

use written::{Fault, Written, is_other_form, written};

pub const RULE: Rule = Rule {
    name: "document-number",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Document numbers are written as 衡政字〔2016〕21号 is: the year with four digits in 〔〕, the number without 0 or 第 before it, 号 at the end.",
    why: "The form is fixed (GB/T 9704), and searches for a document find it only by its number as it is printed.",
    fixed: None,
    fails: &[("text.zh.md", "按照水字[2024]5号文件执行。")],
    passes: &[("text.zh.md", "按照水字〔2024〕5号文件执行。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let plan = case.plan;
    if let Some(number) = &plan.document_number {
        own(plan.signed.as_ref(), number, case, found);
    }
    let others = plan.basis.iter().filter_map(|one| match &one.document {
        BasisDocument::Other { number, .. } => number.as_ref(),
        BasisDocument::Plan(_) => None,
    });
    others.for_each(|number| own(None, number, case, found));
    for reading in case.readings.iter().filter(|one| one.lang == first) {
        for paragraph in &reading.paragraphs {
            cited(paragraph, reading, found);
        }
    }
}

fn report(
    text: &str,
    fault: NumberFault,
    place: Span,
    other: Option<Span>,
    fix: Vec<Edit>,
    found: &mut Diagnostics,
) {
    let problem = Publication::DocumentNumber { text: text.to_owned(), fault };
    let mut finding = Diagnostic::new(Problem::Publication(problem), place).with_fix(fix);
    finding.related = other;
    found.push(finding);
}

/// A number in `plan.toml`: that of the plan itself, with the day of its signature, or of a document that it is based on.
fn own(
    signed: Option<&Spanned<Date>>,
    number: &Spanned<String>,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let text = number.value.trim();
    // Numbers of other countries have other forms.
    if !text.chars().any(is_han) || is_other_form(text) {
        return;
    }
    let mut all: Vec<Written> = Vec::new();
    written(text, |one| all.push(one));
    let whole = all.first().filter(|one| one.range == (0..text.len()));
    let Some(one) = whole.filter(|_| all.len() == 1) else {
        report(text, NumberFault::Form, number.span, None, Vec::new(), found);
        return;
    };
    if let Some(fault) = one.fault {
        let source = case.files.at(number.span);
        let fix = match source.find(text) {
            Some(start) => brackets(one, fault, |range, new| {
                let place = Span::new(
                    number.span.file,
                    number.span.range().start + start + range.start
                        ..number.span.range().start + start + range.end,
                );
                Some(Edit { place, text: new.to_owned() })
            }),
            None => Vec::new(),
        };
        report(text, meant(fault), number.span, None, fix, found);
    } else if let Some(signed) = signed.filter(|signed| one.year != signed.value.year()) {
        let fault = NumberFault::OtherYear(signed.value.year());
        report(text, fault, number.span, Some(signed.span), Vec::new(), found);
    }
}

/// The numbers that a paragraph cites.
fn cited(paragraph: &Paragraph<'_>, reading: &Reading<'_>, found: &mut Diagnostics) {
    let prose = &paragraph.prose;
    written(prose.text(), |one| {
        let text = &prose.text()[one.range.clone()];
        let place = prose.span(one.range.clone());
        if let Some(fault) = one.fault {
            let fix = brackets(&one, fault, |range, new| prose.edit(range, new));
            report(text, meant(fault), place, None, fix, found);
        } else if let Some(date) =
            reading.plan.appeared().filter(|date| one.year > date.value.year())
        {
            let fault = NumberFault::Later(date.value.year());
            report(text, fault, place, Some(date.span), Vec::new(), found);
        }
    });
}

/// The two edits that make the brackets right; nothing else has exactly one right answer.
fn brackets(
    one: &Written,
    fault: Fault,
    edit: impl Fn(std::ops::Range<usize>, &str) -> Option<Edit>,
) -> Vec<Edit> {
    if fault != Fault::Brackets {
        return Vec::new();
    }
    match (edit(one.open.clone(), "〔"), edit(one.close.clone(), "〕")) {
        (Some(open), Some(close)) => vec![open, close],
        _ => Vec::new(),
    }
}

fn meant(fault: Fault) -> NumberFault {
    match fault {
        Fault::Brackets => NumberFault::Brackets,
        Fault::ShortYear => NumberFault::ShortYear,
        Fault::LeadingZero => NumberFault::LeadingZero,
        Fault::Ordinal => NumberFault::Ordinal,
        Fault::NoEnd => NumberFault::NoEnd,
        Fault::Blank => NumberFault::Blank,
    }
}
