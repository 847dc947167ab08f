//! Who says what, by the tree: the subject of a cue, and the clause that it governs or that it is put beside.

use super::{
    Scene,
    attribution::{Cue, build, entity_within},
};
use crate::{
    label::{Relation, Upos},
    parsed::{Attribution, TokenKind},
    phrase::verb::VerbGroup,
    span::Span,
};

/// The attribution of a cue, where the tree gives it a source and a clause.
pub(super) fn by_tree(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue) -> Option<Attribution> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    if !matches!(sheet.token(verb).upos, Upos::Verb | Upos::Aux) || cue.frame == "prefix" {
        return None;
    }
    let source = if group.passive { tree.child(verb, &[Relation::OblAgent])? } else { speaker(scene, verb)? };
    let (content, rule) = content(scene, group, cue)?;
    let range = phrase(scene, source, verb);
    if range.0 >= range.1 || content.iter().any(|c| overlaps(*c, sheet.span(range.0, range.1)) || overlaps(*c, sheet.token(verb).span())) {
        return None;
    }
    let entity = entity_within(scene, range);
    Some(build(scene, vec![range], vec![(cue.first, cue.last)], content, entity, rule, cue.entry.clone()))
}

/// Who speaks: the subject of a verb, where it is no time.
pub(super) fn speaker(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let subject = scene.sheet.edges.subject(verb).filter(|s| *s != verb)?;
    let token = scene.sheet.token(subject);
    let at = scene.times.partition_point(|t| t.end <= token.start);
    scene.times.get(at).is_none_or(|t| t.start > token.start).then_some(subject)
}

fn overlaps(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// The tokens of a noun's phrase, without marks at its edges, and without what lies beyond the verb.
pub(super) fn phrase(scene: &Scene<'_>, noun: usize, verb: usize) -> (usize, usize) {
    let sheet = scene.sheet;
    let (mut first, mut last) = scene.sheet.edges.extent(noun);
    if verb < noun {
        first = first.max(verb + 1);
    } else {
        last = last.min(verb);
    }
    // A relative clause says more about who speaks, but is no part of the name of the source.
    let relative = scene.sheet.edges.children(noun).find(|c| *c > noun && sheet.token(*c).relation == Relation::AclRelcl);
    if let Some(relative) = relative {
        last = last.min(scene.sheet.edges.extent(relative).0.max(noun + 1));
    }
    // "by the ministry"
    let small = |t: usize| matches!(sheet.token(t).upos, Upos::Adp | Upos::Sconj | Upos::Cconj);
    while first < noun && (small(first) || mark(scene, first)) {
        first += 1;
    }
    while last > noun + 1 && mark(scene, last - 1) {
        last -= 1;
    }
    // A name that the lists know is not cut.
    if let Some(known) = scene.nouns_of(noun).first().map(|n| &scene.phrases.nouns[*n]).filter(|n| (n.from..n.last).contains(&noun)) {
        let holds = known.last <= verb || known.from > verb;
        (first, last) = if holds { (first.min(known.from), last.max(known.last)) } else { (first, last) };
    }
    (first, last)
}

fn mark(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.sheet.token(token).text.as_str(), "," | ";" | ":" | "." | "-" | "—" | "–" | "!" | "?")
}

/// What is said: the clause below the cue, or the sentence that the cue is put into.
fn content(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue) -> Option<(Vec<Span>, &'static str)> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    // A noun without a verb or subject of its own is no clause.
    let verbal = |c: &usize| {
        let predicates = [Relation::Cop, Relation::Aux, Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass, Relation::Expl];
        matches!(sheet.token(*c).upos, Upos::Verb | Upos::Aux) || tree.child(*c, &predicates).is_some()
    };
    if let Some(clause) = tree.child(verb, &[Relation::Ccomp]).filter(verbal) {
        let span = trimmed(scene, tree.extent(clause))?;
        let (first, _) = tree.extent(clause);
        let rule = match sheet.token(first).read() {
            _ if clause < verb => "attribution-indirect-before",
            "that" => "attribution-that",
            "whether" | "how" | "why" => "attribution-of",
            _ => "attribution-indirect-bare",
        };
        return Some((vec![span], rule));
    }
    if cue.frame == "to-clause"
        && let Some(clause) = tree.child(verb, &[Relation::Xcomp])
    {
        return Some((vec![trimmed(scene, tree.extent(clause))?], "attribution-to"));
    }
    let speaking = matches!(cue.kind.as_str(), "say" | "claim" | "warn" | "admit" | "announce" | "ask");
    if sheet.token(verb).relation != Relation::Parataxis || !speaking {
        return None;
    }
    let (first, last) = scene.sentence(verb);
    let (from, to) = tree.extent(verb);
    let parts = [(first, from), (to, last)];
    let spans: Vec<Span> = parts.into_iter().filter_map(|p| trimmed(scene, p)).filter(|s| s.end > s.start).collect();
    let words = |s: &Span| {
        sheet
            .tokens
            .iter()
            .skip(first)
            .take(last - first)
            .filter(|t| t.kind == TokenKind::Word && t.start >= s.start && t.end <= s.end)
            .count()
    };
    (spans.iter().map(words).sum::<usize>() >= 3).then_some((spans, "attribution-indirect-before"))
}

/// A run of tokens without marks at its edges; none where nothing is left.
fn trimmed(scene: &Scene<'_>, (mut first, mut last): (usize, usize)) -> Option<Span> {
    while first < last && mark(scene, first) {
        first += 1;
    }
    while first < last && mark(scene, last - 1) {
        last -= 1;
    }
    (first < last).then(|| scene.sheet.span(first, last))
}
