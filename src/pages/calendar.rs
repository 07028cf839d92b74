//! In: rounds of consultations. Out: calendars (RFC 5545) with the day on which each closes and a reminder before.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::language::{WordArg, one_line};
use crate::model::Plan;
use crate::model::consultation::Round;

use super::Context;
use super::round_parts::{deadline, round_url};

/// The closing day of one round.
pub fn one(cx: &Context<'_>, plan: &Plan, round: &Round) -> String {
    let name = cx.word_with("calendar-of", &[("plan", WordArg::Text(plan.short.get(cx.lang)))]);
    calendar(cx, &name, &[(plan, round)])
}

/// The closing days of all rounds that are open or will open. Where there are none, the last one that has
/// closed: a calendar without any entry is no calendar.
pub fn all(cx: &Context<'_>) -> String {
    let mut rounds: Vec<(&Plan, &Round)> = cx.site.rounds().collect();
    rounds.sort_by_key(|(_, round)| round.period.end.date);
    let last = rounds.last().copied();
    rounds.retain(|(_, round)| round.takes_comments(cx.today));
    if rounds.is_empty() {
        rounds.extend(last);
    }
    calendar(cx, &cx.word("calendar-all"), &rounds)
}

fn calendar(cx: &Context<'_>, name: &str, rounds: &[(&Plan, &Round)]) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//lantu//consultations//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.text("X-WR-CALNAME", name);
    lines.text("X-WR-TIMEZONE", &cx.site.config.time_zone_name);
    for (plan, round) in rounds {
        event(cx, plan, round, &mut lines);
    }
    lines.add("END", "VCALENDAR");
    lines.out
}

/// A whole day, or the moment where the round closes at an hour. The reminder comes on the day before: at nine in
/// the morning, or at that hour.
fn event(cx: &Context<'_>, plan: &Plan, round: &Round, lines: &mut Lines) {
    let (limit, zone) = (round.period.end, &cx.site.config.time_zone);
    let domain = cx.site.config.base_url.domain();
    let url = cx.absolute(&round_url(cx, plan, round));
    let plan_name = [("plan", WordArg::Text(plan.short.get(cx.lang)))];
    let summary = cx.word_with("calendar-closes", &plan_name);
    let closing = deadline(cx, limit);
    let title = one_line(round.title.get(cx.lang));
    let args = [
        ("title", WordArg::Text(&title)),
        ("deadline", WordArg::Text(&closing)),
        ("url", WordArg::Text(&url)),
    ];
    lines.add("BEGIN", "VEVENT");
    lines.text("UID", &format!("{}.{}@{domain}", round.id, plan.id));
    let (announced, revised) = (round.announced(plan.appeared()), round.revised(plan.appeared()));
    lines.add("DTSTAMP", &utc(first_moment(revised, zone)));
    // Calendars take the entry with the higher number for the newer one (section 3.8.7.4).
    let sequence = announced.until(revised).map_or(0, |span| span.get_days());
    lines.add("SEQUENCE", &sequence.to_string());
    let reminder = match limit.time {
        None => {
            let next = limit.date.saturating_add(1.day());
            lines.add("DTSTART;VALUE=DATE", &limit.date.strftime("%Y%m%d").to_string());
            lines.add("DTEND;VALUE=DATE", &next.strftime("%Y%m%d").to_string());
            "-PT15H"
        }
        Some(_) => {
            lines.add("DTSTART", &utc(round.closes(zone)));
            "-P1D"
        }
    };
    lines.text("SUMMARY", &summary);
    let mut text = cx.word_with("calendar-text", &args);
    if let Some(note) = &round.note {
        text.push_str(&format!(
            "\n{}{}",
            cx.word("editors-note-begins"),
            one_line(note.get(cx.lang))
        ));
    }
    lines.text("DESCRIPTION", &text);
    lines.add("URL", &url);
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("BEGIN", "VALARM");
    lines.add("ACTION", "DISPLAY");
    lines.text("DESCRIPTION", &summary);
    lines.add("TRIGGER", reminder);
    lines.add("END", "VALARM");
    lines.add("END", "VEVENT");
}

fn first_moment(date: Date, zone: &TimeZone) -> Timestamp {
    let start = date.to_datetime(Time::midnight()).to_zoned(zone.clone());
    start.map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp())
}

/// A moment as calendars write it, in universal time.
fn utc(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The lines of a calendar. Libraries that write them look at the clock or fold lines one byte too late.
#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    /// A line whose value means something to programs.
    fn add(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", one_line(value)));
    }

    /// A line whose value is a text for people (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let lines: Vec<String> = value.lines().map(one_line).map(|line| escape(&line)).collect();
        self.fold(&format!("{name}:{}", lines.join("\\n")));
    }

    /// Lines are no longer than 75 bytes; the rest follows behind a space (section 3.1).
    fn fold(&mut self, line: &str) {
        let mut room = 75;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.out.push_str("\r\n ");
                room = 74;
            }
            self.out.push(c);
            room -= c.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_become_lines_of_their_own() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a, b; c\\d\r\nATTENDEE:x\u{2028}y\u{202e}z");
        lines.add("URL", "https://a.b/\r\nX:y");
        assert_eq!(
            lines.out,
            "SUMMARY:a\\, b\\; c\\\\d\\nATTENDEE:x yz\r\nURL:https://a.b/ X:y\r\n"
        );
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"征求意见".repeat(20));
        for line in lines.out.trim_end().split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        assert_eq!(
            lines.out.replace("\r\n ", "").trim_end(),
            format!("SUMMARY:{}", "征求意见".repeat(20))
        );
    }
}
