//! In: a number as an author writes it, with or without a bound. Out: an exact quantity, and how readers
//! see it. Nothing is ever computed in binary floating point.

use rust_decimal::Decimal;

use crate::language::{Voice, WordArg, ascii_digit};

/// How a value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Exactly,
    /// 以上, 不低于, 不少于
    AtLeast,
    /// 超过
    MoreThan,
    /// 以内, 不超过
    AtMost,
    /// 低于
    LessThan,
    /// 左右
    About,
    /// 3—5: from the value to this second one
    To(Decimal),
}

/// A value with its bound. The decimals behind the point stand as the author wrote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    pub value: Decimal,
    pub bound: Bound,
}

impl std::fmt::Display for Quantity {
    /// As authors write it: `438`, `>=80`, `3-5`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = self.value;
        match self.bound {
            Bound::Exactly => write!(f, "{value}"),
            Bound::AtLeast => write!(f, ">={value}"),
            Bound::MoreThan => write!(f, ">{value}"),
            Bound::AtMost => write!(f, "<={value}"),
            Bound::LessThan => write!(f, "<{value}"),
            Bound::About => write!(f, "~{value}"),
            Bound::To(end) => write!(f, "{value}-{end}"),
        }
    }
}

/// Why a text is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityError {
    NoNumber,
    RangeUpsideDown,
}

impl Quantity {
    pub fn exactly(value: Decimal) -> Self {
        Self { value, bound: Bound::Exactly }
    }

    /// Reads `438`, `">=80"`, `">500"`, `"<=5"`, `"<3"`, `"~30"` or `"3-5"`.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let text = text.trim();
        const BOUNDS: [(&str, Bound); 7] = [
            (">=", Bound::AtLeast),
            ("≥", Bound::AtLeast),
            ("<=", Bound::AtMost),
            ("≤", Bound::AtMost),
            (">", Bound::MoreThan),
            ("<", Bound::LessThan),
            ("~", Bound::About),
        ];
        for (mark, bound) in BOUNDS {
            if let Some(rest) = text.strip_prefix(mark) {
                return Ok(Self { value: number(rest)?, bound });
            }
        }
        // A minus at the very start is a sign; any later dash divides a range.
        let dash = text.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '–' | '—'));
        match dash {
            None => number(text).map(Self::exactly),
            Some((at, c)) => {
                let (from, to) = (number(&text[..at])?, number(&text[at + c.len_utf8()..])?);
                if to < from {
                    return Err(QuantityError::RangeUpsideDown);
                }
                Ok(Self { value: from, bound: Bound::To(to) })
            }
        }
    }
}

impl Quantity {
    /// So many times the quantity, without zeros that nobody measured behind the point; `None` where that would be too
    /// large to be written.
    pub fn times(self, times: Decimal) -> Option<Self> {
        if times == Decimal::ONE {
            return Some(self);
        }
        let product = |value: Decimal| Some(value.checked_mul(times)?.normalize());
        let bound = match self.bound {
            Bound::To(end) => Bound::To(product(end)?),
            bound => bound,
        };
        Some(Self { value: product(self.value)?, bound })
    }

    /// As a language writes it: `30左右`, `about 30`.
    pub fn text(&self, voice: &Voice<'_>) -> String {
        self.text_with_unit(voice, "")
    }

    /// With its unit, and both within its bound: `2.5%以上`, `at least 600 enterprises`.
    pub fn text_with_unit(&self, voice: &Voice<'_>, unit: &str) -> String {
        let value = |value| value_with_unit(voice, value, unit);
        let bounded = |key| voice.word_with(key, &[("value", WordArg::Text(&value(self.value)))]);
        match self.bound {
            Bound::Exactly => value(self.value),
            Bound::AtLeast => bounded("quantity-at-least"),
            Bound::MoreThan => bounded("quantity-more-than"),
            Bound::AtMost => bounded("quantity-at-most"),
            Bound::LessThan => bounded("quantity-less-than"),
            Bound::About => bounded("quantity-about"),
            Bound::To(end) => {
                let (from, end) = (voice.number(self.value), value(end));
                let args = [("value", WordArg::Text(&from)), ("end", WordArg::Text(&end))];
                voice.word_with("quantity-range", &args)
            }
        }
    }
}

fn value_with_unit(voice: &Voice<'_>, value: Decimal, unit: &str) -> String {
    let value = voice.number(value);
    let args = [("value", WordArg::Text(&value)), ("unit", WordArg::Text(unit))];
    match unit.chars().next() {
        None => value,
        // Signs stand close to their figure.
        Some('%' | '‰' | '°' | '％') => value + unit,
        // `40 (CNY 100 million)`
        Some('A'..='Z') => voice.word_with("chart-value-beside-unit", &args),
        Some(_) => voice.word_with("chart-value", &args),
    }
}

impl Quantity {
    /// How a number is written that an author wrote as in a text: `45以上`, `约30`, `２５家`.
    pub fn meant(text: &str) -> Option<String> {
        const BOUNDS: [(&str, &str); 13] = [
            ("不低于", ">="),
            ("不少于", ">="),
            ("以上", ">="),
            ("不超过", "<="),
            ("最高", "<="),
            ("以内", "<="),
            ("以下", "<="),
            ("超过", ">"),
            ("大于", ">"),
            ("低于", "<"),
            ("小于", "<"),
            ("左右", "~"),
            ("约", "~"),
        ];
        let mark = BOUNDS.iter().find(|(word, _)| text.contains(word)).map(|(_, mark)| *mark);
        let digits: String = text
            .chars()
            .map(|c| if c == '．' { '.' } else { ascii_digit(c).unwrap_or(c) })
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let value = number(&digits).ok()?;
        Some(mark.map_or_else(|| value.to_string(), |mark| format!("\"{mark}{value}\"")))
    }
}

/// A plain decimal number; `_` between digits is allowed as in TOML, exponents are not.
fn number(text: &str) -> Result<Decimal, QuantityError> {
    let text = text.trim().replace('_', "");
    let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && !digits.ends_with('.');
    if !plain {
        return Err(QuantityError::NoNumber);
    }
    Decimal::from_str_exact(&text).map_err(|_| QuantityError::NoNumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn reads_what_people_write() {
        let cases = [
            ("438", dec("438"), Bound::Exactly),
            ("-3.50", dec("-3.50"), Bound::Exactly),
            (">=80", dec("80"), Bound::AtLeast),
            ("≥ 80", dec("80"), Bound::AtLeast),
            (">500", dec("500"), Bound::MoreThan),
            ("<=5", dec("5"), Bound::AtMost),
            ("<3", dec("3"), Bound::LessThan),
            ("~30", dec("30"), Bound::About),
            ("3-5", dec("3"), Bound::To(dec("5"))),
            ("3—5", dec("3"), Bound::To(dec("5"))),
            ("-5--3", dec("-5"), Bound::To(dec("-3"))),
        ];
        for (text, value, bound) in cases {
            assert_eq!(Quantity::parse(text), Ok(Quantity { value, bound }), "{text}");
        }
        assert_eq!(Quantity::parse("1.0").unwrap().value.to_string(), "1.0");
    }

    #[test]
    fn refuses_what_is_none() {
        for text in [
            "",
            "abc",
            "1e5",
            ".",
            "5.",
            "１２",
            "12 家",
            ">=",
            "1.2.3",
            "--3",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(Quantity::parse(text), Err(QuantityError::NoNumber), "{text}");
        }
        assert_eq!(Quantity::parse("5-3"), Err(QuantityError::RangeUpsideDown));
    }

    #[test]
    fn a_quantity_in_a_smaller_unit() {
        let times = |text: &str, times: &str| {
            Quantity::parse(text).unwrap().times(dec(times)).map(|one| one.to_string())
        };
        assert_eq!(times(">=1.50", "10000").as_deref(), Some(">=15000"));
        assert_eq!(times("0.3-0.45", "100").as_deref(), Some("30-45"));
        assert_eq!(times("3.0", "1").as_deref(), Some("3.0"), "as it is written");
        assert_eq!(times("79228162514264337593543950335", "10"), None);
    }

    #[test]
    fn guesses_what_was_meant() {
        for (text, meant) in [
            ("45以上", Some("\">=45\"")),
            ("不超过3.5%", Some("\"<=3.5\"")),
            ("最高50万元", Some("\"<=50\"")),
            ("约30", Some("\"~30\"")),
            ("２５家", Some("25")),
            ("10家", Some("10")),
            ("许多", None),
        ] {
            assert_eq!(Quantity::meant(text).as_deref(), meant, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in ".*") {
            let _ = Quantity::parse(&text);
        }

        #[test]
        fn every_decimal_survives(value in -1_000_000i64..1_000_000, scale in 0u32..6) {
            let value = Decimal::new(value, scale);
            proptest::prop_assert_eq!(Quantity::parse(&value.to_string()), Ok(Quantity::exactly(value)));
        }
    }
}
