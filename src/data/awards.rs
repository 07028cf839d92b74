//! In: the awards and subsidies of a plan. Out: a row for every amount, and one for every award that has none.

use crate::model::Plan;
use crate::model::award::{Amount, Award, Sum};

use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "award",
    "clause",
    "name",
    "who",
    "award_kind",
    "award_kind_name",
    "level",
    "level_name",
    "purpose",
    "bound",
    "value",
    "value_to",
    "ratio",
    "unit",
    "conditions",
    "note",
];

pub fn table<'s>(scene: &'s Scene<'s>, plan: usize) -> Table<'s> {
    let plan = &scene.site.plans[plan];
    let awards = plan.awards.iter().flat_map(|awards| &awards.list);
    let rows = awards.zip(1u32..).flat_map(move |(award, number)| {
        let amounts = award.amounts.iter().map(Some);
        let none = award.amounts.is_empty().then_some(None);
        amounts.chain(none).map(move |amount| row(scene, plan, number, award, amount))
    });
    Table::new(COLUMNS, rows)
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    number: u32,
    award: &'s Award,
    amount: Option<&'s Amount>,
) -> Vec<Cell<'s>> {
    let lang = scene.voice.lang;
    let level = amount.and_then(|amount| amount.level).map(|level| level.code());
    let (quantity, ratio) = match amount.map(|amount| amount.sum) {
        None => (None, None),
        Some(Sum::Quantity(quantity)) => (Some(quantity), None),
        Some(Sum::Ratio(one, other)) => (None, Some(format!("{one}:{other}"))),
    };
    let [bound, value, value_to] = Cell::quantity(quantity);
    let purpose = amount.and_then(|amount| amount.purpose.as_ref());
    let unit = amount.and_then(|amount| amount.unit.as_ref());
    vec![
        Cell::text(plan.id.as_str()),
        Cell::count(number),
        Cell::text(award.clause.as_str()),
        Cell::text(award.name.get(lang)),
        Cell::text(award.who.get(lang)),
        Cell::text(award.kind.code()),
        Cell::text(scene.voice.word(&format!("award-kind-{}", award.kind.code()))),
        Cell::maybe(level),
        Cell::maybe(level.map(|level| scene.voice.word(&format!("award-level-{level}")))),
        Cell::maybe(purpose.map(|text| text.get(lang))),
        bound,
        value,
        value_to,
        Cell::maybe(ratio),
        Cell::maybe(unit.map(|text| text.get(lang))),
        Cell::maybe(award.conditions.as_ref().map(|text| text.get(lang))),
        Cell::maybe(award.note.as_ref().map(|text| text.get(lang))),
    ]
}
