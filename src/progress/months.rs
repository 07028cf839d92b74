//! In: dates. Out: months, the measure of time that progress is counted in.

use jiff::civil::Date;

/// Months that are over on the evening of `date`, counted from year 0. A month counts when its last day
/// has come: 30 November 2018 closes month 11 of 2018, 29 November only month 10.
pub fn completed(date: Date) -> i32 {
    let over = if date.day() == date.days_in_month() { date.month() } else { date.month() - 1 };
    start_of(date.year()) + i32::from(over)
}

/// Months that are over when `year` begins.
pub fn start_of(year: i16) -> i32 {
    i32::from(year) * 12
}

/// Months that are over when `year` ends.
pub fn end_of(year: i16) -> i32 {
    start_of(year) + 12
}
