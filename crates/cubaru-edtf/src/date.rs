//! One date, as far as it is known: its digits, its marks, and the days that it can be.

use crate::{allen::Ends, day::Day, value::Precision};

/// Whether a part of a date is uncertain (`?`), approximate (`~`) or both (`%`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Mark {
    pub uncertain: bool,
    pub approximate: bool,
}

impl Mark {
    pub(crate) fn and(self, other: Self) -> Self {
        Self { uncertain: self.uncertain || other.uncertain, approximate: self.approximate || other.approximate }
    }
}

/// Two or four digits, the highest first; none where a digit is not told.
pub(crate) type Digits<const N: usize> = [Option<u8>; N];

fn fits<const N: usize>(digits: &Digits<N>, number: u16) -> bool {
    let mut rest = number;
    digits.iter().rev().all(|digit| {
        let own = (rest % 10) as u8;
        rest /= 10;
        digit.is_none_or(|d| d == own)
    })
}

/// The least and the greatest number that fits.
fn range<const N: usize>(digits: &Digits<N>) -> (u16, u16) {
    let with = |missing: u8| digits.iter().fold(0, |n, d| n * 10 + u16::from(d.unwrap_or(missing)));
    (with(0), with(9))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Year {
    Known(i64),
    /// Only so many of its digits count; fewer than it has.
    Significant(i64, u32),
    /// Some digit is missing; negative where the flag says so.
    Masked(bool, Digits<4>),
}

impl Year {
    /// The first and the last year that it can be.
    fn range(self) -> (i64, i64) {
        let signed = |negative: bool, (low, high): (i64, i64)| if negative { (-high, -low) } else { (low, high) };
        match self {
            Self::Known(year) => (year, year),
            Self::Significant(year, digits) => {
                let size = 10i64.pow(count(year) - digits);
                let low = year.abs() / size * size;
                signed(year < 0, (low, low + size - 1))
            }
            Self::Masked(negative, digits) => {
                let (low, high) = range(&digits);
                // There is a year 0000, and no year -0000.
                signed(negative, (i64::from(low.max(negative.into())), high.into()))
            }
        }
    }

    fn fits(self, year: i64) -> bool {
        match self {
            Self::Masked(_, digits) => u16::try_from(year.unsigned_abs()).is_ok_and(|year| fits(&digits, year)),
            Self::Known(_) | Self::Significant(..) => true,
        }
    }

    fn precision(self) -> Option<Precision> {
        match self {
            Self::Known(_) => Some(Precision::Year),
            Self::Significant(year, digits) => Precision::of_year((count(year) - digits) as usize),
            Self::Masked(_, digits) => Precision::of_year(4 - digits.iter().take_while(|d| d.is_some()).count()),
        }
    }
}

/// How many digits a year has.
pub(crate) fn count(year: i64) -> u32 {
    year.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
}

/// What stands behind a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Rest {
    Nothing,
    /// A season, a quarter, a third or a half: 21 to 41.
    Grouping(u8),
    Month(Digits<2>),
    Day(Digits<2>, Digits<2>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date {
    pub year: Year,
    pub rest: Rest,
    /// Of year, month (or season) and day.
    pub marks: [Mark; 3],
}

fn all<const N: usize>(digits: &Digits<N>) -> bool {
    digits.iter().all(Option::is_some)
}

impl Date {
    /// The first and the last day that it can be; none where no calendar has it.
    pub(crate) fn bounds(&self) -> Option<(Day, Day)> {
        let (low, high) = self.year.range();
        let months = |digits: Digits<2>| (1..=12).filter(move |m| fits(&digits, (*m).into()));
        Some(match self.rest {
            Rest::Nothing => (Day::first_of(low, 1), Day::last_of(high, 12)),
            Rest::Grouping(number) => {
                let (first, last) = grouping(number);
                let day = |year: i64, (years, month, day): Edge| match day {
                    Some(day) => Day::new(year + years, month, day),
                    None => Some(Day::last_of(year + years, month)),
                };
                (day(low, first)?, day(high, last)?)
            }
            Rest::Month(digits) => (Day::first_of(low, months(digits).next()?), Day::last_of(high, months(digits).next_back()?)),
            Rest::Day(month, day) => {
                let days = move || (1..=31).filter(move |d| fits(&day, (*d).into()));
                let here = |year: i64| months(month).flat_map(move |m| days().filter_map(move |d| Day::new(year, m, d)));
                // All years alike have a day, or only leap years do: the first that fits, or one soon after, tells.
                let first = (low..=high).filter(|y| self.year.fits(*y)).find_map(|y| here(y).next())?;
                let last = (low..=high).rev().filter(|y| self.year.fits(*y)).find_map(|y| here(y).last())?;
                (first, last)
            }
        })
    }

    pub(crate) fn days(&self) -> (Day, Day) {
        // What was read has been found on the calendar.
        self.bounds().unwrap_or((Day::first_of(0, 1), Day::first_of(0, 1)))
    }

    /// Whether it begins on its first day and ends on its last.
    fn is_full(&self) -> bool {
        matches!(self.year, Year::Known(_))
            && match self.rest {
                Rest::Nothing => true,
                Rest::Grouping(number) => number > 32,
                Rest::Month(month) => all(&month),
                Rest::Day(month, day) => all(&month) && all(&day),
            }
    }

    pub(crate) fn ends(&self) -> Ends {
        let (first, last) = self.days();
        let (first, last) = (first.number(), last.number());
        if self.is_full() { Ends::fixed(first, last) } else { Ends::within(first, last) }
    }

    pub(crate) fn precision(&self) -> Option<Precision> {
        let year = self.year.precision();
        match self.rest {
            _ if year != Some(Precision::Year) => year,
            Rest::Grouping(21..=32) => Some(Precision::Season),
            Rest::Grouping(33..=36) => Some(Precision::Quarter),
            Rest::Grouping(37..=39) => Some(Precision::Third),
            Rest::Grouping(_) => Some(Precision::Half),
            Rest::Day(month, day) if all(&month) && all(&day) => Some(Precision::Day),
            Rest::Month(month) | Rest::Day(month, _) if all(&month) => Some(Precision::Month),
            _ => year,
        }
    }
}

/// A day of a year: how many years away, its month, its day; none for the month's last.
type Edge = (i64, u8, Option<u8>);

/// The first and the last day of a part of the year.
fn grouping(number: u8) -> (Edge, Edge) {
    let months = |first: u8, size: u8| ((0, first, Some(1)), (0, first + size - 1, None));
    match number {
        21 | 25 | 31 => ((0, 3, Some(1)), (0, 6, Some(21))),
        22 | 26 | 32 => ((0, 6, Some(1)), (0, 9, Some(23))),
        23 | 27 | 29 => ((0, 9, Some(1)), (0, 12, Some(22))),
        24 | 28 | 30 => ((-1, 12, Some(1)), (1, 3, Some(21))),
        33..=36 => months((number - 33) * 3 + 1, 3),
        37..=39 => months((number - 37) * 4 + 1, 4),
        _ => months(if number > 40 { 7 } else { 1 }, 6),
    }
}
