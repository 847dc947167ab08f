//! A length of time against the dates that bound it.

use super::{Finding, Kind, Page, count::whole, day, listing::Group};
use cubaru_parse::{Side as Way, Span, Time, TimexType, syntax::Xpos};

/// A length: how many of which unit (`D`, `W`, `M`, `Y`).
#[derive(Debug, Clone, Copy)]
struct Length {
    n: i64,
    unit: char,
    /// "Less than": a shorter one is no contradiction.
    most: bool,
}

pub(crate) fn spans(page: &Page, groups: &[Group], out: &mut Vec<Finding>) {
    for (i, sentence) in page.sentences() {
        let here = Span { start: sentence.start, end: sentence.end };
        let mut dates: Vec<&Time> = page.times_in(here).filter(|t| bounds(t).is_some() && t.kind == TimexType::Date).collect();
        for time in page.times_in(here) {
            if let Some(length) = length(time) {
                let bound = from_to(page, time, &dates).or_else(|| began_ended(page, i, time)).or_else(|| listed(page, i, time, groups));
                if let Some((first, last, rule)) = bound {
                    out.extend(compare(page, time, length, first, last, rule));
                }
                out.extend(counted_on(page, i, time, length));
            }
        }
        dates.retain(|t| t.start >= sentence.start);
    }
}

fn length(time: &Time) -> Option<Length> {
    let unit = time.value.chars().last().filter(|u| "DWMY".contains(*u))?;
    let n = time.value.strip_prefix('P')?.strip_suffix(unit)?.parse().ok()?;
    let most = time.modifier.as_deref() == Some("LESS_THAN");
    let exact = time.modifier.is_none() || most;
    (time.kind == TimexType::Duration && exact && n > 1 && n < 1000).then_some(Length { n, unit, most })
}

fn bounds(time: &Time) -> Option<(i64, i64)> {
    Some((day(time.earliest.as_deref()?)?, day(time.latest.as_deref()?)?))
}

/// "Eight years, from 2006 to 2011".
fn from_to<'a>(page: &Page, length: &Time, dates: &[&'a Time]) -> Option<(&'a Time, &'a Time, &'static str)> {
    dates.windows(2).find_map(|pair| {
        let [first, last] = pair else { return None };
        let near = first.start.abs_diff(length.end) < 30;
        let lead = page.within(span(first)).start.checked_sub(1)?;
        let gap = page.within(span(first)).end..page.within(span(last)).start;
        let joint = gap.len() == 1 && ["to", "and", "until", "till", "through"].contains(&page.lemma(gap.start));
        (near && joint && ["from", "between"].contains(&page.lemma(lead)) && lead >= page.within(span(length)).end).then_some((
            *first,
            *last,
            "span-from-to",
        ))
    })
}

/// "It lasted ten days. It began on … and ended on …"
fn began_ended<'a>(page: &Page<'a>, sentence: usize, length: &Time) -> Option<(&'a Time, &'a Time, &'static str)> {
    let verb = page.tokens()[page.within(span(length)).start..page.within(span(length)).end].last()?;
    let verb = verb.head.filter(|h| page.listed(*h as usize, "lasting"))? as usize;
    (page.sentence(verb) == sentence).then_some(())?;
    let place = |kind: &str| {
        [Some(sentence), page.next(sentence)].into_iter().flatten().find_map(|s| {
            let tokens = page.range(s);
            let at = tokens.clone().find(|t| page.listed(*t, kind) && page.tokens()[*t].xpos.label().starts_with("VB"))?;
            let end = tokens.end;
            page.times_in(page.span(at..end))
                .find(|t| bounds(t).is_some() && t.kind == TimexType::Date && t.start.saturating_sub(page.tokens()[at].end) < 40)
        })
    };
    place("beginning").zip(place("ending")).map(|(a, b)| (a, b, "span-began-ended"))
}

/// "In five months four ministers went: in March, in April and in May": the months of a whole list.
fn listed<'a>(page: &Page<'a>, sentence: usize, length: &Time, groups: &[Group]) -> Option<(&'a Time, &'a Time, &'static str)> {
    if !matches!(length.value.chars().last(), Some('M' | 'Y' | 'W')) {
        return None;
    }
    let lead = page.within(span(length)).start;
    let within = (lead.saturating_sub(4)..lead + 1).any(|t| page.listed(t, "within"));
    within.then_some(())?;
    let colon = page.range(sentence).find(|t| page.lemma(*t) == ":");
    let dates = |from: usize, to: usize| -> Vec<&'a Time> {
        page.times_in(page.span(from..to)).filter(|t| t.kind == TimexType::Date && bounds(t).is_some() && t.start != length.start).collect()
    };
    let times = match colon {
        Some(colon) => dates(colon + 1, page.range(sentence).end),
        None => {
            let of = groups.iter().find(|g| page.sentence(g.head) == sentence && g.number.is_some())?;
            let list = whole(page, of).filter(|l| Some(l.items.len()) == of.number && l.sentences.start > sentence)?;
            dates(page.range(list.sentences.start).start, page.range(list.sentences.end - 1).end)
        }
    };
    let own = |t: &&&Time| !page.is_aside(page.within(span(t)).start);
    let times: Vec<&Time> = times.iter().filter(own).copied().collect();
    let first = times.iter().min_by_key(|t| bounds(t).map(|b| b.0))?;
    let last = times.iter().max_by_key(|t| bounds(t).map(|b| b.1))?;
    (times.len() > 1).then_some((*first, *last, "span-listed"))
}

fn compare(page: &Page, time: &Time, length: Length, first: &Time, last: &Time, rule: &'static str) -> Option<Finding> {
    let ((a, a_last), (b_first, b)) = (bounds(first)?, bounds(last)?);
    (b >= a).then_some(())?;
    // The shortest and the longest that the dates allow.
    let (least, most) = ((b_first - a_last).max(0), b - a + 1);
    let agrees = fits(length, least, most);
    let (found, unit) = in_unit(length.unit, least, most, (first, last));
    let items = vec![page.words(span(first)), page.words(span(last))];
    let read = format!("P{found}{unit}");
    let note =
        format!("the text says P{}{} and names dates that make {read}, from {} to {}", length.n, length.unit, first.value, last.value);
    let (from, to) = if first.start <= last.start { (first, last) } else { (last, first) };
    let b = page.listing(span(from).cover(span(to)), read, items);
    Some(Finding::new(Kind::Span, rule, page.side(span(time), time.value.clone()), Some(b), note).agreeing(agrees))
}

/// Whether so many units can lie between so many days, when people round.
fn fits(length: Length, least: i64, most: i64) -> bool {
    let (n, unit) = match length.unit {
        'D' => (length.n, 1),
        'W' => (length.n * 7, 7),
        'M' => (length.n * 3044 / 100, 31),
        _ => (length.n * 36525 / 100, 366),
    };
    // One unit more or less is how people count the first and the last, half of one how they round.
    let slack = if length.unit == 'D' { 1 } else { unit / 2 };
    least - slack <= n && (length.most || n <= most + slack)
}

/// The length between two dates in the unit of the other, counted as people count: both months, the years between.
fn in_unit(unit: char, least: i64, most: i64, (first, last): (&Time, &Time)) -> (i64, char) {
    let part = |t: &Time, at: std::ops::Range<usize>, early: bool| -> Option<i64> {
        let day = if early { t.earliest.as_deref() } else { t.latest.as_deref() };
        day?.get(at)?.parse().ok()
    };
    let years = || Some(part(last, 0..4, false)? - part(first, 0..4, true)?);
    let months = || Some(years()? * 12 + part(last, 5..7, false)? - part(first, 5..7, true)?);
    match unit {
        'Y' => (years().unwrap_or(most / 365), 'Y'),
        'M' => (months().map_or(most / 30, |m| m + 1), 'M'),
        'W' => ((least + most) / 14, 'W'),
        _ => (if least + 1 == most { least } else { most }, 'D'),
    }
}

/// "Twenty years after the coup of 1999 the general is to be tried", told in 2016; "ten years ago, on 11 September 2001".
fn counted_on(page: &Page, sentence: usize, time: &Time, length: Length) -> Option<Finding> {
    let tokens = page.within(span(time));
    let way = time.anchoring.as_ref().map(|a| a.side);
    let after = way == Some(Way::After) || page.is(tokens.end, "after");
    let (from, to) = bounds(time)?;
    let anchor =
        page.times_in(page.span(tokens.end..page.range(sentence).end)).find(|t| t.kind == TimexType::Date && bounds(t).is_some())?;
    let close = anchor.start.saturating_sub(time.end) < 60 && length.unit == 'Y' && after;
    let told = page.row.earliest.as_deref().and_then(day).zip(page.row.latest.as_deref().and_then(day)).filter(|(a, b)| a == b)?;
    let others = page.times_in(page.span(page.range(sentence))).filter(|t| t.kind == TimexType::Date).count();
    let now = page.range(sentence).any(|t| matches!(page.tokens()[t].xpos, Xpos::Vbz | Xpos::Vbp));
    let past = page.range(sentence).any(|t| matches!(page.tokens()[t].xpos, Xpos::Vbd));
    (close && others == 1 && now && !past).then_some(())?;
    let agrees = from - 366 <= told.0 && told.0 <= to + 366;
    let year = page.row.earliest.as_deref()?.get(..4)?;
    let found = year.parse::<i64>().ok()? - anchor.earliest.as_deref()?.get(..4)?.parse::<i64>().ok()?;
    let note = format!("the text says P{}Y after {}; it is of {year}", length.n, anchor.value);
    let b = page.side(span(anchor), format!("P{found}Y"));
    Some(Finding::new(Kind::Span, "span-since", page.side(span(time), time.value.clone()), Some(b), note).agreeing(agrees))
}

pub(crate) fn span(time: &Time) -> Span {
    Span { start: time.start, end: time.end }
}
