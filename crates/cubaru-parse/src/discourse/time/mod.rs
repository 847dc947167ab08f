//! When the times of a text were: expressions on the calendar, and the document's own date.

mod anchoring;
mod document;
mod length;
mod part;
mod place;
mod plain;
mod tense;
mod within;

use crate::{
    diagnostic::Diagnostic,
    input::Sheet,
    parsed::{DocumentDate, Time, TimexType},
    phrase::time::{End, Expression, Length, Meaning, Modifier, Name, Point, Toward},
    when::{Grain, PartialDate, Stretch},
    why::Why,
};
use chrono::{Datelike, NaiveDate};
use part::{bounds, part};
use place::{By, Ground, Placed};
use tense::Place;

/// The times of a text.
pub(crate) struct Dated {
    /// The time expressions, one for each that was read.
    pub times: Vec<Time>,
    /// The document's own date.
    pub date: Option<DocumentDate>,
    /// A given date that the text contradicts.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the day of writing comes from.
#[derive(Clone, Copy)]
struct Written {
    date: PartialDate,
    from: &'static str,
}

/// Puts all expressions on the calendar, and dates the document.
pub(crate) fn date(sheet: &Sheet, expressions: &[Expression], published: Option<PartialDate>) -> Dated {
    let dateline = if published.is_none() { document::dateline(sheet, expressions) } else { None };
    let written = published.map(|date| Written { date, from: "published" });
    let written = written.or(dateline.as_ref().map(|(date, _)| Written { date: *date, from: "dateline" }));
    let estimate = if written.is_none() { within::estimate(sheet, expressions) } else { None };
    // An estimate inside one year tells what "last year" was.
    let one_year = estimate.as_ref().and_then(|e| Some(e.low.year()).filter(|y| e.high.is_some_and(|h| h.year() == *y)));
    let written = written.or(one_year.map(|y| Written { date: PartialDate::Year(y), from: "within" }));
    let times = resolve(sheet, expressions, written, estimate.as_ref().and_then(|e| e.from));
    let date = document::date(sheet, published, dateline, estimate.as_ref());
    let diagnostics = published.map(|p| document::contradictions(sheet, expressions, &times, p)).unwrap_or_default();
    Dated { times, date, diagnostics }
}

/// A stretch that was told of, and the sentence that told it.
#[derive(Clone, Copy)]
struct Told {
    stretch: Stretch,
    sentence: u32,
    /// Whether the words name a year.
    yearly: bool,
}

/// `months` is the day from which months without a year are counted in a document without a date.
fn resolve(sheet: &Sheet, expressions: &[Expression], written: Option<Written>, months: Option<NaiveDate>) -> Vec<Time> {
    let undated = written.is_none_or(|w| w.from == "within");
    let history = if undated { is_chronicle(expressions) } else { is_history(expressions, written) };
    let mut told: Option<Told> = None;
    let mut story: Option<Stretch> = None;
    let mut day: Option<Stretch> = None;
    let mut day_sentence = None;
    let mut quarter: Option<(Stretch, u32)> = None;
    let mut out = Vec::with_capacity(expressions.len());
    let mut stretches = Vec::with_capacity(expressions.len());
    let years = if history { foreground(sheet, expressions) } else { Vec::new() };
    for (i, expression) in expressions.iter().enumerate() {
        let (first, last) = (expression.first as usize, expression.last as usize);
        let sentence = sheet.sentences.partition_point(|s| s.last_token as usize <= first) as u32;
        // A year that opens a sentence holds for the months in it and in the next, also in news.
        let recent = told
            .filter(|t| t.yearly && sentence - t.sentence < 2 && (undated || written.is_some_and(|w| w.date.first() > t.stretch.last())));
        let monthly = matches!(&expression.meaning, Meaning::At(p) if is_monthly(p));
        let narrative = history || recent.is_some() && monthly;
        let ground = Ground {
            sheet,
            written: written.map(|w| w.date),
            told: told.map(|t| t.stretch),
            story: story.or(told.map(|t| t.stretch)),
            past: story.filter(|s| written.is_some_and(|w| w.date.first().year() > s.last().year() + 1)),
            day,
            beside: day.filter(|_| day_sentence == Some(sentence)),
            quarter: quarter.map(|q| q.0),
            report: quarter.filter(|q| sentence - q.1 < 2).map(|q| q.0),
            narrative,
            months: months.filter(|_| monthly).and_then(|from| within::occurrence(&expression.meaning, from)),
            at: (first, last),
        };
        let (time, placed) = time(sheet, expression, &ground, written);
        out.push(time);
        stretches.push(placed.map(|(stretch, _)| stretch));
        let Some((stretch, by)) = placed else { continue };
        // In history, "today" is the writer's or a speaker's and none of the story's days.
        if looks_back(&expression.meaning) || history && by == By::Written {
            continue;
        }
        let next = years[years.partition_point(|(at, _)| *at <= i)..].first().map(|(_, year)| *year);
        if history && story.is_none_or(|story| goes_on(sheet, expression, story, stretch, next)) {
            story = Some(stretch);
        }
        let ending = matches!(expression.meaning, Meaning::At(Point::Ending(..)));
        if matches!(stretch, Stretch::Quarter(..)) && !(ending && quarter.is_some()) {
            quarter = Some((stretch, sentence));
        }
        // A day stays told while what follows holds it: "On May 5 ... in May ... the next day".
        let holds = |d: &Stretch| stretch.first() <= d.first() && d.last() <= stretch.last();
        day = if stretch.grain() == Grain::Day { Some(stretch) } else { day.filter(holds) };
        if stretch.grain() == Grain::Day {
            day_sentence = Some(sentence);
        }
        let carried = if undated { within::carries(sheet, expression) } else { names_year(&expression.meaning) && opens(sheet, first) };
        let yearly = carried || (narrative && monthly);
        told = Some(Told { stretch, sentence, yearly });
    }
    anchoring::anchor(sheet, expressions, &stretches, &mut out);
    out
}

/// Whether a story moves to a stretch, rather than mention it. It moves to what its sentence begins with or its verb tells; what hangs
/// on a noun takes it a year on at most, and with its own year; back it goes with a day, or at the beginning of a sentence or a paragraph.
///
/// `next` is the next year of the foreground: a leap from which that comes back is an aside.
fn goes_on(sheet: &Sheet, e: &Expression, story: Stretch, to: Stretch, next: Option<i32>) -> bool {
    let (first, last) = (e.first as usize, e.last as usize);
    let (here, there) = (story.first().year(), to.first().year());
    let leap = next.is_some_and(|next| (here - there).abs() >= LEAP && (next - here).abs() < (next - there).abs());
    if leap || looks_ahead(&e.meaning) {
        return false;
    }
    let back = to.first() < story.first();
    let ahead = (to.first() - story.last()).num_days();
    match tense::place(sheet, first, last) {
        Place::Head => true,
        Place::Aside => false,
        Place::Noun => !back && names_year(&e.meaning) && to.grain() <= Grain::Month && ahead < 366,
        Place::Clause => !back || to.grain() <= Grain::Day || begins_paragraph(sheet, first),
    }
}

/// How many years a story leaps only if it stays there.
const LEAP: i32 = 2;

/// The years that the foreground tells, with the expressions' indices.
fn foreground(sheet: &Sheet, expressions: &[Expression]) -> Vec<(usize, i32)> {
    let year = |e: &Expression| match &e.meaning {
        Meaning::At(Point::Date(d)) => d.year,
        Meaning::At(Point::In(_, whole)) => match **whole {
            Point::Date(d) => d.year,
            _ => None,
        },
        _ => None,
    };
    let told = |e: &Expression| matches!(tense::place(sheet, e.first as usize, e.last as usize), Place::Head | Place::Clause);
    expressions.iter().enumerate().filter(|(_, e)| told(e)).filter_map(|(i, e)| Some((i, year(e)?))).collect()
}

fn looks_ahead(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::At(Point::Unit(_, Toward::Next) | Point::Named(_, Toward::Next)))
}

fn begins_paragraph(sheet: &Sheet, at: usize) -> bool {
    let i = sheet.sentences.partition_point(|s| s.last_token as usize <= at);
    i == 0 || sheet.sentences.get(i).is_none_or(|s| sheet.sentences[i - 1].paragraph != s.paragraph)
}

/// History rather than news: most of its dates carry a year, and that year is long before the day of writing.
fn is_history(expressions: &[Expression], written: Option<Written>) -> bool {
    let Some(written) = written else { return false };
    let year = written.date.first().year();
    let (mut far, mut near, mut deictic) = (0, 0, 0);
    for e in expressions {
        match &e.meaning {
            Meaning::At(Point::Date(d)) if d.year.is_some_and(|y| (y - year).abs() > 1) => far += 1,
            Meaning::At(Point::Date(d)) if d.year.is_some() => near += 1,
            Meaning::At(Point::Named(Name::Weekday(_), _)) => deictic += 1,
            Meaning::At(Point::Unit(_, Toward::Last | Toward::This | Toward::Next)) => deictic += 1,
            _ => {}
        }
    }
    far > 5 && far > near && far + near > 2 * deictic
}

/// A chronicle without a date: many dates carry a year, and most of them come in order.
fn is_chronicle(expressions: &[Expression]) -> bool {
    let year = |e: &Expression| match &e.meaning {
        Meaning::At(Point::Date(d)) => d.year,
        _ => None,
    };
    let years: Vec<i32> = expressions.iter().filter_map(year).collect();
    let steps = years.windows(2).filter(|w| w[0] <= w[1]).count();
    years.len() >= 10 && steps * 4 >= (years.len() - 1) * 3
}

/// A month, a day of a month, a season without a year.
fn is_monthly(point: &Point) -> bool {
    match point {
        Point::Date(d) => d.year.is_none() && d.month.is_some(),
        Point::Named(name, Toward::Open) => matches!(name, Name::Month(_) | Name::Season(_) | Name::MonthDay(..) | Name::Feast(_)),
        _ => false,
    }
}

/// Whether an expression stands at the head of its sentence, a preposition before it aside.
fn opens(sheet: &Sheet, first: usize) -> bool {
    sheet.sentence_of(first).is_some_and(|s| first <= s.first_token as usize + 1)
}

fn names_year(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::At(Point::Date(d)) => d.year.is_some(),
        Meaning::At(Point::In(_, whole)) => matches!(**whole, Point::Date(_)),
        _ => false,
    }
}

/// Comparisons and named periods look elsewhere and do not move the story: `a year earlier`, `since the Cold War`.
fn looks_back(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::At(Point::Away(_, back, _)) => *back,
        Meaning::At(Point::Unit(_, t) | Point::Named(_, t)) => *t == Toward::YearBefore,
        Meaning::At(Point::Period(_)) => true,
        _ => false,
    }
}

/// One expression, resolved; and the stretch it means, where it is on the calendar.
fn time(sheet: &Sheet, e: &Expression, ground: &Ground, written: Option<Written>) -> (Time, Option<(Stretch, By)>) {
    let span = sheet.span(e.first as usize, e.last as usize);
    let mut why = e.entries.iter().fold(Why::rule(e.rule), |why, row| why.with(&sheet.language.lexicon().entry(*row)));
    let anchor = |by: By| match by {
        By::Itself => None,
        By::Written => written.map(|w| format!("{}#{}", w.from, w.date)),
        By::Told => ground.told.map(|t| format!("told#{}", t.value())),
        By::From(t) => Some(format!("told#{}", t.value())),
    };
    let mut time = Time {
        start: span.start,
        end: span.end,
        text: span.of(sheet.text).to_string(),
        kind: TimexType::Date,
        value: String::new(),
        modifier: e.modifier.map(|m| m.code().to_string()),
        edtf: None,
        earliest: None,
        latest: None,
        anchoring: None,
        why: Why::default(),
    };
    let mut found = None;
    match &e.meaning {
        Meaning::At(point) => {
            let (placed, by) = ground.place_part(point, e.modifier);
            why.entries.extend(anchor(by));
            if matches!(point, Point::Part(..) | Point::At(..)) {
                time.kind = TimexType::Time;
            }
            if let (Point::Away(_, back, _), Some(m)) = (point, e.modifier) {
                time.modifier = Some(away_modifier(m, *back).code().to_string());
            }
            let named = part(e.modifier);
            let utc = matches!(point, Point::At(_, clock) if clock.utc);
            match placed {
                Placed::Known(stretch) => {
                    let (first, last) = bounds(stretch, named, ground.written);
                    let approximate = if e.modifier == Some(Modifier::Approx) { "~" } else { "" };
                    (time.value, time.edtf) = (stretch.value(), Some(stretch.edtf() + approximate));
                    (time.earliest, time.latest) = (Some(first.to_string()), Some(last.to_string()));
                    found = Some((stretch, by));
                }
                Placed::Open(value, edtf) => (time.value, time.edtf) = (value, edtf),
                Placed::Reference(code) => time.value = code.into(),
            }
            if utc {
                time.value.push('Z');
            }
            if let (Some((first, last)), None) = (ground.days(point), named) {
                (time.earliest, time.latest) = (Some(first.to_string()), Some(last.to_string()));
                time.edtf = Some(format!("{first}/{last}"));
            }
        }
        Meaning::Between(a, b, end) => {
            let ((a, by), (b, _)) = (ground.place(a), ground.place(b));
            why.entries.extend(anchor(by));
            if let (Placed::Known(a), Placed::Known(b)) = (&a, &b) {
                (time.earliest, time.latest) = (Some(a.first().to_string()), Some(b.last().to_string()));
                time.edtf = a.edtf_until(*b);
                found = Some((*b, by));
            }
            let value = |p: &Placed| match p {
                Placed::Known(s) => s.value(),
                Placed::Open(v, _) => v.clone(),
                Placed::Reference(code) => code.to_string(),
            };
            time.value = match end {
                Some(End::First) => value(&a),
                Some(End::Last) => value(&b),
                None => format!("{}/{}", value(&a), value(&b)),
            };
        }
        Meaning::Length(length) => {
            time.kind = TimexType::Duration;
            time.value = length::value(length);
        }
        Meaning::Window(length, toward) => {
            time.kind = TimexType::Duration;
            time.value = length::value(length);
            if let Some((from, to, by)) = window(length, *toward, ground) {
                (time.earliest, time.latest) = (Some(from.first().to_string()), Some(to.last().to_string()));
                time.edtf = from.edtf_until(to);
                why.entries.extend(anchor(by));
            }
        }
        Meaning::Set(value) => {
            time.kind = TimexType::Set;
            time.value.clone_from(value);
        }
        Meaning::Reference(code) => time.value.clone_from(code),
    }
    time.why = why;
    (time, found)
}

/// More than a year ago is before that day; less than a year later is before it too.
fn away_modifier(modifier: Modifier, back: bool) -> Modifier {
    match (modifier, back) {
        (Modifier::MoreThan | Modifier::EqualOrMore, true) | (Modifier::LessThan | Modifier::EqualOrLess, false) => Modifier::Before,
        (Modifier::LessThan | Modifier::EqualOrLess, true) | (Modifier::MoreThan | Modifier::EqualOrMore, false) => Modifier::After,
        (m, _) => m,
    }
}

/// From where to where a window reaches, in stretches as coarse as its unit.
fn window(length: &Length, toward: Toward, ground: &Ground) -> Option<(Stretch, Stretch, By)> {
    let count = i64::try_from(length.count?.integer()?).ok()?;
    let by = if matches!(toward, Toward::Previous | Toward::Following) { By::Told } else { By::Written };
    let base = match by {
        By::Told => ground.told?,
        _ => Stretch::from(ground.written?),
    };
    // Decades and centuries are told to the year.
    let grain = length.grain.min(Grain::Year).max(Grain::Day);
    if base.grain() > grain {
        return None;
    }
    let back = matches!(toward, Toward::Last | Toward::Previous);
    let far = length.grain.away(base.first(), if back { -count } else { count })?;
    // A window of weeks begins on a day; one of years in a year.
    let fine = if grain == Grain::Week { Grain::Day } else { grain };
    let (near, far) = (Stretch::around(fine, base.first()), Stretch::around(fine, far));
    Some(if back { (far, near, by) } else { (near, far, by) })
}
