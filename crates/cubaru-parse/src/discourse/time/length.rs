//! TIMEX3's value for a length.

use crate::{phrase::time::Length, when::Grain};

/// `P2Y6M`, `PT30M`, `PXW`
pub(super) fn value(length: &Length) -> String {
    let (date, time) = part(length.count.map(|c| (c.to_string(), c.and_a_half())), length.grain);
    let more = length.and.map(|(n, grain)| part(Some((n.to_string(), None)), grain));
    let (more_date, more_time) = more.unwrap_or_default();
    let time = format!("{time}{more_time}");
    let clock = if time.is_empty() { String::new() } else { format!("T{time}") };
    format!("P{date}{more_date}{clock}")
}

/// A count with its letter, on the calendar's side and on the clock's.
fn part(count: Option<(String, Option<u64>)>, grain: Grain) -> (String, String) {
    let Some((count, half)) = count else {
        return match grain {
            Grain::Second => (String::new(), "XS".into()),
            Grain::Minute => (String::new(), "XM".into()),
            Grain::Hour => (String::new(), "XH".into()),
            Grain::Day => ("XD".into(), String::new()),
            Grain::Week | Grain::Fortnight => ("XW".into(), String::new()),
            Grain::Month => ("XM".into(), String::new()),
            Grain::Quarter => ("XQ".into(), String::new()),
            Grain::Year => ("XY".into(), String::new()),
            Grain::Decade => ("XDE".into(), String::new()),
            Grain::Century => ("XCE".into(), String::new()),
            Grain::Millennium => ("XL".into(), String::new()),
        };
    };
    let whole = |n: u64, letter: &str| if n == 0 { String::new() } else { format!("{n}{letter}") };
    let times = |factor: u64, letter: &str| {
        let scaled = crate::lexical::Decimal::parse(&count).and_then(|c| c.times(crate::lexical::Decimal::whole(factor)));
        (scaled.map_or_else(|| format!("X{letter}"), |n| format!("{n}{letter}")), String::new())
    };
    match (grain, half) {
        (Grain::Year, Some(n)) => (format!("{}6M", whole(n, "Y")), String::new()),
        (Grain::Day, Some(n)) => (whole(n, "D"), "12H".into()),
        (Grain::Hour, Some(n)) => (String::new(), format!("{}30M", whole(n, "H"))),
        (Grain::Minute, Some(n)) => (String::new(), format!("{}30S", whole(n, "M"))),
        (Grain::Second, _) => (String::new(), format!("{count}S")),
        (Grain::Minute, _) => (String::new(), format!("{count}M")),
        (Grain::Hour, _) => (String::new(), format!("{count}H")),
        (Grain::Day, _) => (format!("{count}D"), String::new()),
        (Grain::Week, _) => (format!("{count}W"), String::new()),
        (Grain::Month, _) => (format!("{count}M"), String::new()),
        (Grain::Year, _) => (format!("{count}Y"), String::new()),
        (Grain::Fortnight, _) => times(2, "W"),
        (Grain::Quarter, _) => times(3, "M"),
        (Grain::Decade, _) => times(10, "Y"),
        (Grain::Century, _) => times(100, "Y"),
        (Grain::Millennium, _) => times(1000, "Y"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexical::Decimal;

    #[test]
    fn values() {
        let length = |count: Option<&str>, grain| Length { count: count.and_then(Decimal::parse), grain, and: None };
        for (count, grain, expected) in [
            (Some("30"), Grain::Year, "P30Y"),
            (Some("2.5"), Grain::Year, "P2Y6M"),
            (Some("0.5"), Grain::Hour, "PT30M"),
            (Some("1.5"), Grain::Week, "P1.5W"),
            (Some("2.5"), Grain::Decade, "P25Y"),
            (Some("3"), Grain::Quarter, "P9M"),
            (None, Grain::Hour, "PTXH"),
            (None, Grain::Year, "PXY"),
        ] {
            assert_eq!(value(&length(count, grain)), expected);
        }
        let both = Length { count: Decimal::parse("2"), grain: Grain::Day, and: Decimal::parse("3").map(|n| (n, Grain::Hour)) };
        assert_eq!(value(&both), "P2DT3H");
    }
}
