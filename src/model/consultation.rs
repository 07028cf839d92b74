//! In: the rounds of `consultation.toml`. Out: what is asked, until when, and every way to answer; and
//! in which state a round is on a given day.

use jiff::civil::Date;

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::document::Document;
use super::organisation::Organisation;
use super::register::{Days, Id, Key};

/// One call for comments on a plan.
#[derive(Debug)]
pub struct Round {
    pub id: Id,
    /// The title of the notice.
    pub title: Text,
    pub organiser: Spanned<Key<Organisation>>,
    pub published: Option<Date>,
    pub days: Days,
    pub asked: Text,
    pub who: Text,
    /// What happens next, where the notice says so.
    pub next: Option<Text>,
    pub note: Option<Text>,
    /// The whole notice, in every language of the site.
    pub notice: Option<Vec<Document>>,
    pub channels: Vec<Channel>,
    pub span: Span,
}

/// A way to answer, or to ask.
#[derive(Debug)]
pub struct Channel {
    pub means: Means,
    /// Whether comments are taken here; else it is given for questions only.
    pub takes_comments: bool,
    pub note: Option<Text>,
}

/// By what means a channel works.
#[derive(Debug)]
pub enum Means {
    Email(String),
    Post { recipient: Option<Text>, address: Text, postcode: Option<String> },
    Telephone { number: String, hours: Option<Text> },
    Form(String),
    InPerson { address: Text, hours: Option<Text> },
}

/// Where a round stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    NotOpenYet,
    /// With the days that are left, the last one counted: 1 on the closing day.
    Open {
        days_left: i32,
    },
    /// Closed, comments being considered.
    Closed,
}

impl Round {
    /// The state on `today` in the site's time zone. A closing day ends at 24:00.
    pub fn state(&self, today: Date) -> RoundState {
        if today < self.days.start {
            RoundState::NotOpenYet
        } else if today > self.days.end {
            RoundState::Closed
        } else {
            let left = today.until(self.days.end).map_or(0, |span| span.get_days());
            RoundState::Open { days_left: left + 1 }
        }
    }
}
