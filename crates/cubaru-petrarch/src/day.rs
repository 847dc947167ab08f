//! Days in dictionaries, and the codes that hold on some of them.

use serde::Serialize;

/// A day, as the number YYYYMMDD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Day(u32);

impl Day {
    /// Reads `YYYYMMDD` or `YYMMDD`; of the short form `00` to `30` are years after 2000, as in TABARI. None for a day that no calendar has.
    ///
    /// ```
    /// use cubaru_petrarch::Day;
    /// assert_eq!(Day::parse("950601"), Day::parse("19950601"));
    /// assert_eq!(Day::parse("20010230"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let number: u32 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
        let number = match text.len() {
            6 if number / 10_000 <= 30 => 20_000_000 + number,
            6 => 19_000_000 + number,
            8 => number,
            _ => return None,
        };
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self(number))
    }

    /// Reads the first day of an ISO date: `2023-06-04`, and `2023-06` and `2023` as their first days.
    pub fn of_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next().unwrap_or("01"), parts.next().unwrap_or("01"));
        Self::parse(&format!("{year}{month}{day}"))
    }
}

/// When a code holds; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Period {
    pub first: Option<Day>,
    pub last: Option<Day>,
}

impl Period {
    fn always(self) -> bool {
        self == Self::default()
    }

    fn holds(self, day: Day) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }
}

/// The codes of an actor, as its dictionary lists them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Roles(pub Vec<(String, Period)>);

impl Roles {
    /// The code on a day: the first whose period holds, else the one without a period. Without a day: the one that holds what the words
    /// beside the name say (`GOV` of "president"), else the one without a period, else the latest.
    pub(crate) fn on(&self, day: Option<Day>, beside: &[&str]) -> Option<&str> {
        let dated = || self.0.iter().filter(|(_, p)| !p.always());
        let found = match day {
            Some(day) => dated().find(|(_, p)| p.holds(day)),
            None => dated().find(|(code, _)| beside.iter().any(|b| aligned(code, b))),
        };
        let standing = || self.0.iter().find(|(_, p)| p.always());
        let latest = || dated().filter(|_| day.is_none()).max_by_key(|(_, p)| (p.last.is_none(), p.last, p.first));
        found.or_else(standing).or_else(latest).map(|(code, _)| code.as_str())
    }
}

/// Whether a code stands in another at one of the places where codes of three letters begin.
pub(crate) fn aligned(code: &str, part: &str) -> bool {
    let (code, part) = (code.as_bytes(), part.as_bytes());
    code.windows(part.len().max(1)).step_by(3).any(|w| w == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_period_that_holds_wins_over_the_default() {
        let day = |text: &str| Day::parse(text);
        let period = |first: &str, last: &str| Period { first: day(first), last: day(last) };
        let roles = Roles(vec![
            ("AAA".into(), Period::default()),
            ("AAAMIL".into(), period("", "890101")),
            ("AAAGOV".into(), period("19950101", "20001231")),
        ]);
        assert_eq!(roles.on(day("19800101"), &[]), Some("AAAMIL"));
        assert_eq!(roles.on(day("20001231"), &[]), Some("AAAGOV"));
        assert_eq!(roles.on(day("19930101"), &[]), Some("AAA"));
        assert_eq!(roles.on(None, &[]), Some("AAA"));
        let dated = Roles(roles.0[1..].to_vec());
        assert_eq!((dated.on(day("19930101"), &[]), dated.on(None, &[])), (None, Some("AAAGOV")));
        assert_eq!(dated.on(None, &["MIL"]), Some("AAAMIL"));
    }
}
