//! What one text states, and somebody denies in another or in the same one.

use super::{
    Finding, Kind, Side,
    across::{common, is_name, pairs},
    saying::{Saying, Told},
};

/// So many days apart a denial answers a report.
const ANSWER: i64 = 31;

pub(crate) fn denials(told: &[Told], out: &mut Vec<Finding>) {
    for (a, b) in pairs(told, 2) {
        let (from, to) = (&told[a.0], &told[b.0]);
        let apart = from.day.zip(to.day).map(|(p, q)| (p - q).abs());
        if apart.is_some_and(|days| days > ANSWER) {
            continue;
        }
        let (x, y) = (&from.sayings[a.1], &to.sayings[b.1]);
        // Of different days the report comes first: "has denied that it will close" and the closing a week later are a change.
        let answers = |report: &Told, denial: &Told| report.day.zip(denial.day).is_some_and(|(p, q)| p <= q);
        out.extend(answer(x, y).filter(|_| answers(from, to)).or_else(|| answer(y, x).filter(|_| answers(to, from))));
    }
    for t in told {
        for denial in t.sayings.iter().filter(|s| s.rejected.is_some()) {
            let report = t.sayings.iter().filter(|s| s.sentence != denial.sentence).find_map(|s| answer(s, denial));
            out.extend(report);
        }
    }
}

/// The finding of a statement and the denial of it.
fn answer(stated: &Saying, denial: &Saying) -> Option<Finding> {
    let who = denial.rejected.as_ref()?;
    (!stated.denied && stated.rung >= 3 && stated.verbs.contains(&denial.verb)).then_some(())?;
    let shared = common(&stated.anchors, &denial.anchors);
    let things = shared.iter().filter(|a| !is_name(a)).count();
    // All but one of what is denied must be in what was stated; a denial that names next to nothing answers anything.
    (things >= 1 && shared.len() >= 2 && shared.len() + 1 >= denial.anchors.len()).then_some(())?;
    let other = |s: &Saying, t: &Saying| s.subject.as_ref().is_some_and(|s| is_name(s) && !t.anchors.contains(s) && t.subject.is_some());
    (!other(stated, denial) && !other(denial, stated)).then(|| {
        let side = |s: &Saying, read: &str| Side { read: read.into(), ..s.side.clone() };
        let note = format!("one place states “{}”, “{who}” denies it", denial.verb);
        Finding::new(Kind::Contradiction, "contradiction-denial", side(stated, "stated"), Some(side(denial, "denied")), note)
    })
}
