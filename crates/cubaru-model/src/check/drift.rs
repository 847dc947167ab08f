//! A claim, and the stronger one that a later document makes of it with nothing new said.

use super::{
    Finding, Kind,
    across::{common, is_name, pairs},
    saying::{Saying, Told},
};
use std::collections::BTreeMap;

/// So many days later a stronger claim is a new matter.
const LONG: i64 = 400;

/// A clause that speaks of more than this says more than one thing.
const LONGEST: usize = 10;

/// A claim: which telling, and which of its sayings.
type At = (usize, usize);
/// How much two claims share, both of them, and the rule that takes the second for a stronger first.
type Grown = (usize, At, At, &'static str);

pub(crate) fn drifts(told: &[Told], out: &mut Vec<Finding>) {
    // Of each stronger claim the nearest weaker one: the last before it, then what shares most.
    let mut nearest: BTreeMap<At, (i64, usize, At, &'static str)> = BTreeMap::new();
    for (a, b) in pairs(told, 2) {
        for (x, y) in [(a, b), (b, a)] {
            let (from, to) = (&told[x.0], &told[y.0]);
            let Some((first, second)) = from.day.zip(to.day).filter(|(f, s)| f < s && s - f < LONG) else { continue };
            let (weak, strong) = (&from.sayings[x.1], &to.sayings[y.1]);
            let Some((rule, shared)) = grows(weak, strong, first) else { continue };
            debug_assert!(second > first);
            let entry = (first, shared, x, rule);
            nearest.entry(y).and_modify(|e| *e = (*e).max(entry)).or_insert(entry);
        }
    }
    // One finding for two sentences: the pair that shares most.
    let mut best: BTreeMap<(usize, usize, u32), Grown> = BTreeMap::new();
    for (y, (_, shared, x, rule)) in nearest {
        let key = (x.0, y.0, told[y.0].sayings[y.1].sentence);
        let entry = (shared, x, y, rule);
        best.entry(key).and_modify(|e| *e = (*e).max(entry)).or_insert(entry);
    }
    for (_, x, y, rule) in best.into_values() {
        let (weak, strong) = (&told[x.0].sayings[x.1], &told[y.0].sayings[y.1]);
        let side = |s: &Saying| super::Side { read: read(s).into(), ..s.side.clone() };
        let note = format!("the earlier text has it as {}, the later one as {}", read(weak), read(strong));
        out.push(Finding::new(Kind::Drift, rule, side(weak), Some(side(strong)), note));
    }
}

fn read(saying: &Saying) -> &'static str {
    match (saying.rung, saying.sourced) {
        (1, _) => "asked for or possible",
        (2, _) => "offered or planned",
        (3, _) => "agreed or to come",
        (_, true) => "done, as somebody says",
        _ => "done",
    }
}

/// Whether the later claim is the earlier one made stronger; how much both share.
fn grows(weak: &Saying, strong: &Saying, first: i64) -> Option<(&'static str, usize)> {
    (!weak.denied && !strong.denied).then_some(())?;
    let shared = common(&weak.anchors, &strong.anchors);
    let things = shared.iter().filter(|a| !is_name(a)).count();
    // Most of what the shorter speaks of must be the other's too; a long clause shares something with any.
    let shorter = weak.anchors.len().min(strong.anchors.len());
    (things >= 1 && shared.len() * 3 >= shorter * 2 - 1 && shorter <= LONGEST).then_some(())?;
    let parties = |s: &Saying| s.around.iter().filter(|a| a.starts_with("c:")).cloned().collect::<Vec<_>>();
    let (of_weak, of_strong) = (parties(weak), parties(strong));
    // Somebody else's deed is another matter.
    let met = of_weak.is_empty() && of_strong.is_empty() || of_weak.iter().any(|p| of_strong.contains(p));
    let within = |a: &Saying, b: &Saying| a.subject.as_ref().is_some_and(|s| b.anchors.contains(s));
    let stranger = |a: &Saying, b: &Saying| a.subject.as_ref().is_some_and(|s| is_name(s) && !b.around.contains(s));
    let actors = (within(weak, strong) || within(strong, weak)) && !stranger(weak, strong) && !stranger(strong, weak);
    (met && actors && (strong.rung < 4 || strong.past)).then_some(())?;
    // A deed with a day of its own, after the first report, is news.
    let news = strong.days.iter().any(|(a, b, _)| a == b && *a >= first && !weak.days.iter().any(|(c, d, _)| c == a && d == b));
    (!news).then_some(())?;
    if weak.rung < strong.rung {
        return (shared.len() >= 3).then_some(("drift-stronger", shared.len()));
    }
    let one_day = weak.days.iter().any(|w| strong.days.contains(w));
    let plain = weak.rung == 4 && strong.rung == 4 && weak.sourced && !strong.sourced;
    (plain && things >= 2 && one_day).then_some(("drift-plain", shared.len()))
}
