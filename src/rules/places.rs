//! In: the areas of a site other than that of a plan, and the paragraphs of its text. Out: which paragraphs are about one of
//! these areas, so that what they say of 高新技术企业 is said of those of 城东区.

use crate::claims::Claim;

use super::Case;
use super::reading::Reading;

/// The names of areas below that of the plan, in full and as tables print them.
pub struct Places<'s> {
    names: Vec<&'s str>,
}

impl<'s> Places<'s> {
    pub fn of(reading: &Reading<'_>, case: &Case<'s>) -> Self {
        let Some(whole) = reading.plan.area else { return Self { names: Vec::new() } };
        let below = case.site.areas.iter().filter(|area| area.parent == Some(whole));
        let names =
            below.flat_map(|area| [area.name.get(reading.lang), area.short.get(reading.lang)]);
        Self { names: names.filter(|name| !name.is_empty()).collect() }
    }

    /// The area that a paragraph begins with, as its subject: 城东区以高新区为龙头，….
    pub fn led(&self, text: &str) -> Option<&'s str> {
        let (name, rest) = self.beginning(text)?;
        // 城东区、城西区 are two, and 城东区12个 an item of a list.
        let goes_on = |c: char| {
            matches!(c, '、' | '和' | '与' | '及' | '区' | '县' | '市' | '（' | '(')
                || c.is_ascii_digit()
        };
        (!rest.is_empty() && !rest.starts_with(goes_on)).then_some(name)
    }

    /// The area that is the whole heading: （一）城东区.
    pub fn headed(&self, heading: &str) -> Option<&'s str> {
        let bare = heading.trim();
        let bare = bare.rsplit(['）', '、', '.', ' ']).next().unwrap_or(bare);
        let (name, rest) = self.beginning(bare)?;
        rest.is_empty().then_some(name)
    }

    /// The longest name at the beginning of a text, and what stands behind it.
    fn beginning<'t>(&self, text: &'t str) -> Option<(&'s str, &'t str)> {
        let names = self.names.iter().filter_map(|name| Some((*name, text.strip_prefix(name)?)));
        names.max_by_key(|(name, _)| name.len())
    }

    /// Whether a claim of a paragraph about an area is about that area, and does not say so itself: its sentence names no
    /// other area, nor the whole.
    pub fn is_of(&self, place: &str, text: &str, claim: &Claim) -> bool {
        const WHOLE: [&str; 8] =
            ["全市", "全省", "全区", "全县", "全州", "各区", "各县", "县（区）"];
        let before = text.get(..claim.range.end).unwrap_or(text);
        let start = before.rfind(['。', '；', '\n']).unwrap_or(0);
        let sentence = &before[start..];
        let other = |name: &&&str| !place.contains(**name) && !name.contains(place);
        !claim.name.starts_with(place)
            && !WHOLE.iter().any(|word| sentence.contains(word))
            && !self.names.iter().filter(other).any(|name| sentence.contains(name))
    }
}
