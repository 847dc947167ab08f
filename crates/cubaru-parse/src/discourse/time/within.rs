//! Between which days a document without a date was written, from what it tells.
//!
//! A document lies after all that it tells as past and before what it tells as to come. A month that carries its year ("in February
//! 2022") is of another year than the writer's, where other months carry none ("in March"); and nobody says "in March" of the March
//! before last.

use super::{
    document::{in_body, is_ahead},
    is_monthly,
};
use crate::{
    input::Sheet,
    lexical::CalendarDate,
    phrase::time::{Expression, Meaning, Name, Point},
    when::PartialDate,
};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What a document without a date tells of its day.
pub(super) struct Estimate<'e> {
    /// The first day it can be.
    pub low: NaiveDate,
    /// The last day it can be, where something tells.
    pub high: Option<NaiveDate>,
    /// The day from which months without a year are counted, where the year is told.
    pub from: Option<NaiveDate>,
    /// The expressions that tell the two days.
    pub evidence: Vec<&'e Expression>,
}

/// After `now in May` a text is a month old at most.
const NOW: u64 = 31;

pub(super) fn estimate<'e>(sheet: &Sheet, expressions: &'e [Expression]) -> Option<Estimate<'e>> {
    let mut low: Option<(NaiveDate, &Expression)> = None;
    let mut highs: Vec<(NaiveDate, &Expression)> = Vec::new();
    let mut bare: Vec<&Expression> = Vec::new();
    // The years of months that carry theirs, without those in which the story goes on.
    let mut years: Vec<i32> = Vec::new();
    let mut told: Option<(NaiveDate, u32)> = None;
    let mut story: Option<NaiveDate> = None;
    let raise = |low: &mut Option<(NaiveDate, &'e Expression)>, day, e| {
        if low.is_none_or(|(d, _)| day > d) {
            *low = Some((day, e));
        }
    };
    for e in expressions.iter().filter(|e| in_body(sheet, e)) {
        let sentence = sheet.sentences.partition_point(|s| s.last_token <= e.first) as u32;
        if let Some((first, last, monthly)) = with_year(&e.meaning) {
            if is_ahead(sheet, e) {
                highs.push((last, e));
                continue;
            }
            raise(&mut low, first, e);
            if monthly {
                years.push(first.year());
            }
            told = carries(sheet, e).then_some((first, sentence));
        } else if matches!(&e.meaning, Meaning::At(p) if is_monthly(p)) && !is_ahead(sheet, e) {
            // "The pact was signed in May 2023. In June he flew home." goes on with its year.
            match told.filter(|(_, s)| sentence - s < 2).and_then(|(from, _)| occurrence(&e.meaning, from)) {
                Some(first) => {
                    raise(&mut low, first, e);
                    highs.push((a_year_after(first)?, e));
                    years.retain(|y| *y != first.year());
                    told = Some((first, sentence));
                    story = story.max(Some(first));
                }
                None => bare.push(e),
            }
        }
    }
    let (mut day, mut why) = low?;
    let mut from = None;
    // The year after the last that is told with a month; else the one in which the story goes on.
    let next = years.iter().max().and_then(|y| NaiveDate::from_ymd_opt(y.checked_add(1)?, 1, 1));
    let start = next.map(|d| d.max(day)).or(story);
    if let (Some(start), false) = (start, bare.is_empty()) {
        from = Some(start);
        for e in &bare {
            let Some(first) = occurrence(&e.meaning, start) else { continue };
            if first > day {
                (day, why) = (first, *e);
            }
            highs.push((a_year_after(first)?, *e));
            if is_now(sheet, e) {
                highs.push((end_of_month(first).checked_add_days(Days::new(NOW))?, *e));
            }
        }
    }
    let high = highs.into_iter().filter(|(d, _)| *d >= day).min_by_key(|(d, e)| (*d, e.first));
    let mut evidence = vec![why];
    evidence.extend(high.map(|(_, e)| e).filter(|e| e.first != why.first));
    evidence.sort_by_key(|e| e.first);
    Some(Estimate { low: day, high: high.map(|(d, _)| d), from, evidence })
}

/// The first and last day of what carries its year, and whether it names a month.
fn with_year(meaning: &Meaning) -> Option<(NaiveDate, NaiveDate, bool)> {
    let Meaning::At(point) = meaning else { return None };
    let date = match point {
        Point::Date(d) => *d,
        Point::In(Name::Month(m), whole) => match **whole {
            Point::Date(d) => CalendarDate { month: Some(*m), ..d },
            _ => return None,
        },
        _ => return None,
    };
    let year = date.year?;
    let partial = match (date.month, date.day) {
        (Some(m), Some(d)) => PartialDate::Day(NaiveDate::from_ymd_opt(year, m, d)?),
        (Some(m), None) => PartialDate::Month(year, m),
        _ => PartialDate::Year(year),
    };
    Some((partial.first(), partial.last(), date.month.is_some()))
}

/// Whether the story goes on from a date with a year: it opens its sentence, or names a month that is no background ("who had been
/// there in February 2022").
pub(super) fn carries(sheet: &Sheet, e: &Expression) -> bool {
    let Some((.., monthly)) = with_year(&e.meaning) else { return false };
    let Some(sentence) = sheet.sentence_of(e.first as usize) else { return false };
    let before = &sheet.tokens[sentence.first_token as usize..e.first as usize];
    before.len() < 2 || monthly && !before.iter().any(|t| t.read() == "had")
}

/// The first day on or after `from` at which a month, a day of a month or a season without a year begins.
pub(super) fn occurrence(meaning: &Meaning, from: NaiveDate) -> Option<NaiveDate> {
    let (month, day) = match meaning {
        Meaning::At(Point::Date(CalendarDate { year: None, month: Some(m), day, .. })) => (*m, day.unwrap_or(1)),
        Meaning::At(Point::Named(Name::Month(m), _)) => (*m, 1),
        Meaning::At(Point::Named(Name::MonthDay(m, d), _)) => (*m, *d),
        _ => return None,
    };
    (from.year()..=from.year().checked_add(8)?)
        .filter_map(|y| NaiveDate::from_ymd_opt(y, month, day))
        .find(|d| *d >= from || day == 1 && month == from.month() && d.year() == from.year())
}

/// The day before the same day a year later.
fn a_year_after(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(12))?.pred_opt()
}

fn end_of_month(day: NaiveDate) -> NaiveDate {
    PartialDate::Month(day.year(), day.month()).last()
}

/// Whether `now` stands right before: `and now in May`.
fn is_now(sheet: &Sheet, e: &Expression) -> bool {
    let first = e.first as usize;
    let near = &sheet.tokens[first.saturating_sub(2)..first];
    near.iter().any(|t| t.read().eq_ignore_ascii_case("now"))
}
