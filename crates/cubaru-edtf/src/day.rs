//! Days of a calendar without end.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A day of the Gregorian calendar, in a year of up to 18 digits.
///
/// ```
/// use cubaru_edtf::{Bound, Edtf};
/// let Bound::Day(day) = "-0043-03-15".parse::<Edtf>()?.earliest() else { unreachable!() };
/// assert_eq!((day.year(), day.month(), day.day()), (-43, 3, 15));
/// assert_eq!(day.date(), chrono::NaiveDate::from_ymd_opt(-43, 3, 15));
/// # Ok::<(), cubaru_edtf::EdtfError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i64,
    month: u8,
    day: u8,
}

/// The calendar comes back after 400 years: any year can be looked up in these, which chrono has.
const CYCLE: i64 = 400;
const DAYS_OF_CYCLE: i128 = 146_097;

fn in_cycle(year: i64, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.rem_euclid(CYCLE) as i32, month.into(), day.into())
}

impl Day {
    /// The day, where the calendar has it.
    pub(crate) fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        in_cycle(year, month, day).map(|_| Self { year, month, day })
    }

    pub(crate) fn first_of(year: i64, month: u8) -> Self {
        Self { year, month, day: 1 }
    }

    pub(crate) fn last_of(year: i64, month: u8) -> Self {
        let day = (28..=31).rev().find(|day| in_cycle(year, month, *day).is_some()).unwrap_or(28);
        Self { year, month, day }
    }

    /// The year; 0 is the one before 1.
    pub fn year(self) -> i64 {
        self.year
    }

    /// The month, counted from 1.
    pub fn month(self) -> u32 {
        self.month.into()
    }

    /// The day of the month, counted from 1.
    pub fn day(self) -> u32 {
        self.day.into()
    }

    /// As chrono's date; none beyond the years that chrono has (±262,142).
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(self.year).ok()?, self.month(), self.day())
    }

    /// Days since a fixed one, so that neighbours differ by 1.
    pub(crate) fn number(self) -> i128 {
        let within = in_cycle(self.year, self.month, self.day).map_or(0, |date| date.num_days_from_ce());
        i128::from(self.year.div_euclid(CYCLE)) * DAYS_OF_CYCLE + i128::from(within)
    }
}

/// As ISO 8601 writes it: `2023-06-04`, `-0043-03-15`, `+170000002-01-01`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { ["", "+"][usize::from(self.year > 9999)] };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}

/// Where a value begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// No earlier or no later than this day.
    Day(Day),
    /// Endless.
    Open,
    /// There is an end, and nobody knows when.
    Unknown,
}

impl Bound {
    /// The day, where there is one.
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Unknown => None,
        }
    }

    /// The day as chrono's date; none where there is none or chrono's years do not reach so far.
    pub fn date(self) -> Option<NaiveDate> {
        self.day()?.date()
    }
}

/// A day as ISO 8601 writes it; `..` for an open end, nothing for an unknown one, as intervals write them.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}
