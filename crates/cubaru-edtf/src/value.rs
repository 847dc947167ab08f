//! What a text in EDTF says.

use crate::{
    EdtfError,
    allen::{self, Allen, ENDLESS, Ends},
    day::{Bound, Day},
    grammar,
};
use std::{cmp::Ordering, str::FromStr};

/// A date, an interval or a set of dates, as far as it is known.
///
/// Two values are equal if they say the same, however it was written; printed, they are the same text (`Display`). They sort by
/// [`Edtf::earliest`], then by [`Edtf::latest`]; an open or unknown beginning comes first, an open or unknown end last.
///
/// ```
/// use cubaru_edtf::{Edtf, Precision};
/// let mut dates: Vec<Edtf> = ["2023-06~", "199X", "../1985", "2023-06-04"].into_iter().map(str::parse).collect::<Result<_, _>>()?;
/// dates.sort();
/// assert_eq!(dates.iter().map(Edtf::to_string).collect::<Vec<_>>(), ["../1985", "199X", "2023-06~", "2023-06-04"]);
/// assert_eq!(dates[1].precision(), Some(Precision::Decade));
/// # Ok::<(), cubaru_edtf::EdtfError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edtf(pub(crate) Value);

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A year, a part of a year, a month or a day.
    Date,
    /// A time of a day.
    Time,
    /// From, to.
    Interval,
    /// One of several dates: `[1667,1668]`.
    OneOf,
    /// All of several dates: `{1667,1668}`.
    AllOf,
}

impl Kind {
    /// Its name: `date`, `time`, `interval`, `one-of`, `all-of`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Interval => "interval",
            Self::OneOf => "one-of",
            Self::AllOf => "all-of",
        }
    }
}

/// How fine a value is, from the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // their names say it
pub enum Precision {
    Second,
    Day,
    Month,
    Quarter,
    Season,
    /// Four months.
    Third,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Precision {
    /// Its name: `second`, `day` … `millennium`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Third => "third",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    /// A year of which so many digits at its end are not known.
    fn of_year(lost: usize) -> Option<Self> {
        [Self::Year, Self::Decade, Self::Century, Self::Millennium].get(lost).copied()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Value {
    Date(Date),
    Time(Date, Clock),
    Interval(End, End),
    /// All of them, where the flag says so, else one.
    Set(bool, Vec<Element>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum End {
    Date(Date),
    Open,
    Unknown,
}

/// In the order in which a set is printed: only its first may begin with `..`, only its last end so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Element {
    Earlier(Date),
    Date(Date),
    Range(Date, Date),
    Later(Date),
}

/// A time of a day; `zone` counts minutes east of Greenwich.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    pub zone: Option<i16>,
}

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

    fn days(&self) -> (Day, Day) {
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

    fn ends(&self) -> Ends {
        let (first, last) = self.days();
        let (first, last) = (first.number(), last.number());
        if self.is_full() { fixed(first, last) } else { within(first, last) }
    }

    fn precision(&self) -> Option<Precision> {
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

/// From a first day to a last one.
fn fixed(first: i128, last: i128) -> Ends {
    Ends { start: (first, first), end: (last + 1, last + 1) }
}

/// Somewhere between two days.
fn within(first: i128, last: i128) -> Ends {
    Ends { start: (first, last), end: (first + 1, last + 1) }
}

impl Element {
    pub(crate) fn bounds(&self) -> (Bound, Bound) {
        let day = |date: &Date| date.days();
        match self {
            Self::Earlier(date) => (Bound::Open, Bound::Day(day(date).1)),
            Self::Date(date) => (Bound::Day(day(date).0), Bound::Day(day(date).1)),
            Self::Range(a, b) => (Bound::Day(day(a).0), Bound::Day(day(b).1)),
            Self::Later(date) => (Bound::Day(day(date).0), Bound::Open),
        }
    }

    fn ends(&self) -> Ends {
        match self {
            Self::Earlier(date) => Ends { start: (-ENDLESS, -ENDLESS), end: date.ends().end },
            Self::Date(date) => date.ends(),
            Self::Range(a, b) => Ends { start: a.ends().start, end: b.ends().end },
            Self::Later(date) => Ends { start: date.ends().start, end: (ENDLESS, ENDLESS) },
        }
    }

    /// The order in which a set is printed.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        let place = |e: &Self| (matches!(e, Self::Later(_)), lowest(e.bounds().0), highest(e.bounds().1));
        place(self).cmp(&place(other)).then_with(|| self.cmp(other))
    }

    fn dates(&self) -> impl Iterator<Item = &Date> {
        let (one, other) = match self {
            Self::Earlier(date) | Self::Date(date) | Self::Later(date) => (date, None),
            Self::Range(a, b) => (a, Some(b)),
        };
        std::iter::once(one).chain(other)
    }
}

fn lowest(bound: Bound) -> i128 {
    bound.day().map_or(-ENDLESS, Day::number)
}

fn highest(bound: Bound) -> i128 {
    bound.day().map_or(ENDLESS, Day::number)
}

impl Edtf {
    /// Reads EDTF, level 0, 1 or 2. The same as `str::parse`.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        grammar::edtf(text).map(Self)
    }

    /// The first day that it can touch.
    pub fn earliest(&self) -> Bound {
        self.bounds().0
    }

    /// The last day that it can touch.
    pub fn latest(&self) -> Bound {
        self.bounds().1
    }

    /// [`Edtf::earliest`] and [`Edtf::latest`].
    pub fn bounds(&self) -> (Bound, Bound) {
        let days = |date: &Date| date.days();
        let end = |end: &End, day: fn((Day, Day)) -> Day| match end {
            End::Date(date) => Bound::Day(day(date.days())),
            End::Open => Bound::Open,
            End::Unknown => Bound::Unknown,
        };
        match &self.0 {
            Value::Date(date) | Value::Time(date, _) => (Bound::Day(days(date).0), Bound::Day(days(date).1)),
            Value::Interval(a, b) => (end(a, |d| d.0), end(b, |d| d.1)),
            Value::Set(_, elements) => {
                let bounds = || elements.iter().map(Element::bounds);
                let first = bounds().map(|b| b.0).min_by_key(|b| lowest(*b));
                let last = bounds().map(|b| b.1).max_by_key(|b| highest(*b));
                (first.unwrap_or(Bound::Unknown), last.unwrap_or(Bound::Unknown))
            }
        }
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        match self.0 {
            Value::Date(_) => Kind::Date,
            Value::Time(..) => Kind::Time,
            Value::Interval(..) => Kind::Interval,
            Value::Set(false, _) => Kind::OneOf,
            Value::Set(true, _) => Kind::AllOf,
        }
    }

    /// How fine it is: the last part that is told in full; of several dates, the coarsest. None for what is coarser than a
    /// millennium.
    pub fn precision(&self) -> Option<Precision> {
        if let Value::Time(..) = self.0 {
            return Some(Precision::Second);
        }
        let each = self.dates().into_iter().map(Date::precision);
        each.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Whether any part is marked as uncertain: `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.dates().iter().any(|date| date.marks.iter().any(|m| m.uncertain))
    }

    /// Whether any part is marked as approximate: `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.dates().iter().any(|date| date.marks.iter().any(|m| m.approximate))
    }

    /// How its bounds lie to another's. None where an end of either is unknown: what is possible then, [`Edtf::relations`] says.
    ///
    /// ```
    /// use cubaru_edtf::{Allen, Edtf};
    /// let [may, june] = ["2023-05", "2023-06"].map(|text| Edtf::parse(text).unwrap());
    /// assert_eq!(may.relation(&june), Some(Allen::Meets));
    /// assert_eq!(june.relation(&Edtf::parse("2023-05/..")?), Some(Allen::During));
    /// assert_eq!(june.relation(&Edtf::parse("2023-05/")?), None);
    /// # Ok::<(), cubaru_edtf::EdtfError>(())
    /// ```
    pub fn relation(&self, other: &Self) -> Option<Allen> {
        let ends = |edtf: &Self| match edtf.bounds() {
            (Bound::Unknown, _) | (_, Bound::Unknown) => None,
            (a, b) => Some(fixed(lowest(a), highest(b))),
        };
        allen::possible(ends(self)?, ends(other)?).first().copied()
    }

    /// All relations to another that can be, as values are told here to begin and end ([crate](crate#how-long-a-value-is)). One
    /// alone is certain.
    ///
    /// ```
    /// use cubaru_edtf::{Allen, Edtf};
    /// let talks = Edtf::parse("2023-05/2023-06")?;
    /// assert_eq!(talks.relations(&Edtf::parse("2023-07-02")?), [Allen::Before]);
    /// assert_eq!(talks.relations(&Edtf::parse("2023-07-01")?), [Allen::Before, Allen::Meets]);
    /// # Ok::<(), cubaru_edtf::EdtfError>(())
    /// ```
    pub fn relations(&self, other: &Self) -> Vec<Allen> {
        allen::possible(self.ends(), other.ends())
    }

    fn ends(&self) -> Ends {
        match &self.0 {
            Value::Date(date) | Value::Time(date, _) => date.ends(),
            Value::Interval(a, b) => {
                let any = (-ENDLESS, ENDLESS);
                let start = match a {
                    End::Date(date) => (date.days().0.number(), date.days().1.number()),
                    End::Open => (-ENDLESS, -ENDLESS),
                    End::Unknown => any,
                };
                let end = match b {
                    End::Date(date) => (date.days().0.number() + 1, date.days().1.number() + 1),
                    End::Open => (ENDLESS, ENDLESS),
                    End::Unknown => any,
                };
                Ends { start, end }
            }
            Value::Set(true, elements) => {
                let ends = || elements.iter().map(Element::ends);
                let least = |pick: fn(Ends) -> i128| ends().map(pick).min().unwrap_or(-ENDLESS);
                let most = |pick: fn(Ends) -> i128| ends().map(pick).max().unwrap_or(ENDLESS);
                Ends { start: (least(|e| e.start.0), least(|e| e.start.1)), end: (most(|e| e.end.0), most(|e| e.end.1)) }
            }
            Value::Set(false, elements) if elements.len() == 1 && matches!(elements[0], Element::Date(_)) => elements[0].ends(),
            Value::Set(false, _) => within(lowest(self.earliest()), highest(self.latest())),
        }
    }

    fn dates(&self) -> Vec<&Date> {
        match &self.0 {
            Value::Date(date) | Value::Time(date, _) => vec![date],
            Value::Interval(a, b) => {
                [a, b].into_iter().filter_map(|end| if let End::Date(date) = end { Some(date) } else { None }).collect()
            }
            Value::Set(_, elements) => elements.iter().flat_map(Element::dates).collect(),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |edtf: &Self| (lowest(edtf.earliest()), highest(edtf.latest()));
        place(self).cmp(&place(other)).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
