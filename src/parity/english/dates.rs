//! In: the tokens of an English text and a place among them. Out: the days, months and years of the calendar that begin there:
//! `11 April 2018`, `April 1 to 15`.

use rust_decimal::Decimal;

use crate::parity::numerals::english_month;
use crate::parity::quantity::Measure;

use super::Reader;

impl Reader<'_> {
    /// `11 April 2018`, `April 11, 2018`, `June 2018`
    pub(super) fn date(&mut self, at: usize) -> Option<usize> {
        // `phase 1 June 2028`
        const RANKED: [&str; 14] = [
            "phase", "stage", "table", "figure", "annex", "level", "group", "step", "round",
            "batch", "part", "type", "grade", "class",
        ];
        let ranked = || at > 0 && RANKED.contains(&&*self.tokens.lower(at - 1));
        let day_first = self.day(at).filter(|_| !ranked());
        if let Some((day, end)) = day_first.filter(|(_, end)| self.shares_month(*end)) {
            self.push_plain(day, Measure::Day, at..end);
            return Some(end);
        }
        let mut end = day_first.map_or(at, |(_, end)| end);
        if day_first.is_some() && self.tokens.word(end) == "of" {
            end += 1;
        }
        let month = english_month(self.tokens.word(end))?;
        end += 1;
        let behind = self.day(end).filter(|_| day_first.is_none());
        let day = day_first.or(behind);
        end = behind.map_or(end, |(_, end)| end);
        let comma = usize::from(self.tokens.is_mark(end, ","));
        let year = self.tokens.year(end + comma).or_else(|| self.tokens.year(end));
        // `May` and `March` are also other words.
        let alone = day.is_none() && year.is_none();
        if alone && matches!(self.tokens.word(at), "May" | "March") && !self.tokens.is_month(at) {
            return None;
        }
        if year.is_some() {
            end += 1 + if self.tokens.year(end).is_some() { 0 } else { comma };
        }
        let dates = [
            (day.map(|(day, _)| day), Measure::Day),
            (Some(month.into()), Measure::Month),
            (year, Measure::Year),
        ];
        for (value, measure) in dates {
            if let Some(value) = value {
                self.push_plain(value, measure, at..end);
            }
        }
        if let Some((day, last)) = behind.filter(|_| year.is_none()).and_then(|_| self.until(end)) {
            self.push_plain(day, Measure::Day, end + 1..last);
            return Some(last);
        }
        Some(end)
    }

    /// The second day of `April 1 to 15`, and the token behind it; but not in `from April 1 to 15 stations`.
    fn until(&self, joint: usize) -> Option<(Decimal, usize)> {
        const BEHIND: [&str; 12] =
            ["", "of", "and", "or", "in", "for", "at", "by", "every", "each", "the", "as"];
        let joins = matches!(self.tokens.word(joint), "to" | "through" | "and")
            || self.tokens.is_mark(joint, "-–—");
        let (day, end) = self.day(joint + 1).filter(|_| joins)?;
        let scaled = self.tokens.is_mark(end, "%.") && self.tokens.glued(end + 1);
        (BEHIND.contains(&self.tokens.word(end)) && !scaled && self.tokens.digits(end).is_none())
            .then_some((day, end))
    }

    /// A day of a month, with or without `th`, and the token behind it.
    fn day(&self, at: usize) -> Option<(Decimal, usize)> {
        let (value, _) = self.tokens.digits(at)?;
        let fits = value.scale() == 0 && value >= Decimal::ONE && value <= Decimal::from(31);
        fits.then(|| (value, at + 1 + usize::from(self.tokens.is_rank_ending(at + 1))))
    }

    /// Whether a day in front of a token has the month of the last one of its list: `5 to 10 June`, `5, 15 and 25 June`.
    fn shares_month(&self, mut at: usize) -> bool {
        /// More are no list of days.
        const MOST: usize = 4;
        let mut comma = false;
        for _ in 0..MOST {
            let word = matches!(self.tokens.word(at), "to" | "and" | "or");
            comma |= self.tokens.is_mark(at, ",");
            if !word && !self.tokens.is_mark(at, ",-–—~") {
                return false;
            }
            let Some((_, end)) = self.day(at + 1) else { return false };
            if english_month(self.tokens.word(end)).is_some() {
                return word || !comma;
            }
            at = end;
        }
        false
    }
}
