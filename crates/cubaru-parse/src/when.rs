//! Dates as far as they are known.

use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt;

/// A year, a month or a day of the Gregorian calendar.
///
/// ```
/// use cubaru_parse::PartialDate;
/// let month = PartialDate::parse("2023-02").unwrap();
/// assert_eq!(month.first().to_string(), "2023-02-01");
/// assert_eq!(month.last().to_string(), "2023-02-28");
/// assert!(PartialDate::parse("2023-02-30").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

impl PartialDate {
    /// Reads `2023`, `2023-06` or `2023-06-04`; none for any other form and for days that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |s: &str, n: usize| (s.len() == n && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u32>().ok()).flatten();
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)? as i32;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = digits(month, 2)?;
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let date = first.with_day(digits(day, 2)?)?;
        parts.next().is_none().then_some(Self::Day(date))
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 1, 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 12, 31),
            Self::Month(year, month) => {
                let next = day(year, month, 1).checked_add_months(Months::new(1));
                next.and_then(|d| d.checked_sub_days(Days::new(1))).unwrap_or(NaiveDate::MAX)
            }
            Self::Day(date) => date,
        }
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}
