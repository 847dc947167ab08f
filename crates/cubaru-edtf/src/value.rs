//! What a text in EDTF says.

use crate::{
    EdtfError,
    allen::{self, Allen, ENDLESS, Ends},
    date::Date,
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
    pub(crate) fn of_year(lost: usize) -> Option<Self> {
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
            (a, b) => Some(Ends::fixed(lowest(a), highest(b))),
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
            Value::Set(false, _) => Ends::within(lowest(self.earliest()), highest(self.latest())),
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
