//! The document's own date: given, in its dateline, or between what it tells as past and as to come.

use super::{
    tense::{self, Direction},
    within::Estimate,
};
use crate::{
    diagnostic::Diagnostic,
    input::Sheet,
    lexical::CalendarDate,
    parsed::{DocumentDate, PartKind, Time},
    phrase::time::{Expression, Meaning, Point},
    span::Words,
    when::PartialDate,
    why::Why,
};
use chrono::{Datelike, Days, NaiveDate};

/// A day that the text tells as past may lie so many days after the given date before the two contradict each other: time
/// zones and updates account for that much.
const SLACK: u64 = 3;

/// The last day that a date can name; it bounds a document that nothing else bounds.
fn end_of_days() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// Whether an expression stands in the running text or the headline.
pub(super) fn in_body(sheet: &Sheet, e: &Expression) -> bool {
    sheet.sentence_of(e.first as usize).is_some_and(|s| matches!(s.part, PartKind::Body | PartKind::Headline))
}

fn words(sheet: &Sheet, e: &Expression) -> Words {
    Words::at(sheet.text, sheet.span(e.first as usize, e.last as usize))
}

/// The dateline's day. Its year is the dateline's own, else the one year in which its weekday fits, else the first in which it
/// lies after all that the text tells with a year.
pub(super) fn dateline(sheet: &Sheet, expressions: &[Expression]) -> Option<(PartialDate, Words)> {
    let line = |e: &&Expression| sheet.sentence_of(e.first as usize).is_some_and(|s| s.part == PartKind::Dateline);
    let (found, date) = expressions.iter().filter(line).find_map(|e| match &e.meaning {
        Meaning::At(Point::Date(d)) if d.month.is_some() => Some((e, *d)),
        _ => None,
    })?;
    let (month, day) = (date.month?, date.day?);
    let at = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let place = |date: NaiveDate| Some((PartialDate::Day(date), words(sheet, found)));
    if let Some(year) = date.year {
        return place(at(year)?);
    }
    let latest = expressions.iter().filter(|e| in_body(sheet, e) && !is_ahead(sheet, e)).filter_map(|e| last_day(&e.meaning)).max()?;
    let mut years = (latest.year()..=latest.year() + 6)
        .filter_map(at)
        .filter(|d| *d >= latest || d.year() == latest.year() && latest.ordinal() == 365 + u32::from(latest.leap_year()));
    match date.weekday {
        Some(w) => place(years.find(|d| d.weekday().number_from_monday() == w)?),
        // Without a weekday only a year told to the day or the month is close enough.
        None => place(years.next()?),
    }
}

/// The last day of what an expression tells with its year.
fn last_day(meaning: &Meaning) -> Option<NaiveDate> {
    let partial = |d: &CalendarDate| {
        let year = d.year?;
        Some(match (d.month, d.day) {
            (Some(m), Some(day)) => NaiveDate::from_ymd_opt(year, m, day)?,
            (Some(m), None) => PartialDate::Month(year, m).last(),
            _ => PartialDate::Year(year).last(),
        })
    };
    match meaning {
        Meaning::At(Point::Date(d)) => partial(d),
        _ => None,
    }
}

pub(super) fn is_ahead(sheet: &Sheet, e: &Expression) -> bool {
    tense::direction(sheet, e.first as usize, e.last as usize) == Some(Direction::Future)
}

/// Whether a verb before the expression tells it as past.
fn is_past(sheet: &Sheet, e: &Expression) -> bool {
    tense::direction(sheet, e.first as usize, e.last as usize) == Some(Direction::Past)
}

/// The document's date.
pub(super) fn date(
    sheet: &Sheet,
    published: Option<PartialDate>,
    dateline: Option<(PartialDate, Words)>,
    estimate: Option<&Estimate>,
) -> Option<DocumentDate> {
    let of = |date: PartialDate, from: &str, evidence, rule| DocumentDate {
        edtf: date.to_string(),
        earliest: date.first().to_string(),
        latest: date.last().to_string(),
        from: from.into(),
        evidence,
        why: Why::rule(rule),
    };
    if let Some(date) = published {
        return Some(of(date, "given", Vec::new(), "date-given"));
    }
    if let Some((date, words)) = dateline {
        return Some(of(date, "dateline", vec![words], "date-dateline"));
    }
    estimate.map(|e| within(sheet, e))
}

/// Between the days of an estimate.
fn within(sheet: &Sheet, estimate: &Estimate) -> DocumentDate {
    let latest = estimate.high.unwrap_or_else(end_of_days);
    let end = estimate.high.map_or("..".to_string(), |d| d.to_string());
    DocumentDate {
        edtf: format!("{}/{end}", estimate.low),
        earliest: estimate.low.to_string(),
        latest: latest.to_string(),
        from: "within".into(),
        evidence: estimate.evidence.iter().map(|e| words(sheet, e)).collect(),
        why: Why::rule("date-within"),
    }
}

/// Dates that the text tells as past and that lie after the date it was given.
pub(super) fn contradictions(sheet: &Sheet, expressions: &[Expression], times: &[Time], published: PartialDate) -> Vec<Diagnostic> {
    let Some(limit) = published.last().checked_add_days(Days::new(SLACK)) else { return Vec::new() };
    let late = |(e, t): &(&Expression, &Time)| {
        let yearly = matches!(&e.meaning, Meaning::At(Point::Date(CalendarDate { year: Some(_), .. })));
        let first = t.earliest.as_deref().and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok());
        yearly && first.is_some_and(|d| d > limit) && is_past(sheet, e)
    };
    let found = expressions.iter().zip(times).find(late);
    found.map_or_else(Vec::new, |(_, time)| {
        vec![Diagnostic {
            code: "date-contradicted".into(),
            message: format!("the text tells {} as past, but the document is dated {published}", time.text),
            hint: "check the date of publication".into(),
            span: Some(crate::span::Span { start: time.start, end: time.end }),
        }]
    })
}
