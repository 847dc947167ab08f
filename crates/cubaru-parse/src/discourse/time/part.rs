//! Parts of stretches: the nth unit, the beginning, the middle, the end.

use super::place::{
    Placed::{self, Known},
    unknown,
};
use crate::{
    phrase::time::{Modifier, Piece},
    when::{Grain, PartialDate, Stretch},
};
use chrono::{Datelike, NaiveDate, TimeDelta};

/// The nth unit or weekday inside a stretch.
pub(super) fn nth(n: i64, piece: Piece, whole: &Placed) -> Placed {
    let grain = match piece {
        Piece::Unit(grain) => grain,
        Piece::Weekday(_) => Grain::Day,
    };
    let Known(whole) = whole else { return unknown(grain) };
    let (first, last) = (whole.first(), whole.last());
    let found = match piece {
        Piece::Weekday(w) if n > 0 => {
            let ahead = (w + 7 - first.weekday().number_from_monday()) % 7;
            Grain::Day.away(first, i64::from(ahead) + 7 * (n - 1))
        }
        Piece::Weekday(w) => {
            let behind = (last.weekday().number_from_monday() + 7 - w) % 7;
            Grain::Day.away(last, -i64::from(behind))
        }
        // A week belongs to the month and the year that have its Thursday, as ISO counts them.
        Piece::Unit(Grain::Week) if n > 0 => {
            let ahead = (4 + 7 - first.weekday().number_from_monday()) % 7;
            Grain::Day.away(first, i64::from(ahead) + 7 * (n - 1))
        }
        Piece::Unit(Grain::Week) => {
            let behind = (last.weekday().number_from_monday() + 7 - 4) % 7;
            Grain::Day.away(last, -i64::from(behind))
        }
        Piece::Unit(grain) if n > 0 => grain.away(first, n - 1),
        Piece::Unit(_) => Some(last),
    };
    let inside = found.filter(|d| (first..=last).contains(d));
    inside.map_or_else(|| unknown(grain), |d| Known(Stretch::around(grain, d)))
}

/// The bounds of the part of a stretch that a modifier names: its first half, its middle, its last half.
pub(super) fn bounds(stretch: Stretch, part: Option<Part>, written: Option<PartialDate>) -> (NaiveDate, NaiveDate) {
    let (first, last) = (stretch.first(), stretch.last());
    let days = (last - first).num_days();
    let plus = |n: i64| first.checked_add_signed(TimeDelta::days(n)).unwrap_or(last);
    match part {
        Some(Part::Start) => (first, plus(days / 2)),
        Some(Part::Mid) => (plus(days / 4), plus(days - days / 4)),
        Some(Part::End) => (plus(days / 2), last),
        Some(Part::Earlier) => (first, written.map_or(last, |w| w.last().clamp(first, last))),
        Some(Part::Later) => (written.map_or(first, |w| w.first().clamp(first, last)), last),
        None => (first, last),
    }
}

/// The part of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Start,
    Mid,
    End,
    Earlier,
    Later,
}

/// The part that a modifier names.
pub(super) fn part(modifier: Option<Modifier>) -> Option<Part> {
    Some(match modifier? {
        Modifier::Start => Part::Start,
        Modifier::Mid => Part::Mid,
        Modifier::End => Part::End,
        Modifier::Earlier => Part::Earlier,
        Modifier::Later => Part::Later,
        _ => return None,
    })
}
