//! Puts a point on the calendar, from the day of writing or from what was told before.

use super::{
    part::nth,
    tense::{self, Direction},
};
use crate::{
    input::Sheet,
    language::Class,
    lexical::CalendarDate,
    phrase::time::{Length, Modifier, Name, Origin, Piece, Point, Toward},
    when::{Grain, PartialDate, Stretch, feast, monday},
};
use chrono::{Datelike, NaiveDate};

/// A point on the calendar, or what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Placed {
    Known(Stretch),
    /// TIMEX3's value with an X for each unknown digit, and the EDTF where that can say so.
    Open(String, Option<String>),
    /// `years ago`: some time on one side.
    Reference(&'static str),
}

use Placed::{Known, Open};

/// What placing goes by.
pub(super) struct Ground<'s, 'a> {
    pub sheet: &'s Sheet<'a>,
    /// When the text was written.
    pub written: Option<PartialDate>,
    /// The last stretch that was told of.
    pub told: Option<Stretch>,
    /// Where the story stands: what was told of last in the foreground.
    pub story: Option<Stretch>,
    /// The same where it lies years before the day of writing: `last year` then is the story's.
    pub past: Option<Stretch>,
    /// The last day that was told of, while nothing since has left its month or year.
    pub day: Option<Stretch>,
    /// The last day that was told of in the same sentence.
    pub beside: Option<Stretch>,
    /// The last quarter that was told of.
    pub quarter: Option<Stretch>,
    /// The same, where it was told just before: what a report's `a year ago` is compared with.
    pub report: Option<Stretch>,
    /// Whether open names go by what was told rather than by the day of writing.
    pub narrative: bool,
    /// The day at which a month without a year began, in a document without a date.
    pub months: Option<NaiveDate>,
    /// The tokens of the expression, as (first, last).
    pub at: (usize, usize),
}

/// What a placing went by, for the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Itself,
    Written,
    /// What was told last.
    Told,
    /// Something else that was told before.
    From(Stretch),
}

fn open(value: String) -> Placed {
    Open(value, None)
}

/// The value of a stretch of a grain of which nothing is known.
pub(super) fn unknown(grain: Grain) -> Placed {
    let value = match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => "XXXX-XX-XX",
        Grain::Week | Grain::Fortnight => "XXXX-WXX",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        _ => "XXXX",
    };
    let edtf = matches!(grain, Grain::Day | Grain::Month | Grain::Year).then(|| value.to_string());
    Open(value.into(), edtf)
}

impl Ground<'_, '_> {
    pub(super) fn place(&self, point: &Point) -> (Placed, By) {
        match point {
            Point::Date(date) => self.date(date),
            Point::Decade(d) => (Known(Stretch::Decade(*d)), By::Itself),
            Point::Century(c) => (Known(Stretch::Century(*c)), By::Itself),
            Point::Named(name, toward) => self.named(*name, *toward),
            Point::Unit(grain, toward) => self.unit(*grain, *toward),
            Point::Away(length, back, origin) => self.away(length, *back, origin),
            Point::In(name, whole) => {
                let (placed, by) = self.place(whole);
                (self.inside(*name, &placed), by)
            }
            Point::Nth(n, Piece::Unit(grain), whole) if matches!(**whole, Point::Period(_)) => {
                let day = self.days(whole).and_then(|(first, last)| if *n > 0 { grain.away(first, n - 1) } else { Some(last) });
                (day.map_or_else(|| unknown(*grain), |day| Known(Stretch::around(*grain, day))), By::Itself)
            }
            Point::Nth(n, piece, whole) => {
                let (placed, by) = self.place(whole);
                (nth(*n, *piece, &placed), by)
            }
            Point::Period(_) => (self.days(point).map_or_else(|| unknown(Grain::Year), period), By::Itself),
            Point::Ending(grain, end) => {
                let middle = self.days(point).map(|(first, last)| first + (last - first) / 2);
                (middle.map_or_else(|| unknown(*grain), |day| Known(Stretch::around(*grain, day))), self.place(end).1)
            }
            Point::Part(day, part) => {
                let (placed, by) = self.hours_of(day);
                let placed = match placed {
                    Known(s) if s.first() == s.last() => Known(Stretch::Part(s.first(), *part)),
                    Open(value, _) => open(format!("{value}T{}", part.code())),
                    _ => open(format!("XXXX-XX-XXT{}", part.code())),
                };
                (placed, by)
            }
            Point::At(day, clock) => {
                let (placed, by) = self.hours_of(day);
                let time = format!("T{:02}:{:02}", clock.hour, clock.minute.unwrap_or(0));
                let placed = match placed {
                    Known(s) if s.first() == s.last() => Known(Stretch::Clock(s.first(), clock.hour, clock.minute)),
                    Open(value, _) => open(format!("{value}{time}")),
                    _ => open(format!("XXXX-XX-XX{time}")),
                };
                (placed, by)
            }
        }
    }

    /// A point, of which a word names the beginning or the end: that of a period of years is a year.
    pub(super) fn place_part(&self, point: &Point, modifier: Option<Modifier>) -> (Placed, By) {
        let year = match (point, modifier, self.days(point)) {
            (Point::Period(_), Some(Modifier::Start), Some((first, _))) => first.year(),
            (Point::Period(_), Some(Modifier::End), Some((_, last))) => last.year(),
            _ => return self.place(point),
        };
        (Known(Stretch::Year(year)), By::Itself)
    }

    /// The day of an hour; where its words name none, one that its sentence told of.
    fn hours_of(&self, day: &Point) -> (Placed, By) {
        match (day, self.beside) {
            (Point::Unit(Grain::Day, Toward::Running), Some(day)) => (Known(Stretch::Day(day.first())), By::From(day)),
            _ => self.place(day),
        }
    }

    /// The first and the last day of what is no unit of the calendar: `the quarter ended Sept. 30`, `the Cold War`.
    pub(super) fn days(&self, point: &Point) -> Option<(NaiveDate, NaiveDate)> {
        match point {
            Point::Ending(grain, end) => {
                let (Known(end), _) = self.place(end) else { return None };
                Some((grain.away(end.last().succ_opt()?, -1)?, end.last()))
            }
            Point::Period(row) => {
                let entry = self.sheet.language.lexicon().entry(*row);
                Some((PartialDate::parse(entry.cell(1))?.first(), PartialDate::parse(entry.cell(2))?.last()))
            }
            _ => None,
        }
    }

    /// Which way the predicate looks. A tree is needed to tell, so it is asked for last.
    fn direction(&self) -> Option<Direction> {
        tense::direction(self.sheet, self.at.0, self.at.1)
    }

    /// The day of writing, where it is known to the day.
    fn today(&self) -> Option<NaiveDate> {
        match self.written {
            Some(PartialDate::Day(d)) => Some(d),
            _ => None,
        }
    }

    /// A day to look from, for a grain: any day of the month does for months.
    fn now(&self, grain: Grain) -> Option<NaiveDate> {
        let fine = match self.written? {
            PartialDate::Day(_) => Grain::Second,
            PartialDate::Month(..) => Grain::Month,
            PartialDate::Year(_) => Grain::Year,
        };
        (grain >= fine).then(|| self.written.map(PartialDate::first)).flatten()
    }

    fn date(&self, date: &CalendarDate) -> (Placed, By) {
        match *date {
            CalendarDate { year: Some(y), month: None, .. } => (Known(Stretch::Year(y)), By::Itself),
            CalendarDate { year: Some(y), month: Some(m), day: None, .. } => (Known(Stretch::Month(y, m)), By::Itself),
            CalendarDate { year: Some(y), month: Some(m), day: Some(d), .. } => {
                (NaiveDate::from_ymd_opt(y, m, d).map_or_else(|| unknown(Grain::Day), |d| Known(Stretch::Day(d))), By::Itself)
            }
            CalendarDate { month: Some(m), day: Some(d), .. } if self.renowned(m, d).is_some() => {
                (self.renowned(m, d).map_or_else(|| unknown(Grain::Day), |day| Known(Stretch::Day(day))), By::Itself)
            }
            CalendarDate { month: Some(m), day: Some(d), weekday: Some(w), .. } if self.months.is_none() => self.weekday_of(m, d, w),
            CalendarDate { month: Some(m), day: Some(d), .. } => self.named(Name::MonthDay(m, d), Toward::Open),
            CalendarDate { day: Some(d), weekday, .. } => self.numbered(d, weekday),
            _ => (unknown(Grain::Day), By::Itself),
        }
    }

    /// The day of an event that is called by its day: `the Sept. 11 attacks`; none of one that was to come when the text was written.
    fn renowned(&self, m: u32, d: u32) -> Option<NaiveDate> {
        let named = self.sheet.entries(self.at.0, Class::Period).filter(|(last, _)| *last > self.at.1);
        let day = named.filter(|(_, e)| e.cell(1) == e.cell(2)).find_map(|(_, e)| match PartialDate::parse(e.cell(1)) {
            Some(PartialDate::Day(day)) => Some(day),
            _ => None,
        })?;
        let told = self.written.is_none_or(|w| w.last() >= day);
        ((day.month(), day.day()) == (m, d) && told).then_some(day)
    }

    /// `Tuesday, June 6`: the weekday tells the year.
    fn weekday_of(&self, m: u32, d: u32, w: u32) -> (Placed, By) {
        let Some(near) = self.written.map(|w| w.first().year()) else {
            return self.named(Name::MonthDay(m, d), Toward::Open);
        };
        let years = [0, -1, 1, -2, 2, -3, 3];
        let fits = years.iter().filter_map(|n| NaiveDate::from_ymd_opt(near + n, m, d)).find(|d| d.weekday().number_from_monday() == w);
        match (fits, self.today()) {
            (Some(found), Some(today)) if (found - today).num_days().abs() < 370 => (Known(Stretch::Day(found)), By::Written),
            _ => self.named(Name::MonthDay(m, d), Toward::Open),
        }
    }

    /// `Sunday the 4th`, `on the 15th`: the nearest day that is so.
    fn numbered(&self, d: u32, w: Option<u32>) -> (Placed, By) {
        let Some(today) = self.today() else { return (unknown(Grain::Day), By::Itself) };
        let months = (-6..=6).filter_map(|n| Grain::Month.away(today.with_day(1)?, n)?.with_day(d));
        let found =
            months.filter(|x| w.is_none_or(|w| x.weekday().number_from_monday() == w)).min_by_key(|x| (*x - today).num_days().abs());
        (found.map_or_else(|| unknown(Grain::Day), |d| Known(Stretch::Day(d))), By::Written)
    }

    fn named(&self, name: Name, toward: Toward) -> (Placed, By) {
        let told = match toward {
            Toward::Previous | Toward::Same | Toward::Following => self.told,
            Toward::Open if self.narrative => self.story,
            Toward::Last | Toward::This | Toward::Next => self.past,
            _ => None,
        };
        if toward == Toward::YearBefore {
            let quarter = self.named(name, Toward::Open);
            return match quarter {
                (Known(s), by) => (s.years_later(-1).map_or_else(|| unknown(Grain::Quarter), Known), by),
                other => other,
            };
        }
        if let Some(told) = told {
            return (self.beside(name, told, toward), By::From(told));
        }
        if let (Some(first), Toward::Open) = (self.months, toward) {
            let found = self.of_year(name, first.year());
            return (found.map_or_else(|| self.bare(name), Known), By::Written);
        }
        let fine =
            if matches!(name, Name::Weekday(_) | Name::Weekend | Name::MonthDay(..) | Name::Feast(_)) { Grain::Day } else { Grain::Month };
        let Some(now) = self.now(fine) else { return (self.bare(name), By::Itself) };
        let all = self.around(name, now);
        let weekly = matches!(name, Name::Weekday(_) | Name::Weekend);
        let last = || all.iter().rev().find(|s| s.first() <= now);
        let found = match toward {
            Toward::Open => {
                let ahead = self.coming(&all, now, name);
                let behind = if weekly { last() } else { self.nearest(&all, now, name) };
                if ahead != behind && self.direction() == Some(Direction::Future) { ahead } else { behind }
            }
            Toward::Last | Toward::Previous | Toward::Latest => all.iter().rev().find(|s| s.last() < now),
            Toward::Next | Toward::Following => all.iter().find(|s| s.first() > now),
            Toward::This if weekly => all.iter().find(|s| monday(s.first()) == monday(now)),
            Toward::This => all.iter().find(|s| s.first().year() == now.year()),
            _ => last(),
        };
        (found.map_or_else(|| self.bare(name), |s| Known(*s)), By::Written)
    }

    /// What a name means that is said of the future; of a quarter only if it is the next.
    fn coming<'p>(&self, all: &'p [Stretch], now: NaiveDate, name: Name) -> Option<&'p Stretch> {
        let near = |s: &&Stretch| match name {
            Name::Quarter(_) => (s.first() - now).num_days() < 93,
            // "He must leave by May 4", said on May 6: a day that has just gone by is meant, not the next year's.
            Name::MonthDay(..) => (s.first() - now).num_days() < 330,
            _ => true,
        };
        let next = all.iter().find(|s| s.last() >= now).filter(near);
        next.or_else(|| all.iter().rev().find(|s| s.first() <= now))
    }

    /// The last of a name, unless the next is much nearer: in November, `Dec. 15` is to come.
    fn nearest<'p>(&self, all: &'p [Stretch], now: NaiveDate, name: Name) -> Option<&'p Stretch> {
        let past = all.iter().rev().find(|s| s.first() <= now);
        let next = all.iter().find(|s| s.first() > now);
        let (Some(a), Some(b)) = (past, next) else { return past.or(next) };
        let (behind, ahead) = ((now - a.last()).num_days(), (b.first() - now).num_days());
        let limit = match name {
            Name::MonthDay(..) | Name::Feast(_) => 92,
            Name::Month(_) if (32..92).contains(&ahead) && self.direction() == Some(Direction::Past) => 32,
            Name::Month(_) => 92,
            _ => 0,
        };
        if behind > ahead * 2 && ahead < limit { next } else { past }
    }

    /// A name beside what was told: in its year, before it or after it.
    fn beside(&self, name: Name, told: Stretch, toward: Toward) -> Placed {
        let all = self.around(name, told.first());
        let found = match toward {
            Toward::Previous | Toward::Last => all.iter().rev().find(|s| s.last() < told.first()),
            Toward::Following | Toward::Next => all.iter().find(|s| s.first() > told.last()),
            _ if matches!(name, Name::Weekday(_) | Name::Weekend) => {
                if told.grain() > Grain::Week {
                    return self.bare(name);
                }
                all.iter().find(|s| s.first() >= told.first())
            }
            _ => {
                let year = told.first().year();
                // From late in one year to early in the next the story goes on; the other way round it would be told with its year.
                let wraps = |s: &&Stretch| told.grain() < Grain::Year && told.first().month() > s.first().month() + 7;
                let same = all.iter().find(|s| s.first().year() == year);
                same.filter(|s| !wraps(s)).or_else(|| all.iter().find(|s| s.first().year() == year + 1))
            }
        };
        found.map_or_else(|| self.bare(name), |s| Known(*s))
    }

    /// The stretches of a name around a day, in order.
    fn around(&self, name: Name, day: NaiveDate) -> Vec<Stretch> {
        match name {
            Name::Weekday(w) => (-2..=2).filter_map(|n| Grain::Day.away(monday(day), n * 7 + i64::from(w) - 1)).map(Stretch::Day).collect(),
            Name::Weekend => (-2..=2).filter_map(|n| Grain::Day.away(monday(day), n * 7 + 5)).map(Stretch::Weekend).collect(),
            _ => (-8..=8).filter_map(|n| self.of_year(name, day.year().checked_add(n)?)).collect(),
        }
    }

    /// A name's stretch in a year.
    fn of_year(&self, name: Name, year: i32) -> Option<Stretch> {
        if !(-9999..=9999).contains(&year) {
            return None;
        }
        match name {
            Name::Month(m) => Some(Stretch::Month(year, m)),
            Name::MonthDay(m, d) => NaiveDate::from_ymd_opt(year, m, d).map(Stretch::Day),
            Name::Season(s) => Some(Stretch::Season(year, s)),
            Name::Quarter(q) => Some(Stretch::Quarter(year, q)),
            Name::Half(h) => Some(Stretch::Half(year, h)),
            Name::Feast(row) => feast(self.sheet.language.lexicon().entry(row).cell(2), year).map(Stretch::Day),
            Name::Weekday(_) | Name::Weekend => None,
        }
    }

    /// What a name says without a year.
    fn bare(&self, name: Name) -> Placed {
        let (value, edtf) = match name {
            Name::Month(m) => (format!("XXXX-{m:02}"), true),
            Name::MonthDay(m, d) => (format!("XXXX-{m:02}-{d:02}"), true),
            Name::Weekday(w) => (format!("XXXX-WXX-{w}"), false),
            Name::Weekend => ("XXXX-WXX-WE".into(), false),
            Name::Season(s) => (format!("XXXX-{}", s.code()), false),
            Name::Quarter(q) => (format!("XXXX-Q{q}"), false),
            Name::Half(h) => (format!("XXXX-H{h}"), false),
            Name::Feast(row) => {
                let rule = self.sheet.language.lexicon().entry(row).cell(2);
                if rule.contains(' ') { ("XXXX-XX-XX".to_string(), false) } else { (format!("XXXX-{rule}"), true) }
            }
        };
        let edtf = edtf.then(|| value.clone());
        Open(value, edtf)
    }

    /// A named part of a placed stretch.
    fn inside(&self, name: Name, whole: &Placed) -> Placed {
        let Known(whole) = whole else { return self.bare(name) };
        match name {
            Name::Weekday(w) => {
                Grain::Day.away(monday(whole.first()), i64::from(w) - 1).map_or_else(|| self.bare(name), |d| Known(Stretch::Day(d)))
            }
            _ => self.of_year(name, whole.first().year()).map_or_else(|| self.bare(name), Known),
        }
    }

    fn unit(&self, grain: Grain, toward: Toward) -> (Placed, By) {
        let shift = |from: NaiveDate, n| grain.away(from, n).map(|d| Stretch::around(grain, d));
        let now = self.now(grain).map(|d| Stretch::around(grain, d).first());
        let from_now = |n: i64| (now.and_then(|d| shift(d, n)).map_or_else(|| unknown(grain), Known), By::Written);
        let from_told = |n: i64| {
            let fine = self.day.filter(|_| self.told.is_some_and(|t| t.grain() > grain));
            let Some(told) = fine.or(self.told) else {
                // Nothing was told with its day: in a story "the next day" is not the day after the writing; by itself it is.
                return if grain == Grain::Day && n != 0 && self.sheet.sentences.len() > 1 {
                    (unknown(grain), By::Told)
                } else {
                    from_now(n)
                };
            };
            if told.grain() > grain {
                return (unknown(grain), By::Told);
            }
            let from = Stretch::around(grain, told.first()).first();
            (shift(from, n).map_or_else(|| unknown(grain), Known), By::Told)
        };
        let from_past = self.past.filter(|p| grain > Grain::Day && p.grain() <= grain);
        let from_past = |n: i64| from_past.and_then(|p| Some((Known(shift(Stretch::around(grain, p.first()).first(), n)?), By::From(p))));
        let n = match toward {
            Toward::Last => -1,
            Toward::Next => 1,
            _ => 0,
        };
        if let (Toward::Last | Toward::This | Toward::Next, Some(found)) = (toward, from_past(n)) {
            return found;
        }
        match toward {
            Toward::Last | Toward::Latest => from_now(-1),
            Toward::This | Toward::Open => from_now(0),
            Toward::Next => from_now(1),
            Toward::Previous => from_told(-1),
            Toward::Same => from_told(0),
            Toward::Following => from_told(1),
            Toward::Running => match (grain, self.quarter) {
                (Grain::Quarter, Some(quarter)) => (Known(quarter), By::Told),
                (Grain::Quarter, None) => from_now(-1),
                _ if self.narrative => from_told(0),
                _ => from_now(0),
            },
            Toward::YearBefore => {
                let base = match (grain, self.quarter, self.told) {
                    (_, Some(quarter), _) => Some(quarter),
                    (Grain::Quarter, None, _) => now.and_then(|d| shift(d, -1)),
                    (_, None, told) => told.or(now.map(|d| Stretch::around(grain, d))),
                };
                (base.and_then(|s| s.years_later(-1)).map_or_else(|| unknown(grain), Known), By::Told)
            }
        }
    }

    fn away(&self, length: &Length, back: bool, origin: &Origin) -> (Placed, By) {
        let Some(count) = length.count else {
            if let Origin::Point(_) = origin {
                return (unknown(length.grain), By::Itself);
            }
            return (Placed::Reference(if back { "PAST_REF" } else { "FUTURE_REF" }), By::Itself);
        };
        // Half a year is six months; smaller halves are lost in the grain.
        let (count, grain) = match (count.integer(), count.and_a_half(), length.grain) {
            (Some(n), _, grain) => (n, grain),
            (None, Some(n), Grain::Year) => (n.saturating_mul(12).saturating_add(6), Grain::Month),
            (None, Some(n), grain) => (n, grain),
            _ => return (unknown(length.grain), By::Itself),
        };
        let Ok(n) = i64::try_from(count) else { return (unknown(grain), By::Itself) };
        let n = if back { -n } else { n };
        match origin {
            Origin::Now if grain == Grain::Year && n == -1 && self.report.is_some() => {
                (self.report.and_then(|q| q.years_later(-1)).map_or_else(|| unknown(grain), Known), By::Told)
            }
            Origin::Now => {
                let found = self.now(grain).and_then(|d| grain.away(d, n)).map(|d| Stretch::around(grain, d));
                (found.map_or_else(|| unknown(grain), Known), By::Written)
            }
            Origin::Told => {
                let told = self.report.filter(|_| grain == Grain::Year && back).or(self.told);
                let Some(told) = told.or_else(|| self.now(grain).map(|d| Stretch::around(grain, d))) else {
                    return (unknown(grain), By::Told);
                };
                let told = self.day.filter(|_| told.grain() > grain).unwrap_or(told);
                (from_stretch(told, grain, n, told.grain() == Grain::Quarter), By::Told)
            }
            Origin::Event => (unknown(grain), By::Itself),
            // A period is counted from its near end, and to the unit: "two years after the war" is a year.
            Origin::Point(point @ Point::Period(_)) => {
                let from = self.days(point).map(|(first, last)| Stretch::Day(if back { first } else { last }));
                (from.map_or_else(|| unknown(grain), |from| from_stretch(from, grain, n, false)), By::Itself)
            }
            Origin::Point(point) => match self.place(point) {
                (Known(s), by) => (from_stretch(s, grain, n, true), by),
                (_, by) => (unknown(grain), by),
            },
        }
    }
}

/// A period as the least unit that holds it, else by its years.
fn period((first, last): (NaiveDate, NaiveDate)) -> Placed {
    let units = [Grain::Day, Grain::Month, Grain::Year].map(|grain| Stretch::around(grain, first));
    match units.into_iter().find(|unit| last <= unit.last()) {
        Some(unit) => Known(unit),
        None => Open(format!("{:04}/{:04}", first.year(), last.year()), Some(format!("{first}/{last}"))),
    }
}

/// So many units from a stretch; `fine` keeps its own grain, else the unit's is taken.
pub(super) fn from_stretch(from: Stretch, grain: Grain, n: i64, fine: bool) -> Placed {
    if from.grain() > grain {
        return unknown(grain);
    }
    // "A decade later" is told to the year.
    let kept = if fine { from.grain() } else { grain.min(Grain::Year) };
    grain.away(from.first(), n).map_or_else(|| unknown(grain), |d| Known(Stretch::around(kept, d)))
}
