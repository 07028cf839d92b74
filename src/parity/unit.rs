//! In: the unit of a table in two languages. Out: whether one of it is not the same in both: 1万元 is CNY 10,000, and
//! whoever calls it CNY makes every figure of the column wrong by ten thousand.

use rust_decimal::Decimal;

use crate::diagnostic::Span;
use crate::diagnostic::translation::{QuantityKind, Quoted};

use super::documents::{Mismatch, Said};
use super::quantity::{Measure, Quantity};
use super::units::CURRENCIES;
use super::{Reader, Which};

/// The difference between a unit and its translation, if there is one.
pub fn differs(
    source: (&str, Reader),
    target: (&str, Reader),
    (source_span, target_span): (Span, Span),
) -> Option<Mismatch> {
    let (kind, ours, theirs) = unlike(source, target)?;
    let said = |unit: &str, quantity: &Quantity| {
        let quoted = Quoted { text: unit.trim().to_owned(), value: quantity.to_string() };
        Some(Said { quoted, earlier: 0 })
    };
    Some(Mismatch {
        kind,
        source: said(source.0, &ours),
        target: said(target.0, &theirs),
        source_sentence: source.0.to_owned(),
        target_sentence: target.0.to_owned(),
        source_span,
        target_span,
    })
}

/// One of each unit, where they differ, and how.
fn unlike(
    source: (&str, Reader),
    target: (&str, Reader),
) -> Option<(QuantityKind, Quantity, Quantity)> {
    let (ours, theirs) = (one(source.1, source.0)?, one(target.1, target.0)?);
    // 万平方米 and `hectares`
    let hectares = |one: &Quantity, two: &Quantity| {
        one.measure == Measure::Unit("m²")
            && two.measure == Measure::Unit("ha")
            && two.value.checked_mul(Decimal::from(10_000)) == Some(one.value)
    };
    if hectares(&ours, &theirs) || hectares(&theirs, &ours) {
        return None;
    }
    if ours.value != theirs.value {
        return Some((QuantityKind::Value, ours, theirs));
    }
    apart(&ours.measure, &theirs.measure).then_some((QuantityKind::Unit, ours, theirs))
}

/// Money is never something else, and known units are not each other. What is counted may be called anything.
fn apart(ours: &Measure, theirs: &Measure) -> bool {
    let money = |one: &Measure| matches!(one, Measure::Money(_));
    let known = |one: &Measure| {
        use Measure::{PerMille, Percent, Points, Unit};
        matches!(one, Unit(_) | Percent | PerMille | Points)
    };
    let tell = money(ours) || money(theirs) || (known(ours) && known(theirs));
    tell && !ours.agrees(theirs)
}

/// How much one of a unit is. `None` where nobody can tell.
pub(super) fn one(reader: Reader, unit: &str) -> Option<Quantity> {
    // `× 10,000 participants`
    let unit = unit.trim().trim_start_matches('×').trim_start();
    let read = |text: &str| {
        let list = reader.quantities(text, Which::All);
        list.into_iter().find(|quantity| quantity.range.start == 0)
    };
    // `CNY 10,000` is one already, and `10,000 people` and `ten thousand people`; `both` and 双 are not.
    let own = read(unit).filter(|own| {
        let in_words = reader == Reader::English && own.value >= Decimal::ONE_HUNDRED;
        let in_digits = unit.starts_with(|c: char| c.is_ascii_digit());
        in_digits || in_words || matches!(own.measure, Measure::Money(_))
    });
    own.or_else(|| match reader {
        Reader::Chinese => read(&format!("1{unit}")),
        Reader::English => read(&one_in_english(unit)),
    })
}

/// `1 enterprises`, `CNY 1 million`
fn one_in_english(unit: &str) -> String {
    let names = CURRENCIES.iter().flat_map(|(_, _, names)| names.iter());
    // `yuan` is behind its number, as other words are.
    let before = names.filter(|name| !name.starts_with(char::is_lowercase));
    let currency = before.filter_map(|name| Some((name, unit.strip_prefix(name)?)));
    match currency.max_by_key(|(name, _)| name.len()) {
        Some((name, rest)) => format!("{name} 1 {}", rest.trim_start()),
        None => format!("1 {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(chinese: &str, english: &str) -> Option<QuantityKind> {
        unlike((chinese, Reader::Chinese), (english, Reader::English)).map(|(kind, ..)| kind)
    }

    #[test]
    fn units_that_are_the_same() {
        for (chinese, english) in [
            ("万元", "CNY 10,000"),
            ("亿元", "CNY 100 million"),
            ("亿元", "100 million yuan"),
            ("元", "CNY"),
            ("元", "yuan"),
            ("万美元", "USD 10,000"),
            ("家", "enterprises"),
            ("个", "scenarios"),
            ("万人", "10,000 people"),
            ("万家", "ten thousand enterprises"),
            ("双", "pairs"),
            ("公里", "km"),
            ("%", "%"),
            ("%", "per cent"),
            ("‰", "‰"),
            ("个百分点", "percentage points"),
            ("吨标准煤", "tonnes of standard coal"),
            ("万吨", "10,000 tonnes"),
            ("人次", "places"),
            ("元/平方米", "CNY per square metre"),
            ("年", "years"),
            ("分钟", "minutes"),
            ("平方公里", "km²"),
            ("点", "points"),
            ("分", "points"),
            ("天", "days"),
            ("百万元", "CNY million"),
            ("千元", "CNY 1,000"),
            ("万人次", "10,000 visits"),
            ("微克/立方米", "µg/m³"),
            ("万平方米", "hectares"),
            ("万人次", "× 10,000 participants"),
            ("次", "times"),
            ("倍", "times"),
        ] {
            assert_eq!(kind(chinese, english), None, "{chinese} {english}");
        }
    }

    #[test]
    fn units_that_are_not() {
        use QuantityKind::{Unit, Value};
        for (chinese, english, expected) in [
            ("万元", "CNY", Value),
            ("万元", "yuan", Value),
            ("亿元", "CNY million", Value),
            ("亿元", "CNY billion", Value),
            ("元", "CNY 10,000", Value),
            ("万人", "people", Value),
            ("人", "10,000 people", Value),
            ("公里", "m", Unit),
            ("%", "‰", Unit),
            ("元", "USD", Unit),
            ("元", "people", Unit),
            ("亩", "ha", Unit),
        ] {
            assert_eq!(kind(chinese, english), Some(expected), "{chinese} {english}");
        }
    }
}
