//! The document's own date: given, in its dateline, or between what it tells as past and as to come.

use super::tense::{self, Direction};
use crate::{
    diagnostic::Diagnostic,
    input::Sheet,
    lexical::CalendarDate,
    parsed::{DocumentDate, PartKind, Time, TimexType},
    phrase::time::{Expression, Meaning, Name, Point, Toward},
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
fn in_body(sheet: &Sheet, e: &Expression) -> bool {
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

fn is_ahead(sheet: &Sheet, e: &Expression) -> bool {
    tense::direction(sheet, e.first as usize, e.last as usize) == Some(Direction::Future)
}

/// Whether a verb before the expression tells it as past.
fn is_past(sheet: &Sheet, e: &Expression) -> bool {
    tense::direction(sheet, e.first as usize, e.last as usize) == Some(Direction::Past)
}

/// The document's date.
pub(super) fn date(
    sheet: &Sheet,
    expressions: &[Expression],
    times: &[Time],
    published: Option<PartialDate>,
    dateline: Option<(PartialDate, Words)>,
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
    within(sheet, expressions, times)
}

/// After the last day told as past; before the first told as to come, and within a year of a month named without its year.
fn within(sheet: &Sheet, expressions: &[Expression], times: &[Time]) -> Option<DocumentDate> {
    let parse = |d: &Option<String>| d.as_deref().and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok());
    type Bound<'e> = Option<(NaiveDate, &'e Expression)>;
    let (mut low, mut high): (Bound, Bound) = (None, None);
    for (e, time) in expressions.iter().zip(times).filter(|(e, t)| in_body(sheet, e) && t.kind != TimexType::Duration) {
        let (Some(first), Some(last)) = (parse(&time.earliest), parse(&time.latest)) else { continue };
        let yearly = last_day(&e.meaning).is_some()
            || matches!(&e.meaning, Meaning::At(Point::In(_, whole)) if last_day(&Meaning::At((**whole).clone())).is_some());
        let bare = match &e.meaning {
            Meaning::At(Point::Named(Name::Month(_) | Name::Season(_), Toward::Open)) => true,
            Meaning::At(Point::Date(d)) => d.year.is_none() && d.month.is_some(),
            _ => false,
        };
        if is_ahead(sheet, e) {
            if yearly && high.is_none_or(|(d, _)| last < d) {
                high = Some((last, e));
            }
        } else if (yearly || bare) && low.is_none_or(|(d, _)| first > d) {
            low = Some((first, e));
        }
        // Nobody says "in March" of the March before last.
        if bare && !is_ahead(sheet, e) {
            let limit = first.checked_add_months(chrono::Months::new(12)).and_then(|d| d.pred_opt());
            if let Some(limit) = limit.filter(|l| high.is_none_or(|(d, _)| *l < d)) {
                high = Some((limit, e));
            }
        }
    }
    let (first, evidence) = low?;
    let high = high.filter(|(d, _)| *d >= first);
    let mut found = vec![words(sheet, evidence)];
    found.extend(high.map(|(_, e)| words(sheet, e)).filter(|w| w.start != found[0].start));
    found.sort_by_key(|w| w.start);
    let latest = high.map_or_else(end_of_days, |(d, _)| d);
    let end = high.map_or("..".to_string(), |(d, _)| d.to_string());
    Some(DocumentDate {
        edtf: format!("{first}/{end}"),
        earliest: first.to_string(),
        latest: latest.to_string(),
        from: "within".into(),
        evidence: found,
        why: Why::rule("date-within"),
    })
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
