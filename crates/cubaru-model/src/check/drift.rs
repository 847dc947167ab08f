//! A claim, and the stronger one that a later document makes of it with nothing new said.

use super::{
    Finding, Kind,
    across::{common, frequent, is_name, pairs},
    saying::{Saying, Told},
};
use std::collections::{BTreeMap, BTreeSet};

/// So many days later a stronger claim is a new matter.
const LONG: i64 = 92;

/// So soon after it was only said, a plain claim goes back to the same saying.
const SOON: i64 = 14;

/// A clause that speaks of more than this says more than one thing.
const LONGEST: usize = 10;

/// A claim: which telling, and which of its sayings.
type At = (usize, usize);
/// How much two claims share, both of them, and the rule that takes the second for a stronger first.
type Grown = (usize, At, At, &'static str);

pub(crate) fn drifts(told: &[Told], out: &mut Vec<Finding>) {
    // Of each stronger claim the nearest weaker one: the last before it, then what shares most.
    let mut nearest: BTreeMap<At, (i64, usize, At, &'static str)> = BTreeMap::new();
    let frequent = frequent(told);
    for (a, b) in pairs(told, 2) {
        for (x, y) in [(a, b), (b, a)] {
            let (from, to) = (&told[x.0], &told[y.0]);
            let Some((first, second)) = from.day.zip(to.day).filter(|(f, s)| f < s && s - f < LONG) else { continue };
            let (weak, strong) = (&from.sayings[x.1], &to.sayings[y.1]);
            let Some((rule, shared)) = grows(weak, strong, (first, second), &frequent) else { continue };
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
fn grows(weak: &Saying, strong: &Saying, (first, second): (i64, i64), frequent: &BTreeSet<&str>) -> Option<(&'static str, usize)> {
    let light = |s: &Saying| LIGHT.contains(&s.verb.as_str());
    (weak.rung > 0 && !light(strong) && !light(weak)).then_some(())?;
    (!weak.denied && !strong.denied && (strong.rung < 4 || strong.past)).then_some(())?;
    let shared = common(&weak.anchors, &strong.anchors);
    let actor = |a: &str| weak.subject.as_deref() == Some(a) || strong.subject.as_deref() == Some(a);
    // Two clauses of one actor are of one act only if they share something else.
    let telling = shared.iter().filter(|a| !is_name(a) && !frequent.contains(*a) && !actor(a)).count();
    let shorter = weak.anchors.len().min(strong.anchors.len());
    let amount = weak.amounts.intersection(&strong.amounts).count() > 0;
    ((telling >= 1 || amount) && shorter <= LONGEST).then_some(())?;
    // A deed with a day of its own, after the first report, is news; so is what was announced for a day that has come.
    let told = |s: &Saying, (c, d): (i64, i64)| s.days.iter().any(|(a, b, _)| (*a, *b) == (c, d));
    let deed = strong.days.iter().any(|(a, b, _)| a == b && *a >= first && !told(weak, (*a, *b)));
    let come = strong.rung == 4 && weak.days.iter().any(|(a, b, _)| *b >= first && *a <= second);
    (!deed && !come).then_some(())?;
    if weak.rung < strong.rung {
        return (shared.len() + usize::from(amount) >= 3 && one_act(weak, strong, &shared, shorter, amount))
            .then_some(("drift-stronger", shared.len()));
    }
    let one_day = weak.days.iter().any(|(a, b, _)| a == b && told(strong, (*a, *b)));
    let plain = weak.rung == 4 && strong.rung == 4 && weak.sourced && !strong.sourced;
    let things = shared.iter().filter(|a| !is_name(a)).count();
    (plain && things >= 2 && one_day && second - first <= SOON && shared.len() == shorter).then_some(("drift-plain", shared.len()))
}

/// Whether two clauses tell of one act: of one actor, and with all that the shorter speaks of, or most of it and the same verb or amount.
fn one_act(weak: &Saying, strong: &Saying, shared: &[&str], shorter: usize, amount: bool) -> bool {
    let names = shared.iter().filter(|a| is_name(a)).count();
    // All that the shorter speaks of, with two parties or with things enough.
    let all = shared.len() >= 3 && shared.len() == shorter && (names >= 2 || shared.len() - names >= 3);
    let most = shared.len() >= 3 && shared.len() * 3 >= shorter * 2;
    let verb = weak.verbs.contains(&strong.verb);
    let within = |a: &Saying, b: &Saying| a.subject.as_ref().is_some_and(|s| b.anchors.contains(s));
    let actor = weak.subject.is_some() && weak.subject == strong.subject;
    // "Russia may lend", "the Russian government has lent".
    let stranger = strong.subject.as_ref().is_some_and(|s| is_name(s));
    actor && (all || most && (verb || amount))
        || most && verb && within(strong, weak)
        || amount && names >= 2 && within(weak, strong) && !stranger
}

/// Verbs that tell of no act by themselves.
const LIGHT: [&str; 6] = ["be", "have", "do", "make", "take", "get"];
