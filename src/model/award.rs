//! In: `awards.toml` of one plan, resolved. Out: what the plan gives to whom, and how much of it.

use rust_decimal::Decimal;

use crate::language::Text;

use super::document::Address;
use super::quantity::Quantity;

/// The awards and subsidies of a plan.
#[derive(Clone, Debug)]
pub struct Awards {
    pub title: Text,
    pub note: Option<Text>,
    pub list: Vec<Award>,
}

/// Something that a clause of the plan gives.
#[derive(Clone, Debug)]
pub struct Award {
    pub clause: Address,
    pub name: Text,
    /// Who can get it.
    pub who: Text,
    pub kind: AwardKind,
    /// What else the document says of it: once or yearly, of what it is a share, on which terms.
    pub conditions: Option<Text>,
    pub note: Option<Text>,
    /// Empty where the document states none.
    pub amounts: Vec<Amount>,
}

/// How the document calls what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardKind {
    /// 奖励
    Award,
    /// 补助, 补贴
    Subsidy,
    /// 配套资金
    Matching,
    /// 支持, without a word about its form
    Support,
}

/// The level of the body that recognises what is rewarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardLevel {
    National,
    Provincial,
    Municipal,
    County,
}

/// One amount of an award.
#[derive(Clone, Debug)]
pub struct Amount {
    pub level: Option<AwardLevel>,
    /// What the amount is for, where an award has several of one level.
    pub purpose: Option<Text>,
    pub sum: Sum,
    /// A ratio may have none.
    pub unit: Option<Text>,
}

/// A number with its bound, or how much is added to what another body gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    Quantity(Quantity),
    Ratio(Decimal, Decimal),
}

impl Sum {
    /// Reads `1:1`, both numbers above 0.
    pub fn ratio(text: &str) -> Option<Self> {
        let (one, other) = text.split_once(':')?;
        let part = |text: &str| {
            let text = text.trim();
            let plain = text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('_');
            let value = Decimal::from_str_exact(text).ok().filter(|_| plain)?;
            (value > Decimal::ZERO).then_some(value)
        };
        Some(Self::Ratio(part(one)?, part(other)?))
    }
}

impl AwardKind {
    pub const ALL: [Self; 4] = [Self::Award, Self::Subsidy, Self::Matching, Self::Support];

    pub fn code(self) -> &'static str {
        match self {
            Self::Award => "award",
            Self::Subsidy => "subsidy",
            Self::Matching => "matching",
            Self::Support => "support",
        }
    }
}

impl AwardLevel {
    pub const ALL: [Self; 4] = [Self::National, Self::Provincial, Self::Municipal, Self::County];

    pub fn code(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Provincial => "provincial",
            Self::Municipal => "municipal",
            Self::County => "county",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_has_two_numbers_above_zero() {
        let ratio = Sum::Ratio(Decimal::ONE, Decimal::new(15, 1));
        assert_eq!(Sum::ratio("1:1.5"), Some(ratio));
        assert_eq!(Sum::ratio(" 1 : 1.5 "), Some(ratio));
        for text in ["", "1", "1:", ":1", "1:0", "0:1", "1:-1", "1:1:1", "+1:1", "1:x", "1：1"] {
            assert_eq!(Sum::ratio(text), None, "{text}");
        }
    }
}
