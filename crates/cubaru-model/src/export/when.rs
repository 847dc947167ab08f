//! Dates for tools that know days, months and years, but no uncertainty.

use chrono::{Months, NaiveDate};

/// A day as it stands in a row: `YYYY-MM-DD`.
pub(super) fn parts(day: &str) -> Option<(i32, u32, u32)> {
    let mut parts = day.splitn(3, '-');
    let (year, month, of_month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&of_month)).then_some((year, month, of_month))
}

/// A bound that nothing tells is no bound.
pub(super) fn known(bound: &Option<String>) -> Option<&str> {
    bound.as_deref().filter(|day| !day.starts_with("9999") && parts(day).is_some())
}

/// The day, where both bounds are it.
pub(super) fn day<'a>(earliest: &'a Option<String>, latest: &Option<String>) -> Option<&'a str> {
    known(earliest).filter(|day| known(latest) == Some(day))
}

/// The smallest of day, month or year in which both bounds lie: `2023-04-20`, `2023-04` or `2023`.
pub(super) fn within<'a>(earliest: &'a Option<String>, latest: &Option<String>) -> Option<&'a str> {
    let (from, to) = (known(earliest)?, known(latest)?);
    [10, 7, 4].into_iter().find_map(|n| from.get(..n).filter(|start| to.get(..n) == Some(start)))
}

/// The smallest of day, month or year that both bounds fill.
pub(super) fn fills<'a>(earliest: &'a Option<String>, latest: &Option<String>) -> Option<&'a str> {
    let (from, to) = (known(earliest)?, known(latest)?);
    let (year, month, _) = parts(from)?;
    let last = format!("{}-{month:02}-{:02}", from.get(..4)?, length(year, month));
    if from == to {
        Some(from)
    } else if from.get(7..) == Some("-01") && to == last {
        from.get(..7)
    } else {
        let year = from.get(..4)?;
        (from.get(4..) == Some("-01-01") && to.strip_prefix(year) == Some("-12-31")).then_some(year)
    }
}

/// How many days a month has.
fn length(year: i32, month: u32) -> u32 {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    let next = first.and_then(|d| d.checked_add_months(Months::new(1)));
    first.zip(next).map_or(31, |(first, next)| next.signed_duration_since(first).num_days() as u32)
}

/// How a date is shown to a person: one that is not known to the day looks so.
pub(super) fn shown(edtf: &Option<String>, earliest: &Option<String>, latest: &Option<String>) -> String {
    let edtf_says = || edtf.as_ref().map(|e| format!(" (EDTF {e})")).unwrap_or_default();
    let plain = |day: &str| edtf.as_deref() == Some(day);
    match (known(earliest), known(latest)) {
        (Some(from), Some(to)) if from == to && plain(from) => from.into(),
        (Some(from), Some(to)) if from == to => format!("{from}{}", edtf_says()),
        (Some(from), Some(to)) => match fills(earliest, latest) {
            Some(month) if month.len() == 7 => format!("a day in {month}{}", if plain(month) { String::new() } else { edtf_says() }),
            Some(year) => format!("some time in {year}{}", if plain(year) { String::new() } else { edtf_says() }),
            None => format!("between {from} and {to}{}", edtf_says()),
        },
        (Some(from), None) => format!("not before {from}{}", edtf_says()),
        (None, Some(to)) => format!("not after {to}{}", edtf_says()),
        (None, None) => format!("at a time not known{}", edtf_says()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(from: &str, to: &str) -> (Option<String>, Option<String>) {
        (Some(from.into()), Some(to.into()))
    }

    #[test]
    fn what_bounds_lie_in_and_fill() {
        let of = |from, to| {
            let (from, to) = bounds(from, to);
            (within(&from, &to).map(String::from), fills(&from, &to).map(String::from))
        };
        let some = |a: &str, b: &str| (Some(a.to_string()), (!b.is_empty()).then(|| b.to_string()));
        assert_eq!(of("2023-04-20", "2023-04-20"), some("2023-04-20", "2023-04-20"));
        assert_eq!(of("2024-02-01", "2024-02-29"), some("2024-02", "2024-02"));
        assert_eq!(of("2024-02-01", "2024-02-28"), some("2024-02", ""));
        assert_eq!(of("1962-01-01", "1962-12-31"), some("1962", "1962"));
        assert_eq!(of("1962-12-31", "1963-01-01"), (None, None));
        assert_eq!(of("1962-12-31", "9999-12-31"), (None, None));
    }

    #[test]
    fn uncertain_dates_look_uncertain() {
        let of = |edtf: Option<&str>, from: &str, to: &str| {
            let (from, to) = bounds(from, to);
            shown(&edtf.map(String::from), &from, &to)
        };
        assert_eq!(of(Some("2023-04-20"), "2023-04-20", "2023-04-20"), "2023-04-20");
        assert_eq!(of(Some("2023-04"), "2023-04-01", "2023-04-30"), "a day in 2023-04");
        assert_eq!(of(Some("1962~"), "1961-01-01", "1963-12-31"), "between 1961-01-01 and 1963-12-31 (EDTF 1962~)");
        assert_eq!(of(Some("2023-04-20/.."), "2023-04-20", "9999-12-31"), "not before 2023-04-20 (EDTF 2023-04-20/..)");
        assert_eq!(shown(&None, &None, &None), "at a time not known");
    }
}
