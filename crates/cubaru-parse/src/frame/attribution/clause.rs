//! What is said, by the tree: the clause or noun below a cue, or the sentence that the cue is put into.

use super::{
    super::Scene,
    cue::{Cue, of_verb},
    source,
};
use crate::{
    label::{Relation, Upos, Xpos},
    language::Frame,
    parsed::{Attribution, TokenKind},
    phrase::verb::VerbGroup,
    span::Span,
};

/// A sentence that a cue is put into has at least so many words beside it.
const SPEECH: usize = 3;

/// What a cue attributes: token runs, the rule that found them, and the frame of the list.
pub(super) struct Content {
    pub runs: Vec<(usize, usize)>,
    pub rule: &'static str,
    pub frame: Frame,
    /// Whether the text names nobody whose word it is.
    pub hearsay: bool,
}

impl Content {
    fn new(runs: Vec<(usize, usize)>, rule: &'static str, frame: Frame) -> Self {
        Self { runs, rule, frame, hearsay: false }
    }
}

/// The attribution of a cue, where the tree gives it a source and a content.
pub(super) fn by_tree(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Attribution> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    let content = content(scene, group, cue)?;
    let speaker = if group.passive { tree.child(verb, &[Relation::OblAgent]) } else { source::speaker(scene, verb) };
    let range = match speaker {
        Some(speaker) if !content.hearsay => {
            if !cue.listed() && !can_speak(scene, speaker) {
                return None;
            }
            Some(source::phrase(scene, speaker, verb))
        }
        _ if content.hearsay => None,
        _ => return None,
    };
    let overlaps = |a: (usize, usize), b: (usize, usize)| a.0 < b.1 && b.0 < a.1;
    let own = |run: &(usize, usize)| overlaps(*run, (verb, verb + 1)) || range.is_some_and(|r| r.0 >= r.1 || overlaps(*run, r));
    if content.runs.iter().any(own) {
        return None;
    }
    let spans: Vec<Span> = content.runs.iter().map(|(a, b)| sheet.span(*a, *b)).collect();
    let entity = range.and_then(|r| source::entity_within(scene, r));
    let entry = cue.entry(&[content.frame]);
    Some(super::build(scene, range.into_iter().collect(), vec![(cue.first, cue.last)], spans, entity, content.rule, entry))
}

/// Whether a noun can be somebody who says something: a person, a body, a pronoun; not a thing that no list knows.
fn can_speak(scene: &Scene<'_>, noun: usize) -> bool {
    let token = scene.sheet.token(noun);
    match token.upos {
        Upos::Pron => !matches!(token.lemma.as_str(), "it" | "this" | "that" | "which" | "what" | "there" | "these" | "those"),
        Upos::Propn => true,
        _ => !scene.nouns_of(noun).is_empty(),
    }
}

fn content(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    if let Some(clause) = tree.child(verb, &[Relation::Ccomp]).filter(|c| is_clause(scene, *c)) {
        return said(scene, group, cue, clause);
    }
    let to = |c: &usize| tree.children(*c).any(|m| sheet.token(m).xpos == Xpos::To);
    let xcomp = tree.child(verb, &[Relation::Xcomp]).filter(|c| *c > verb);
    if group.passive {
        return passive(scene, group, cue);
    }
    let object = tree.children(verb).find(|c| matches!(sheet.token(*c).relation, Relation::Obj | Relation::Iobj) && *c > verb);
    if let Some(clause) = xcomp.filter(to) {
        let run = trimmed(scene, bounds(scene, clause, verb))?;
        match object {
            // "urged Congress to pass": who is asked to act is the clause's own subject.
            Some(object) if cue.listed() && cue.kind() != "say" => {
                let first = tree.extent(object).0;
                return Some(Content::new(vec![(first.max(cue.last), run.1)], "attribution-to", Frame::Addressee));
            }
            _ if cue.row(Frame::ToClause).is_some_and(|r| r.kind == "refuse") => {
                return Some(Content::new(vec![run], "attribution-refusal", Frame::ToClause));
            }
            _ if cue.has(Frame::ToClause) || object.is_some() && cue.has(Frame::Addressee) => {
                return Some(Content::new(vec![run], "attribution-to", Frame::ToClause));
            }
            _ => {}
        }
    }
    // "denied arming the rebels"
    let gerund = |c: &usize| sheet.token(*c).xpos == Xpos::Vbg;
    if let Some(clause) = xcomp.filter(gerund).filter(|_| cue.has(Frame::Object)) {
        let run = trimmed(scene, bounds(scene, clause, verb))?;
        return Some(Content::new(vec![run], "attribution-gerund", Frame::Object));
    }
    let named = if cue.has(Frame::Object) || cue.has(Frame::Naming) { thing(scene, verb, cue, object) } else { None };
    named.or_else(|| beside(scene, group, cue))
}

/// The clause below a cue.
fn said(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>, clause: usize) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    let own = tree.child(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj]).is_some();
    let run = trimmed(scene, bounds(scene, clause, verb))?;
    let fits = match cue.listed() {
        true if cue.has(Frame::Hearsay) && !cue.has(Frame::Clause) => source::speaker(scene, verb).is_none_or(|s| sheet.is(s, "it")),
        true => !cue.has(Frame::Fact) && (cue.has(Frame::Clause) || cue.has(Frame::Addressee) || cue.has(Frame::Object)),
        false => own && run.0 > verb && (run.0 == verb + 1 || sheet.is(run.0, "that")),
    };
    if !fits {
        return None;
    }
    let rule = match sheet.token(run.0).read() {
        _ if clause < verb => "attribution-indirect-before",
        "that" => "attribution-that",
        "whether" | "how" | "why" => "attribution-of",
        _ => "attribution-indirect-bare",
    };
    let mut content = Content::new(vec![run], rule, Frame::Clause);
    // "It is believed that …", "It emerged that …": nobody is named.
    let it = tree.child(verb, &[Relation::Expl]).is_some() || source::speaker(scene, verb).is_some_and(|s| sheet.is(s, "it"));
    let rises = cue.has(Frame::Hearsay) && it;
    content.hearsay = rises || group.passive && tree.child(verb, &[Relation::OblAgent]).is_none() && (it || clause < verb);
    Some(content)
}

/// "is expected to sign", "was accused of shelling": what is said of the subject.
fn passive(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    let subject = tree.child(verb, &[Relation::NsubjPass, Relation::Nsubj]).filter(|s| *s < verb)?;
    let marked = |c: usize| tree.children(c).any(|m| sheet.token(m).xpos == Xpos::To);
    let told = cue.has(Frame::ToClause) && matches!(cue.kind(), "say" | "claim" | "believe" | "ask" | "order");
    let to = tree.child(verb, &[Relation::Xcomp]).filter(|c| *c > verb && told && marked(*c));
    let of = tree.child(verb, &[Relation::Advcl]).filter(|c| {
        *c > verb && cue.has(Frame::Object) && tree.child(*c, &[Relation::Mark]).is_some_and(|m| sheet.is_any(m, &["of", "for"]))
    });
    let clause = to.or(of)?;
    let run = trimmed(scene, bounds(scene, clause, verb))?;
    let mut content = Content::new(vec![source::phrase(scene, subject, verb), run], "attribution-of-subject", Frame::ToClause);
    content.hearsay = tree.child(verb, &[Relation::OblAgent]).is_none();
    Some(content)
}

/// "criticised the plan", "called him a liar", "blamed the army for the delay", "called for talks".
fn thing(scene: &Scene<'_>, verb: usize, cue: &Cue<'_>, object: Option<usize>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let complement = |c: usize| match sheet.token(c).relation {
        Relation::Xcomp => true,
        Relation::Advcl => tree.child(c, &[Relation::Mark]).is_some_and(|m| sheet.is_any(m, &["of", "for", "as"])),
        Relation::Obl => tree.child(c, &[Relation::Case]).is_some_and(|m| m > verb) && !sheet.is(tree.extent(c).0 - 1, ","),
        _ => false,
    };
    if cue.rest() > 0 {
        // The list's preposition governs what is meant.
        let governed = tree.children(verb).find(|c| {
            let (first, _) = tree.extent(*c);
            *c > verb
                && first + 1 >= cue.last
                && matches!(sheet.token(*c).relation, Relation::Obl | Relation::Advcl | Relation::Obj | Relation::Xcomp)
        })?;
        let run = trimmed(scene, (cue.last, tree.extent(governed).1))?;
        return Some(Content::new(vec![run], "attribution-object", Frame::Object));
    }
    let object = object?;
    let first = tree.extent(object).0.max(cue.last);
    let mut last = tree.extent(object).1;
    // ", who died in 1981" is the author's addition.
    let added = |c: &usize| matches!(sheet.token(*c).relation, Relation::AclRelcl | Relation::Appos) && sheet.is(tree.extent(*c).0, ",");
    if let Some(added) = tree.children(object).filter(|c| *c > object).find(added) {
        last = last.min(tree.extent(added).0);
    }
    let whole = last;
    for more in tree.children(verb).filter(|c| *c > object && complement(*c)) {
        if tree.extent(more).0 <= last + 1 {
            last = last.max(tree.extent(more).1);
        }
    }
    if last == whole && !cue.has(Frame::Object) {
        return None;
    }
    Some(Content::new(vec![trimmed(scene, (first, last))?], "attribution-object", Frame::Object))
}

/// "…, he said, …", "As she said, …": the sentence that a cue is put into.
fn beside(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    let speaking = matches!(cue.kind(), "say" | "claim" | "warn" | "admit" | "announce" | "ask" | "believe");
    let as_clause = sheet.token(verb).relation == Relation::Advcl
        && tree
            .children(verb)
            .all(|c| !matches!(sheet.token(c).relation, Relation::Obj | Relation::Ccomp | Relation::Xcomp) || sheet.is(c, "it"))
        && tree.children(verb).any(|m| sheet.token(m).relation == Relation::Mark && sheet.is(m, "as"));
    if !speaking || !(as_clause || sheet.token(verb).relation == Relation::Parataxis) {
        return None;
    }
    let (first, last) = scene.sentence(verb);
    let (from, to) = tree.extent(verb);
    let runs: Vec<(usize, usize)> = [(first, from), (to, last)].into_iter().filter_map(|p| trimmed(scene, p)).collect();
    let words = |run: &(usize, usize)| (run.0..run.1).filter(|t| sheet.token(*t).kind == TokenKind::Word).count();
    let rule = if as_clause { "attribution-as" } else { "attribution-indirect-before" };
    (runs.iter().map(words).sum::<usize>() >= SPEECH).then(|| Content::new(runs, rule, Frame::Clause))
}

/// A noun without a verb or subject of its own is no clause.
fn is_clause(scene: &Scene<'_>, token: usize) -> bool {
    let predicates = [Relation::Cop, Relation::Aux, Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass, Relation::Expl];
    matches!(scene.sheet.token(token).upos, Upos::Verb | Upos::Aux) || scene.sheet.edges.child(token, &predicates).is_some()
}

/// How far a clause reaches that somebody says: without what the speaker, or another one, goes on to say.
pub(super) fn bounds(scene: &Scene<'_>, clause: usize, verb: usize) -> (usize, usize) {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let (first, mut last) = tree.extent(clause);
    if clause < verb {
        return (first, last.min(verb));
    }
    // What somebody means to do has no subject, and no clause with one joins it.
    let bare = tree.children(clause).any(|m| sheet.token(m).xpos == Xpos::To);
    let joined = tree.children(clause).filter(|c| sheet.token(*c).relation == Relation::Conj);
    for part in std::iter::once(clause).chain(joined) {
        for child in tree.children(part).filter(|c| *c > clause) {
            let (from, to) = tree.extent(child);
            if to < last.min(to + 1) || from == 0 || from <= clause {
                continue;
            }
            let marked = sheet.is(from, ",") || sheet.is(from - 1, ",");
            let speaks = || scene.verb_at(child).is_some_and(|g| of_verb(scene, g).speaks());
            let goes_on = match sheet.token(child).relation {
                // ", calling the talks useless"
                Relation::Advcl => marked && sheet.token(child).xpos == Xpos::Vbg && speaks(),
                // ", and the minister replied that …"
                Relation::Conj | Relation::Parataxis => {
                    tree.child(child, &[Relation::Nsubj]).is_some_and(|s| s > clause) && (bare || speaks())
                }
                _ => false,
            };
            if goes_on {
                last = last.min(from);
            }
        }
    }
    (first, last)
}

/// A run of tokens without marks at its edges; none where nothing is left.
pub(super) fn trimmed(scene: &Scene<'_>, (mut first, mut last): (usize, usize)) -> Option<(usize, usize)> {
    while first < last && source::mark(scene, first) {
        first += 1;
    }
    while first < last && (source::mark(scene, last - 1) || scene.sheet.is_any(last - 1, &["and", "but"])) {
        last -= 1;
    }
    (first < last).then_some((first, last))
}
