//! Whether two names of bodies, places or countries mean the same.

use super::{Verdict, node::Node};

/// Words that an acronym leaves out.
const SMALL: [&str; 9] = ["a", "and", "for", "in", "of", "on", "s", "the", "to"];

/// The keys under which a body or place is looked for.
pub(crate) fn keys(node: &Node) -> Vec<String> {
    if node.label.kind == "country" {
        return node.label.country.clone().into_iter().collect();
    }
    let words = name(node);
    let mut keys = vec![words.concat()];
    if node.label.kind == "body" {
        keys.extend(initials(words));
    }
    keys
}

/// The words without a leading article.
fn name(node: &Node) -> &[String] {
    match node.words.split_first() {
        Some((first, rest)) if first == "the" && !rest.is_empty() => rest,
        _ => &node.words,
    }
}

/// What the first letters of three words or more spell.
fn initials(words: &[String]) -> Option<String> {
    let first: String = words.iter().filter(|w| !SMALL.contains(&w.as_str())).filter_map(|w| w.chars().next()).collect();
    (first.chars().count() > 2).then_some(first)
}

pub(crate) fn compare(a: &Node, b: &Node) -> Verdict {
    if a.label.kind == "country" {
        return Verdict::Same(100, vec!["same-country".into()]);
    }
    let nations = (a.nation(), b.nation());
    if matches!(nations, (Some(x), Some(y)) if x != y) {
        return Verdict::Different;
    }
    let known = nations.0.is_some() && nations.1.is_some();
    if name(a).concat() == name(b).concat() {
        let why = if known { vec!["same-name".into(), "same-country".into()] } else { vec!["same-name".into()] };
        return Verdict::Same(if known { 95 } else { 80 }, why);
    }
    // An acronym is one only where it is written as one; two bodies of one country seldom share it.
    let short = |x: &Node, y: &Node| x.name.chars().all(|c| c.is_uppercase() || c == '.') && initials(name(y)) == Some(x.words.concat());
    if a.label.kind == "body" && known && (short(a, b) || short(b, a)) {
        return Verdict::Same(85, vec!["acronym".into(), "same-country".into()]);
    }
    Verdict::Open
}
