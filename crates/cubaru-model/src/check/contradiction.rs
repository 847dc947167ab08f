//! What two documents say of one thing at one time: that it was and that it was not, two numbers, two days.

use super::{
    Finding, Kind,
    across::{common, is_name, pairs},
    saying::{Saying, Told},
};

pub(crate) fn contradictions(told: &[Told], out: &mut Vec<Finding>) {
    for (a, b) in pairs(told, 1) {
        let (a, b) = if told[a.0].day <= told[b.0].day { (a, b) } else { (b, a) };
        let (x, y) = (&told[a.0].sayings[a.1], &told[b.0].sayings[b.1]);
        out.extend(denied(x, y));
        out.extend(counted(x, y));
        out.extend(dated(x, y));
    }
}

/// A day that both tell, where neither tells another.
fn one_day(x: &Saying, y: &Saying) -> bool {
    let exact = |s: &Saying| s.days.iter().filter(|(a, b, _)| a == b).cloned().collect::<Vec<_>>();
    let (x, y) = (exact(x), exact(y));
    !x.is_empty() && x == y
}

fn about_one(x: &Saying, y: &Saying) -> bool {
    let shared = common(&x.around, &y.around);
    let other_actor = x.subject.as_ref().zip(y.subject.as_ref()).is_some_and(|(a, b)| a != b && is_name(a) && is_name(b));
    !other_actor && (shared.iter().any(|a| is_name(a)) || shared.len() > 1)
}

fn denied(x: &Saying, y: &Saying) -> Option<Finding> {
    let opposite = x.verb == y.verb && x.denied != y.denied && x.rung == 4 && y.rung == 4;
    (opposite && one_day(x, y) && about_one(x, y)).then(|| {
        let read = |s: &Saying| super::Side { read: if s.denied { "denied" } else { "stated" }.into(), ..s.side.clone() };
        let note = format!("of one day one text states “{}”, the other denies it", x.verb);
        Finding::new(Kind::Contradiction, "contradiction-denied", read(x), Some(read(y)), note)
    })
}

fn counted(x: &Saying, y: &Saying) -> Option<Finding> {
    let still = |s: &Saying| STILL.contains(&s.verb.as_str());
    let alike = x.verb == y.verb || still(x) && still(y);
    (alike && !x.denied && !y.denied && about_one(x, y) && common(&x.around, &y.around).len() > 2).then_some(())?;
    let [f] = &x.figures[..] else { return None };
    let [g] = &y.figures[..] else { return None };
    let days = one_day(x, y) || x.told_on.is_some() && x.told_on == y.told_on;
    (days && f.noun == g.noun && f.value != g.value).then(|| {
        let note = format!("of one day one text counts {} and the other {}", f.value, g.value);
        Finding::new(Kind::Contradiction, "contradiction-count", f.side.clone(), Some(g.side.clone()), note)
    })
}

/// Verbs that say how many there are.
const STILL: [&str; 5] = ["be", "have", "number", "stand", "count"];

/// One person's deed at one place on two days next to one another.
fn dated(x: &Saying, y: &Saying) -> Option<Finding> {
    let person = x.subject.as_ref().filter(|s| s.starts_with("p:") && y.subject.as_ref() == Some(*s))?;
    let shared = common(&x.anchors, &y.anchors);
    let beside = shared.iter().filter(|a| is_name(a) && **a != person.as_str()).count();
    (x.verb == y.verb && !x.denied && !y.denied && x.rung == 4 && y.rung == 4 && beside > 0 && shared.len() > 2).then_some(())?;
    let ([(a, a2, v)], [(b, b2, w)]) = (&x.days[..], &y.days[..]) else { return None };
    (a == a2 && b == b2 && (1..=2).contains(&(a - b).abs())).then(|| {
        let side = |s: &Saying, day: &str| super::Side { read: day.into(), ..s.side.clone() };
        let note = format!("one text gives {v} for “{}”, the other {w}", x.verb);
        Finding::new(Kind::Contradiction, "contradiction-date", side(x, v), Some(side(y, w)), note)
    })
}
