//! In: the minimum period that a consultation must be open, as a site or a round declares it. Out: how long that
//! is, from when it binds, and whether a period is long enough.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::language::Text;

/// A legal or local rule about the length of consultations.
#[derive(Clone, Debug)]
pub enum Profile {
    /// 重大行政决策: at least 30 days (重大行政决策程序暂行条例, State Council Order 713, article 15).
    MajorDecision,
    /// 规章: at least 30 days (规章制定程序条例, article 15).
    Rules,
    /// 规范性文件: commonly 7 working days, by local practice.
    NormativeDocument,
    /// No minimum.
    None,
    Custom(Custom),
}

/// A minimum of the author's own.
#[derive(Clone, Debug)]
pub struct Custom {
    pub length: Length,
    pub since: Option<Date>,
    /// Where the rule stands.
    pub source: Text,
}

/// How long a consultation must be open, the first and the last day counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Days(u32),
    WorkingDays(u32),
}

impl Profile {
    /// The minimum; `None` where there is none.
    pub fn length(&self) -> Option<Length> {
        match self {
            Self::MajorDecision | Self::Rules => Some(Length::Days(30)),
            Self::NormativeDocument => Some(Length::WorkingDays(7)),
            Self::None => None,
            Self::Custom(custom) => Some(custom.length),
        }
    }

    /// The day from which it binds; `None` where it has always done so.
    pub fn since(&self) -> Option<Date> {
        match self {
            Self::MajorDecision => Some(Date::constant(2019, 9, 1)),
            Self::Rules => Some(Date::constant(2018, 5, 1)),
            Self::NormativeDocument | Self::None => None,
            Self::Custom(custom) => custom.since,
        }
    }

    /// Whether it binds a consultation that opens on `day`.
    pub fn binds(&self, day: Date) -> bool {
        self.since().is_none_or(|since| since <= day)
    }

    /// The interface word that names its source; `None` for the author's own, and for practice that has none.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Self::MajorDecision => Some("profile-major-decision"),
            Self::Rules => Some("profile-rules"),
            Self::NormativeDocument | Self::None | Self::Custom(_) => None,
        }
    }
}

/// What a site says about its consultations.
#[derive(Debug, Default)]
pub struct Consultations {
    /// The minimum period where a round does not say.
    pub profile: Option<Profile>,
    /// So many days after the close the outcome is overdue.
    pub outcome_days: Option<u32>,
    pub calendar: WorkCalendar,
}

/// The days on which offices work: Monday to Friday, but for what the State Council moves every year.
#[derive(Debug, Default)]
pub struct WorkCalendar {
    /// Days from Monday to Friday on which nobody works.
    pub holidays: Vec<Date>,
    /// Days of a weekend on which everybody works.
    pub workdays: Vec<Date>,
}

impl WorkCalendar {
    fn is_working_day(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if weekend { self.workdays.contains(&day) } else { !self.holidays.contains(&day) }
    }

    /// How long it is from `start` to `end`, both counted, in the measure of `minimum`.
    pub fn measure(&self, start: Date, end: Date, minimum: Length) -> Length {
        match minimum {
            Length::Days(_) => {
                let days = start.until(end).map_or(0, |span| span.get_days()) + 1;
                Length::Days(u32::try_from(days).unwrap_or(0))
            }
            Length::WorkingDays(wanted) => {
                // Beyond the minimum nobody counts: a period may be years long.
                let days = start.series(1.day()).take_while(|day| *day <= end);
                let working = days.filter(|day| self.is_working_day(*day)).take(wanted as usize);
                Length::WorkingDays(u32::try_from(working.count()).unwrap_or(wanted))
            }
        }
    }
}

impl Length {
    pub fn number(self) -> u32 {
        match self {
            Self::Days(days) | Self::WorkingDays(days) => days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: i8, day: i8) -> Date {
        Date::constant(2026, month, day)
    }

    #[test]
    fn both_ends_count() {
        let calendar = WorkCalendar::default();
        let measure = |end| calendar.measure(day(4, 11), end, Length::Days(30));
        assert_eq!(measure(day(5, 10)), Length::Days(30));
        assert_eq!(measure(day(4, 11)), Length::Days(1));
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays_but_not_moved_ones() {
        // 1 to 7 October 2026 are holidays, Saturday the 10th is worked.
        let calendar = WorkCalendar {
            holidays: (1..=7).map(|one| day(10, one)).collect(),
            workdays: vec![day(10, 10)],
        };
        let measure = |end| calendar.measure(day(9, 30), end, Length::WorkingDays(7));
        assert_eq!(measure(day(10, 8)), Length::WorkingDays(2));
        assert_eq!(measure(day(10, 11)), Length::WorkingDays(4));
        assert_eq!(measure(day(12, 31)), Length::WorkingDays(7));
    }
}
