//! In: the rounds of `consultation.toml`. Out: what is asked, until when, every way to answer, what came in
//! and what became of it; and in which state a round is on a given day.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::document::{Address, Document};
use super::minimum::Profile;
use super::organisation::Organisation;
use super::register::{Id, Key, Period};
use super::telephone::Telephone;

/// One call for comments on a plan.
#[derive(Clone, Debug)]
pub struct Round {
    pub id: Id,
    /// The title of the notice.
    pub title: Text,
    pub organiser: Spanned<Key<Organisation>>,
    pub published: Option<Date>,
    /// The day on which the notice was last changed, as when the period was made longer.
    pub updated: Option<Date>,
    pub period: Period<Limit>,
    pub asked: Text,
    pub who: Text,
    /// What the office needs from those who answer, such as name, unit and telephone.
    pub needs: Option<Text>,
    /// What happens next, where the notice says so.
    pub next: Option<Text>,
    pub note: Option<Text>,
    /// The whole notice, in every language of the site.
    pub notice: Option<Vec<Document>>,
    pub channels: Vec<Channel>,
    pub papers: Vec<Paper>,
    /// The minimum period, where it is not the one of the site.
    pub profile: Option<Profile>,
    /// Why the period is shorter than the minimum.
    pub shorter: Option<Text>,
    /// The day by which the outcome is promised.
    pub outcome_due: Option<Spanned<Date>>,
    pub outcome: Option<Outcome>,
    /// Whether there is an outcome that could not be read, which has been reported.
    pub outcome_broken: bool,
    /// What came in, in the order of the file.
    pub submissions: Vec<Submission>,
    /// Whether submissions are missing that could not be read, which has been reported.
    pub damaged: bool,
    pub span: Span,
}

/// The first or the last moment of a round: a day, and an hour where the notice gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub date: Date,
    pub time: Option<Time>,
}

impl Limit {
    /// As the end of a round: 0:00 on the 26th is the end of the 25th.
    pub fn as_end(self) -> Self {
        if self.time != Some(Time::midnight()) {
            return self;
        }
        Self { date: self.date.saturating_sub(1.day()), time: None }
    }
}

/// By the day, and within a day by the hours where both have one.
impl PartialOrd for Limit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let hours = match (self.time, other.time) {
            (Some(one), Some(other)) => one.cmp(&other),
            _ => Ordering::Equal,
        };
        Some(self.date.cmp(&other.date).then(hours))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        self.time.map_or(Ok(()), |time| write!(f, " {}", time.strftime("%H:%M")))
    }
}

/// A way to answer, or to ask.
#[derive(Clone, Debug)]
pub struct Channel {
    pub means: Means,
    /// Whether comments are taken here; else it is given for questions only.
    pub takes_comments: bool,
    pub note: Option<Text>,
    pub span: Span,
}

/// By what means a channel works.
#[derive(Clone, Debug)]
pub enum Means {
    Email(String),
    Post { recipient: Option<Text>, address: Text, postcode: Option<String> },
    Telephone { number: Telephone, hours: Option<Text> },
    Form(String),
    InPerson { address: Text, hours: Option<Text> },
}

/// The kind of means, by which a channel and a submission are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Email,
    Post,
    Telephone,
    Form,
    InPerson,
}

impl ChannelKind {
    /// The name in files, addresses of words and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Post => "post",
            Self::Telephone => "telephone",
            Self::Form => "form",
            Self::InPerson => "in-person",
        }
    }
}

impl Means {
    pub fn kind(&self) -> ChannelKind {
        match self {
            Self::Email(_) => ChannelKind::Email,
            Self::Post { .. } => ChannelKind::Post,
            Self::Telephone { .. } => ChannelKind::Telephone,
            Self::Form(_) => ChannelKind::Form,
            Self::InPerson { .. } => ChannelKind::InPerson,
        }
    }
}

/// A document that belongs to the call, such as the explanation of the draft.
#[derive(Clone, Debug)]
pub struct Paper {
    pub title: Text,
    pub place: PaperPlace,
}

/// Where a document of a call is.
#[derive(Clone, Debug)]
pub enum PaperPlace {
    /// Below `files/` of the plan.
    File(String),
    Url(String),
}

/// What became of a consultation, once that is published.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub published: Spanned<Date>,
    /// In every language of the site.
    pub text: Option<Vec<Document>>,
    /// As the author counted; where the submissions are listed, the list counts.
    pub counts: Option<Spanned<Counts>>,
    pub span: Span,
}

/// A comment that came in, anonymised.
#[derive(Clone, Debug)]
pub struct Submission {
    pub date: Option<Spanned<Date>>,
    pub channel: Option<ChannelKind>,
    /// Clauses of the plan that the round is about; none for the plan as a whole.
    pub clauses: Vec<Address>,
    pub gist: Spanned<Text>,
    pub adoption: Adoption,
    pub reason: Spanned<Text>,
    /// Clauses of the plan that came of the draft which changed because of it, as the author names them.
    pub changed: Vec<Spanned<Address>>,
    pub span: Span,
}

/// 采纳情况: what became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// 采纳
    Adopted,
    /// 部分采纳
    PartlyAdopted,
    /// 解释说明
    Explained,
    /// 未采纳
    NotAdopted,
}

impl Adoption {
    /// All of them, in the order in which outcomes count them.
    pub const ALL: [Self; 4] =
        [Self::Adopted, Self::PartlyAdopted, Self::Explained, Self::NotAdopted];

    /// The name in files, addresses of words and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::PartlyAdopted => "partly-adopted",
            Self::Explained => "explained",
            Self::NotAdopted => "not-adopted",
        }
    }

    /// Whether the text should have changed because of the comment.
    pub fn changes_text(self) -> bool {
        matches!(self, Self::Adopted | Self::PartlyAdopted)
    }
}

/// How many comments became what, in the order of `Adoption::ALL`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub [u32; 4]);

impl Counts {
    pub fn of(&self, adoption: Adoption) -> u32 {
        self.0[adoption as usize]
    }

    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, one| sum.saturating_add(*one))
    }
}

impl FromIterator<Adoption> for Counts {
    fn from_iter<I: IntoIterator<Item = Adoption>>(adoptions: I) -> Self {
        let mut counts = Self::default();
        for adoption in adoptions {
            counts.0[adoption as usize] += 1;
        }
        counts
    }
}

/// Where a round stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    NotOpenYet,
    /// With the days that are left after this one: 0 on the closing day.
    Open {
        days_left: i32,
    },
    /// Closed, comments being considered.
    Closed,
    /// Closed, and what became of the comments is published.
    OutcomePublished,
}

impl Round {
    /// The state on `today` in the site's time zone. A closing day counts as open to its end, also where the
    /// round closes at an hour of it: pages are made for days, and browsers look at the hour.
    pub fn state(&self, today: Date) -> RoundState {
        let Period { start, end, .. } = self.period;
        let published = |outcome: &Outcome| outcome.published.value <= today;
        if today < start.date {
            RoundState::NotOpenYet
        } else if today <= end.date {
            let left = today.until(end.date).map_or(0, |span| span.get_days());
            RoundState::Open { days_left: left }
        } else if self.outcome.as_ref().is_some_and(published) {
            RoundState::OutcomePublished
        } else {
            RoundState::Closed
        }
    }

    /// Whether comments are still or will yet be taken on `today`.
    pub fn takes_comments(&self, today: Date) -> bool {
        today <= self.period.end.date
    }

    pub fn is_open(&self, today: Date) -> bool {
        matches!(self.state(today), RoundState::Open { .. })
    }

    /// The first moment of the round.
    pub fn opens(&self, zone: &TimeZone) -> Timestamp {
        let Limit { date, time } = self.period.start;
        moment(date.to_datetime(time.unwrap_or(Time::midnight())), zone)
    }

    /// The first moment after the round: its hour, or the end of its last day, 24:00.
    pub fn closes(&self, zone: &TimeZone) -> Timestamp {
        let Limit { date, time } = self.period.end;
        let end = match time {
            Some(time) => date.to_datetime(time),
            None => date.saturating_add(1.day()).to_datetime(Time::midnight()),
        };
        moment(end, zone)
    }

    /// What became of the comments, once that is published.
    pub fn outcome_on(&self, today: Date) -> Option<&Outcome> {
        let published = self.state(today) == RoundState::OutcomePublished;
        self.outcome.as_ref().filter(|_| published)
    }

    /// Whether the list of comments is published on `today`.
    pub fn lists_comments(&self, today: Date) -> bool {
        self.outcome_on(today).is_some() && !self.submissions.is_empty()
    }

    /// The day of the notice; where it gives none, that on which the plan appeared, or the first day of the round if that
    /// is earlier or nothing else is known.
    pub fn announced(&self, plan: Option<&Spanned<Date>>) -> Date {
        let opens = self.period.start.date;
        self.published.unwrap_or_else(|| plan.map_or(opens, |plan| plan.value.min(opens)))
    }

    /// The day on which what the notice says was last changed.
    pub fn revised(&self, plan: Option<&Spanned<Date>>) -> Date {
        let announced = self.announced(plan);
        self.updated.map_or(announced, |updated| updated.max(announced))
    }

    /// The channels that take comments.
    pub fn answers(&self) -> impl Iterator<Item = &Channel> {
        self.channels.iter().filter(|channel| channel.takes_comments)
    }

    /// How many comments became what: by the list, or as the author counted.
    pub fn counts(&self) -> Counts {
        match self.outcome.as_ref().and_then(|outcome| outcome.counts.as_ref()) {
            Some(counts) if self.submissions.is_empty() => counts.value,
            _ => self.submissions.iter().map(|one| one.adoption).collect(),
        }
    }
}

/// A moment that a zone skips, as when clocks are put forward, is the one after the gap.
fn moment(time: DateTime, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_zoned(time).compatible().map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_compared_by_day_and_by_hour_where_both_have_one() {
        let limit =
            |day: i8, time: Option<Time>| Limit { date: Date::constant(2026, 4, day), time };
        let (nine, five) = (Some(Time::constant(9, 0, 0, 0)), Some(Time::constant(17, 0, 0, 0)));
        assert!(limit(25, five) > limit(25, nine));
        assert!(limit(25, None) >= limit(25, nine) && limit(25, None) <= limit(25, nine));
        assert!(limit(24, five) < limit(25, None));
        assert_eq!(limit(25, five).to_string(), "2026-04-25 17:00");
    }

    #[test]
    fn a_moment_that_a_zone_skips_is_the_one_after_the_gap() {
        let zone = jiff::tz::TimeZoneDatabase::bundled().get("Europe/Berlin").unwrap();
        let skipped = Date::constant(2026, 3, 29).at(2, 30, 0, 0);
        assert_eq!(moment(skipped, &zone).to_string(), "2026-03-29T01:30:00Z");
    }
}
