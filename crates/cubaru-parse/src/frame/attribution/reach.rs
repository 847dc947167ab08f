//! How far the words of a source reach.

use super::{super::Scene, cue::of_verb, marks};
use crate::{
    label::{Relation, Upos, Xpos},
    phrase::verb::Form,
};

/// A name with all that is added to it has no more words than this.
const LONGEST: usize = 40;
/// Words before a number or "half" that belong to how many there are.
const QUANTIFIERS: &[&str] =
    &["about", "nearly", "almost", "roughly", "only", "just", "over", "than", "more", "less", "fewer", "not", "both"];
const QUANTIFIED: &[&str] = &["half", "everyone", "everybody", "all", "than", "a"];

/// The tokens of a noun's phrase, without marks at its edges, and without what lies beyond the verb.
pub(super) fn phrase(scene: &Scene<'_>, noun: usize, verb: usize) -> (usize, usize) {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let (mut first, mut last) = tree.extent(noun);
    // "The protester, Ana Lima, says": a tree may make two subjects of a name and what stands before it.
    if let Some(other) = twin(scene, noun, verb) {
        first = first.min(tree.extent(other).0);
    }
    if verb < noun {
        first = first.max(verb + 1);
    } else {
        last = last.min(verb);
    }
    // "He is a minister who said …": the minister speaks.
    let predicate = [Relation::Nsubj, Relation::NsubjPass, Relation::Cop, Relation::Aux, Relation::Cc, Relation::Mark, Relation::Advmod];
    if tree.child(noun, &[Relation::Cop]).is_some() {
        let before = tree.children(noun).filter(|c| *c < noun && predicate.contains(&sheet.token(*c).relation));
        first = before.map(|c| tree.extent(c).1).fold(first, usize::max).min(noun);
    }
    // A relative clause tells who speaks; one that says what they said elsewhere is a statement of its own.
    let relative = |c: &usize| *c > noun && sheet.token(*c).relation == Relation::AclRelcl;
    if let Some(relative) = tree.children(noun).find(relative) {
        let (from, to) = tree.extent(relative);
        let speaks = scene.verbs(from, to).iter().any(|g| g.head == verb || of_verb(scene, g).listed());
        if speaks || (from..to).contains(&verb) {
            last = last.min(from.max(noun + 1));
        }
    }
    // "A clerk, speaking by telephone", "The mayor, in a letter": how somebody says it.
    let how = |c: &usize| {
        let relation = sheet.token(*c).relation;
        let from = tree.extent(*c).0;
        let of = || tree.child(*c, &[Relation::Case]).is_some_and(|m| sheet.is_any(m, &["of", "from", "with"]));
        let phrase = matches!(relation, Relation::Nmod | Relation::Obl)
            || relation == Relation::Appos && tree.child(*c, &[Relation::Case]).is_some();
        *c > noun
            && (sheet.is(from, ",") || sheet.is(from.wrapping_sub(1), ","))
            && (matches!(relation, Relation::Acl | Relation::Advcl | Relation::Advmod) || phrase && !of())
    };
    if let Some(how) = tree.children(noun).find(how) {
        last = last.min(tree.extent(how).0.max(noun + 1));
    }
    // "by the ministry", "including the ministry"
    let small = |t: usize| {
        matches!(sheet.token(t).upos, Upos::Adp | Upos::Sconj | Upos::Cconj)
            || sheet.token(t).head == Some(noun as u32)
                && matches!(sheet.token(t).relation, Relation::Case | Relation::Mark | Relation::Cc | Relation::Advmod)
    };
    // "about two thirds of voters", "not everyone"
    let counted = |t: usize| sheet.token(t).upos == Upos::Num || sheet.is_any(t, QUANTIFIED);
    let quantifies = |t: usize| sheet.is_any(t, QUANTIFIERS) && counted(t + 1);
    while first < noun && (small(first) || mark(scene, first)) && !quantifies(first) {
        first += 1;
    }
    while first > 0 && quantifies(first - 1) {
        first -= 1;
    }
    while last > noun + 1 && mark(scene, last - 1) {
        last -= 1;
    }
    last = untimed(scene, noun, last);
    // A name that the lists know is not cut.
    if let Some(known) = scene.nouns_of(noun).first().map(|n| &scene.phrases.nouns[*n]).filter(|n| (n.from..n.last).contains(&noun)) {
        let holds = known.last <= verb || known.from > verb;
        (first, last) = if holds { (first.min(known.from), last.max(known.last)) } else { (first, last) };
    }
    (first, last)
}

/// "The ministry on Monday" speaks on Monday: a time at the end is no part of who speaks.
fn untimed(scene: &Scene<'_>, noun: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    if last <= noun + 1 {
        return last;
    }
    let end = sheet.token(last - 1).end;
    let i = scene.times.partition_point(|t| t.end < end);
    let Some(time) = scene.times.get(i).filter(|t| t.end == end && t.start > sheet.token(noun).start) else { return last };
    let mut at = sheet.tokens.partition_point(|t| t.end <= time.start);
    while at > noun + 1 && (sheet.token(at - 1).upos == Upos::Adp || mark(scene, at - 1)) {
        at -= 1;
    }
    at
}

/// Whether a token is a mark at which a phrase may end; no quotation mark.
pub(super) fn mark(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.sheet.token(token).text.as_str(), "," | ";" | ":" | "." | "-" | "—" | "–" | "!" | "?")
}

/// The other one of two subjects that stand side by side before a verb: a name, and what the text calls who bears it.
fn twin(scene: &Scene<'_>, noun: usize, verb: usize) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    if verb < noun || sheet.token(noun).head != Some(verb as u32) {
        return None;
    }
    let from = tree.extent(noun).0;
    let other = tree.children(verb).find(|c| *c < noun && sheet.token(*c).relation == Relation::Nsubj)?;
    let to = tree.extent(other).1;
    let beside = to == from || to + 1 == from && sheet.is(to, ",");
    // "Or Beira,” Lima said": what a quotation closes with is no name for who speaks.
    let beside = beside && sheet.quoted(noun) == sheet.quoted(other);
    let named = [noun, other].into_iter().filter(|t| sheet.token(*t).upos == Upos::Propn).count();
    (beside && named > 0 && matches!(sheet.token(other).upos, Upos::Noun | Upos::Propn)).then_some(other)
}

/// The words of a noun phrase from its first on, where no tree tells its end: up to a mark, a verb or a small word other than "of" and "for".
pub(super) fn run(scene: &Scene<'_>, from: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let mut at = from;
    while at < last && at < from + LONGEST {
        let token = sheet.token(at);
        let nominal = matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) && scene.verb_at(at).is_none();
        let joint = at > from && (sheet.is_any(at, &["of", "for"]) || token.hyphen() || token.clitic && token.upos == Upos::Part);
        let time = scene.times.binary_search_by_key(&token.start, |t| t.start).is_ok();
        if time || !(nominal || joint) {
            break;
        }
        at += 1;
    }
    at
}

/// "…," said Ana Lima, a fellow at the institute in Praia: where a calling stands at the end of a source, the phrases behind it go with it.
pub(super) fn placed(scene: &Scene<'_>, from: usize, to: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let calling = to > from && sheet.token(to - 1).upos == Upos::Noun && (from..to).any(|t| sheet.is(t, ","));
    let mut at = to;
    while calling && at + 1 < last && at < from + LONGEST {
        let small = sheet.is_any(at, &["at", "of", "for", "in", "with", "and"]);
        let time = scene.times.binary_search_by_key(&sheet.token(at + 1).start, |t| t.start).is_ok();
        let end = run(scene, at + 1, last);
        if !small || time || end == at + 1 || scene.verb_at(end).is_some() {
            break;
        }
        at = end;
    }
    at
}

/// "…," said Ana Lima, 55, a farmer who keeps goats near Praia: what is added to a name behind its cue, up to a quotation or the next clause.
pub(super) fn added(scene: &Scene<'_>, from: usize, to: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    if to + 1 >= last || !sheet.is(to, ",") {
        return to;
    }
    let next = sheet.token(to + 1);
    let nominal =
        matches!(next.upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num) || sheet.is_any(to + 1, &["who", "whose"]);
    let time = scene.times.binary_search_by_key(&next.start, |t| t.start).is_ok();
    if !nominal || time && next.upos != Upos::Num || scene.verb_at(to + 1).is_some() {
        return to;
    }
    let ends = |t: usize| {
        let after = sheet.tokens.get(t + 1).filter(|_| t + 1 < last);
        let clause = |u: Upos, x: Xpos| matches!(u, Upos::Adp | Upos::Sconj | Upos::Cconj) && x != Xpos::Cc || x == Xpos::Vbg;
        marks::opens(sheet, t).is_some() || sheet.is(t, ";") || sheet.is(t, ",") && after.is_none_or(|a| clause(a.upos, a.xpos))
    };
    let mut end = (to + 1..last.min(from + LONGEST)).find(|t| ends(*t)).unwrap_or(last.min(from + LONGEST));
    // What somebody said elsewhere is a statement of its own; a verb without "who" begins another clause.
    for group in scene.verbs(to + 1, end) {
        let relative = (to + 1..group.head).rev().find(|t| sheet.is_any(*t, &["who", "whose", "which", "that", "where"]));
        match relative {
            Some(relative) if of_verb(scene, group).listed() => {
                end = relative;
                break;
            }
            None if group.form == Form::Finite => return to,
            _ => {}
        }
    }
    while end > to && (mark(scene, end - 1) || sheet.token(end - 1).text == "," || sheet.is(end - 1, "and")) {
        end -= 1;
    }
    end.max(to)
}
