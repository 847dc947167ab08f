//! Whether two names of persons are the same person's.

use super::{
    Verdict,
    node::{CAREER, Node},
};

/// The keys under which a person is looked for: two that are the same share one.
pub(crate) fn keys(node: &Node) -> Vec<String> {
    node.words.last().cloned().into_iter().collect()
}

pub(crate) fn compare(a: &Node, b: &Node) -> Verdict {
    let nations = (a.nation(), b.nation());
    if matches!(nations, (Some(x), Some(y)) if x != y) {
        return Verdict::Different;
    }
    let apart = a.years_apart(b);
    if apart.is_some_and(|years| years >= CAREER) {
        return Verdict::Different;
    }
    let known = nations.0.is_some() && nations.1.is_some();
    let near = apart.is_some_and(|years| years <= 10);
    let one_post = a.posts.intersection(&b.posts).next().is_some();
    let mut why = Vec::new();
    let mut score = if a.words == b.words && a.words.len() > 1 {
        why.push("same-name".into());
        80
    } else if (a.words.len() == 1 || b.words.len() == 1) && a.words.last() == b.words.last() {
        // A family name alone: country and time must speak for it.
        if !known || !near {
            return Verdict::Open;
        }
        why.push("same-family-name".into());
        60
    } else {
        return Verdict::Different;
    };
    if known {
        why.push("same-country".into());
        score += 10;
    }
    if one_post {
        why.push("same-post".into());
        score += 10;
    }
    Verdict::Same(score, why)
}
