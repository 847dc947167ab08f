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

/// A part of the day, as TIMEX3 names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// TIMEX3's code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Morning, Self::Midday, Self::Afternoon, Self::Evening, Self::Night].into_iter().find(|p| p.code() == code)
    }
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// TIMEX3's code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|s| s.code() == code)
    }
}

/// How large a stretch of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Grain {
    /// The grain behind a letter of the list of time words.
    pub(crate) fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "S" => Self::Second,
            "I" => Self::Minute,
            "H" => Self::Hour,
            "D" => Self::Day,
            "W" => Self::Week,
            "F" => Self::Fortnight,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "E" => Self::Decade,
            "C" => Self::Century,
            "L" => Self::Millennium,
            _ => return None,
        })
    }

    /// The day that lies `count` of this grain away; none beyond the calendar.
    pub(crate) fn away(self, from: NaiveDate, count: i64) -> Option<NaiveDate> {
        let days = |n: i64| from.checked_add_signed(chrono::TimeDelta::try_days(n)?);
        let months = |n: i64| {
            let size = Months::new(u32::try_from(n.unsigned_abs()).ok()?);
            if n < 0 { from.checked_sub_months(size) } else { from.checked_add_months(size) }
        };
        let date = match self {
            Self::Second | Self::Minute | Self::Hour => Some(from),
            Self::Day => days(count),
            Self::Week => days(count.checked_mul(7)?),
            Self::Fortnight => days(count.checked_mul(14)?),
            Self::Month => months(count),
            Self::Quarter => months(count.checked_mul(3)?),
            Self::Year => months(count.checked_mul(12)?),
            Self::Decade => months(count.checked_mul(120)?),
            Self::Century => months(count.checked_mul(1200)?),
            Self::Millennium => months(count.checked_mul(12_000)?),
        }?;
        (-9999..=9999).contains(&date.year()).then_some(date)
    }
}

/// A stretch of the calendar of any size: what a dated expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stretch {
    Century(i32),
    Decade(i32),
    Year(i32),
    Half(i32, u32),
    Quarter(i32, u32),
    Season(i32, Season),
    Month(i32, u32),
    /// The ISO week that begins on this Monday.
    Week(NaiveDate),
    /// The weekend that begins on this Saturday.
    Weekend(NaiveDate),
    Day(NaiveDate),
    Part(NaiveDate, DayPart),
    /// A day with hour and, where given, minute.
    Clock(NaiveDate, u32, Option<u32>),
}

impl From<PartialDate> for Stretch {
    fn from(date: PartialDate) -> Self {
        match date {
            PartialDate::Year(y) => Self::Year(y),
            PartialDate::Month(y, m) => Self::Month(y, m),
            PartialDate::Day(d) => Self::Day(d),
        }
    }
}

impl Stretch {
    /// The stretch of a grain that holds a day.
    pub(crate) fn around(grain: Grain, date: NaiveDate) -> Self {
        let year = date.year();
        match grain {
            Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => Self::Day(date),
            Grain::Week | Grain::Fortnight => Self::Week(monday(date)),
            Grain::Month => Self::Month(year, date.month()),
            Grain::Quarter => Self::Quarter(year, date.month0() / 3 + 1),
            Grain::Year => Self::Year(year),
            Grain::Decade => Self::Decade(year.div_euclid(10)),
            Grain::Century | Grain::Millennium => Self::Century(year.div_euclid(100)),
        }
    }

    /// Its grain; a half, a season and a weekend count as the next unit that people shift by.
    pub(crate) fn grain(self) -> Grain {
        match self {
            Self::Century(_) => Grain::Century,
            Self::Decade(_) => Grain::Decade,
            Self::Year(_) | Self::Half(..) | Self::Season(..) => Grain::Year,
            Self::Quarter(..) => Grain::Quarter,
            Self::Month(..) => Grain::Month,
            Self::Week(_) | Self::Weekend(_) => Grain::Week,
            Self::Day(_) | Self::Part(..) | Self::Clock(..) => Grain::Day,
        }
    }

    /// The same stretch `years` later.
    pub(crate) fn years_later(self, years: i32) -> Option<Self> {
        let later = |date: NaiveDate| Grain::Year.away(date, years.into());
        let add = |y: i32| y.checked_add(years).filter(|y| (-9999..=9999).contains(y));
        Some(match self {
            Self::Century(_) | Self::Decade(_) => return None,
            Self::Year(y) => Self::Year(add(y)?),
            Self::Half(y, h) => Self::Half(add(y)?, h),
            Self::Quarter(y, q) => Self::Quarter(add(y)?, q),
            Self::Season(y, s) => Self::Season(add(y)?, s),
            Self::Month(y, m) => Self::Month(add(y)?, m),
            Self::Week(d) => Self::Week(monday(later(d)?)),
            Self::Weekend(d) => Self::Weekend(monday(later(d)?).checked_add_days(Days::new(5))?),
            Self::Day(d) => Self::Day(later(d)?),
            Self::Part(d, p) => Self::Part(later(d)?, p),
            Self::Clock(d, h, m) => Self::Clock(later(d)?, h, m),
        })
    }

    /// Its first day.
    pub(crate) fn first(self) -> NaiveDate {
        match self {
            Self::Century(c) => day(c.saturating_mul(100), 1, 1),
            Self::Decade(d) => day(d.saturating_mul(10), 1, 1),
            Self::Year(y) => day(y, 1, 1),
            Self::Half(y, h) => day(y, if h > 1 { 7 } else { 1 }, 1),
            Self::Quarter(y, q) => day(y, q.clamp(1, 4) * 3 - 2, 1),
            // The bounds hold both the meteorologist's and the astronomer's season, and either winter of a year.
            Self::Season(y, Season::Spring) => day(y, 3, 1),
            Self::Season(y, Season::Summer) => day(y, 6, 1),
            Self::Season(y, Season::Autumn) => day(y, 9, 1),
            Self::Season(y, Season::Winter) => day(y - 1, 12, 1),
            Self::Month(y, m) => day(y, m, 1),
            Self::Week(d) | Self::Weekend(d) | Self::Day(d) | Self::Part(d, _) | Self::Clock(d, ..) => d,
        }
    }

    /// Its last day.
    pub(crate) fn last(self) -> NaiveDate {
        let before = |date: NaiveDate| date.pred_opt().unwrap_or(date);
        let plus = |date: NaiveDate, days| date.checked_add_days(Days::new(days)).unwrap_or(date);
        match self {
            Self::Century(c) => before(day(c.saturating_add(1).saturating_mul(100), 1, 1)),
            Self::Decade(d) => before(day(d.saturating_add(1).saturating_mul(10), 1, 1)),
            Self::Year(y) => day(y, 12, 31),
            Self::Half(y, h) => {
                if h > 1 {
                    day(y, 12, 31)
                } else {
                    day(y, 6, 30)
                }
            }
            Self::Quarter(y, q) => PartialDate::Month(y, q.clamp(1, 4) * 3).last(),
            Self::Season(y, Season::Spring) => day(y, 6, 21),
            Self::Season(y, Season::Summer) => day(y, 9, 23),
            Self::Season(y, Season::Autumn) => day(y, 12, 22),
            Self::Season(y, Season::Winter) => day(y + 1, 3, 21),
            Self::Month(y, m) => PartialDate::Month(y, m).last(),
            Self::Week(d) => plus(d, 6),
            Self::Weekend(d) => plus(d, 1),
            Self::Day(d) | Self::Part(d, _) | Self::Clock(d, ..) => d,
        }
    }

    /// TIMEX3's value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Century(c) if c >= 0 => format!("{c:02}"),
            Self::Decade(d) if d >= 0 => format!("{d:03}"),
            Self::Century(_) | Self::Decade(_) => format!("BC{:04}", 1 - self.first().year()),
            Self::Year(y) => timex_year(y),
            Self::Half(y, h) => format!("{}-H{h}", timex_year(y)),
            Self::Quarter(y, q) => format!("{}-Q{q}", timex_year(y)),
            Self::Season(y, s) => format!("{}-{}", timex_year(y), s.code()),
            Self::Month(y, m) => format!("{}-{m:02}", timex_year(y)),
            Self::Week(d) => week(d),
            Self::Weekend(d) => format!("{}-WE", week(d)),
            Self::Day(d) => timex_day(d),
            Self::Part(d, p) => format!("{}T{}", timex_day(d), p.code()),
            Self::Clock(d, h, None) => format!("{}T{h:02}:00", timex_day(d)),
            Self::Clock(d, h, Some(m)) => format!("{}T{h:02}:{m:02}", timex_day(d)),
        }
    }

    /// EDTF (ISO 8601-2): seasons, quarters and halves by their numbers of level 2, weeks as intervals of days.
    pub(crate) fn edtf(self) -> String {
        match self {
            Self::Century(c) if c >= 0 => format!("{c:02}XX"),
            Self::Decade(d) if d >= 0 => format!("{d:03}X"),
            Self::Century(_) | Self::Decade(_) => format!("{}/{}", year(self.first().year()), year(self.last().year())),
            Self::Year(y) => year(y),
            Self::Half(y, h) => format!("{}-{}", year(y), 39 + h),
            Self::Quarter(y, q) => format!("{}-{}", year(y), 32 + q),
            Self::Season(y, s) => format!("{}-{}", year(y), 21 + s as u32),
            Self::Month(y, m) => format!("{}-{m:02}", year(y)),
            Self::Week(_) | Self::Weekend(_) => format!("{}/{}", self.first(), self.last()),
            Self::Day(d) | Self::Part(d, _) | Self::Clock(d, ..) => d.to_string(),
        }
    }

    /// EDTF from the beginning of this stretch to the end of another; none where that one comes first. An interval has no interval for an
    /// end: of a week its first or last day stands there.
    pub(crate) fn edtf_until(self, end: Self) -> Option<String> {
        let side = |stretch: Self, day: NaiveDate| Some(stretch.edtf()).filter(|e| !e.contains('/')).unwrap_or(day.to_string());
        let ordered = self.first() <= end.first() && self.last() <= end.last();
        ordered.then(|| format!("{}/{}", side(self, self.first()), side(end, end.last())))
    }
}

fn year(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// A year as TIMEX3 writes it: `2023`, `BC0044`.
fn timex_year(year: i32) -> String {
    if year < 1 { format!("BC{:04}", 1 - year) } else { format!("{year:04}") }
}

fn timex_day(date: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", timex_year(date.year()), date.month(), date.day())
}

fn week(date: NaiveDate) -> String {
    let week = date.iso_week();
    format!("{}-W{:02}", timex_year(week.year()), week.week())
}

/// The Monday of a day's week.
pub(crate) fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date)
}

/// The day of a moveable or fixed feast: `12-25`, `nth 11 4 4` (the fourth Thursday of November; -1 is the last; `+1` adds days),
/// `easter -2` (western reckoning).
pub(crate) fn feast(rule: &str, year: i32) -> Option<NaiveDate> {
    let plus = |date: NaiveDate, days: &str| date.checked_add_signed(chrono::TimeDelta::try_days(days.parse().ok()?)?);
    let words: Vec<&str> = rule.split(' ').collect();
    match words[..] {
        ["easter", days] => plus(easter(year)?, days),
        ["nth", month, weekday, n] => nth(year, month, weekday, n),
        ["nth", month, weekday, n, days] => plus(nth(year, month, weekday, n)?, days),
        [fixed] => {
            let (month, day) = fixed.split_once('-')?;
            NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

fn nth(year: i32, month: &str, weekday: &str, n: &str) -> Option<NaiveDate> {
    let (month, weekday, n): (u32, u32, i64) = (month.parse().ok()?, weekday.parse().ok()?, n.parse().ok()?);
    if n > 0 {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let ahead = (weekday + 7 - first.weekday().number_from_monday()) % 7;
        return Grain::Day.away(first, i64::from(ahead) + 7 * (n - 1));
    }
    let last = PartialDate::Month(year, month).last();
    let back = (last.weekday().number_from_monday() + 7 - weekday) % 7;
    Grain::Day.away(last, -i64::from(back) + 7 * (n + 1))
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_print_and_bound() {
        let day = NaiveDate::from_ymd_opt(2023, 6, 4).unwrap();
        for (stretch, value, edtf, first, last) in [
            (Stretch::Century(19), "19", "19XX", "1900-01-01", "1999-12-31"),
            (Stretch::Decade(199), "199", "199X", "1990-01-01", "1999-12-31"),
            (Stretch::Year(-43), "BC0044", "-0043", "-0043-01-01", "-0043-12-31"),
            (Stretch::Month(-48, 3), "BC0049-03", "-0048-03", "-0048-03-01", "-0048-03-31"),
            (Stretch::Half(2023, 2), "2023-H2", "2023-41", "2023-07-01", "2023-12-31"),
            (Stretch::Quarter(2023, 1), "2023-Q1", "2023-33", "2023-01-01", "2023-03-31"),
            (Stretch::Season(2023, Season::Autumn), "2023-FA", "2023-23", "2023-09-01", "2023-12-22"),
            (Stretch::Month(2024, 2), "2024-02", "2024-02", "2024-02-01", "2024-02-29"),
            (Stretch::around(Grain::Week, day), "2023-W22", "2023-05-29/2023-06-04", "2023-05-29", "2023-06-04"),
            (Stretch::Clock(day, 9, Some(5)), "2023-06-04T09:05", "2023-06-04", "2023-06-04", "2023-06-04"),
        ] {
            let got = (stretch.value(), stretch.edtf(), stretch.first().to_string(), stretch.last().to_string());
            assert_eq!(got, (value.into(), edtf.into(), first.into(), last.into()));
        }
    }

    #[test]
    fn feasts() {
        for (rule, year, day) in [
            ("easter +0", 2023, "2023-04-09"),
            ("easter -2", 2024, "2024-03-29"),
            ("nth 11 4 4", 2023, "2023-11-23"),
            ("nth 5 1 -1", 2022, "2022-05-30"),
            ("nth 11 1 1 +1", 2022, "2022-11-08"),
            ("12-25", 2023, "2023-12-25"),
        ] {
            assert_eq!(feast(rule, year).map(|d| d.to_string()).as_deref(), Some(day), "{rule} {year}");
        }
        assert_eq!(feast("02-29", 2023), None);
    }

    #[test]
    fn no_step_leaves_the_calendar() {
        let day = NaiveDate::from_ymd_opt(2023, 6, 4).unwrap();
        for count in [i64::MAX, i64::MIN, 99_999_999_999, -99_999_999_999] {
            for letter in ["D", "W", "M", "Y", "L"] {
                assert_eq!(Grain::from_letter(letter).and_then(|g| g.away(day, count)), None);
            }
        }
        assert_eq!(Stretch::Year(9999).years_later(1), None);
    }
}
