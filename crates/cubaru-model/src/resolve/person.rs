//! Whether two names of persons are the same person's: what `cubaru-names` says of the names with what documents tell of their bearers.

use super::{
    Verdict,
    node::{Node, Told},
};
use cubaru_names::{Comparer, Comparison, Person, ReasonId, Stance, compare as compare_names, key};

/// The keys under which a person is looked for: two that are the same share one.
pub(crate) fn keys(node: &Node) -> Vec<String> {
    key(&node.name)
}

pub(crate) fn compare(a: &Node, b: &Node, comparer: &mut Comparer) -> Verdict {
    // Most pairs of a block are of two countries: that needs no look at the letters.
    if matches!((a.nation(), b.nation()), (Some(x), Some(y)) if x != y) {
        return Verdict::Different;
    }
    // One post that both have says more than two of many.
    let shared = a.posts.intersection(&b.posts).next();
    let post = |node: &Node| shared.or(node.posts.first()).cloned();
    let (first, second) = nearest(a.decades, b.decades);
    verdict(comparer.compare(&person(&a.name, a.nation(), post(a), first), &person(&b.name, b.nation(), post(b), second)))
}

/// Whether two of one name and country are two people, as their posts and years tell. A name that many have, or that two known people have,
/// does not make them one.
pub(crate) fn apart(name: &str, nation: Option<&str>, a: Told<'_>, b: Told<'_>) -> bool {
    let one = |(post, decade): Told<'_>| person(name, nation, post.map(String::from), decade);
    let found = compare_names(&one(a), &one(b));
    let many = [ReasonId::CommonName, ReasonId::KnownNamesakes];
    !found.same && found.why.iter().any(|reason| many.contains(&reason.id) || reason.id.stance() == Stance::Against)
}

fn person(name: &str, nation: Option<&str>, office: Option<String>, year: Option<i32>) -> Person {
    Person { name: name.into(), country: nation.map(String::from), office, year }
}

fn verdict(comparison: Comparison) -> Verdict {
    let Comparison { same, score, why } = comparison;
    if same {
        Verdict::Same(score, why.iter().map(|reason| reason.id.name().into()).collect())
    } else if why.iter().any(|reason| reason.id.stance() == Stance::Against) {
        Verdict::Different
    } else {
        Verdict::Open
    }
}

/// The two years that lie nearest to each other in two stretches of tens of years.
fn nearest(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> (Option<i32>, Option<i32>) {
    match (a, b) {
        (Some((_, a)), Some((b, _))) if a < b => (Some(a), Some(b)),
        (Some((a, _)), Some((_, b))) if b < a => (Some(a), Some(b)),
        (Some((a, _)), Some((b, _))) => (Some(a.max(b)), Some(a.max(b))),
        (a, b) => (a.map(|(from, _)| from), b.map(|(from, _)| from)),
    }
}
