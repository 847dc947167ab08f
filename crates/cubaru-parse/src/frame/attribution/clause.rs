//! What is said, by the tree: the clause or noun below a cue, or the sentence that the cue is put into.

use super::{
    super::Scene,
    cue::{Cue, of_verb},
    marks, reach, relative, source,
};
use crate::{
    label::{Relation, Upos, Xpos},
    language::Frame,
    parsed::{Attribution, TokenKind},
    phrase::verb::{Form, VerbGroup},
    span::Span,
};

/// A sentence that a cue is put into has at least so many words beside it.
const SPEECH: usize = 3;
/// Who is asked has no more words than this.
const ASKED: usize = 10;
/// What opens an indirect question.
const QUESTIONS: &[&str] = &["if", "whether", "why", "how"];
/// What stands for a thing said before: "said so", "said the same of the union".
const PRO_FORMS: &[&str] = &["so", "same", "much", "otherwise"];
/// No mark or verb is looked for further off.
const MARKS: usize = 64;

/// What a cue attributes: token runs, the rule that found them, and the frame of the list.
pub(super) struct Content {
    pub runs: Vec<(usize, usize)>,
    pub rule: &'static str,
    pub frame: Frame,
    /// Whether the text names nobody whose word it is.
    pub hearsay: bool,
}

impl Content {
    pub(super) fn new(runs: Vec<(usize, usize)>, rule: &'static str, frame: Frame) -> Self {
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
            Some(reach::phrase(scene, speaker, verb))
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
    let clauses = || tree.children(verb).filter(|c| sheet.token(*c).relation == Relation::Ccomp && is_clause(scene, *c));
    if let Some(clause) = clauses().find(|c| *c > verb).or_else(|| clauses().next()) {
        let said = said(scene, group, cue, clause);
        if said.is_some() || !cue.has(Frame::Naming) {
            return said;
        }
    }
    if let Some(asked) = asks(scene, group, cue) {
        return Some(asked);
    }
    let to = |c: &usize| tree.children(*c).any(|m| sheet.token(m).xpos == Xpos::To);
    let xcomp = tree.child(verb, &[Relation::Xcomp]).filter(|c| *c > verb);
    if group.passive {
        return passive(scene, group, cue);
    }
    let object = tree.children(verb).find(|c| matches!(sheet.token(*c).relation, Relation::Obj | Relation::Iobj) && *c > verb);
    // "called on Chad to withdraw": the list's preposition governs who is asked to act.
    if cue.rest() > 0 && (cue.has(Frame::Addressee) || cue.has(Frame::Object)) {
        let open = matches!(sheet.token(cue.last).upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num);
        let near = |c: &usize| (cue.last + 1..cue.last + ASKED).contains(&tree.extent(*c).0);
        let between = |c: &usize| !scene.verbs(cue.last, tree.extent(*c).0).iter().any(|g| g.form == Form::Finite);
        let acts = [Relation::Advcl, Relation::Xcomp, Relation::Acl];
        let below = tree.children(verb).filter(|c| *c >= cue.last).flat_map(|c| std::iter::once(c).chain(tree.children(c)));
        let act = below.filter(|c| acts.contains(&sheet.token(*c).relation)).find(|c| open && to(c) && near(c) && between(c));
        if let Some(act) = act {
            let run = trimmed(scene, (cue.last, bounds(scene, act, verb).1))?;
            return Some(Content::new(
                vec![run],
                "attribution-to",
                if cue.has(Frame::Addressee) { Frame::Addressee } else { Frame::Object },
            ));
        }
    }
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
    let named = named.or_else(|| again(scene, cue));
    named.or_else(|| relative::content(scene, group, cue)).or_else(|| beside(scene, group, cue))
}

/// The clause below a cue.
fn said(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>, clause: usize) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    let own = tree.child(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj]).is_some();
    // What follows a participle is not what was said before it: "“…,” she said, adding that …".
    if clause < verb && group.form != Form::Finite {
        return None;
    }
    let (mut first, last) = bounds(scene, clause, verb);
    // "The clerks I met said the vote was lost": a tree may hang who speaks on what is said.
    if clause > verb && source::strayed(scene, verb) {
        first = verb + 1;
    }
    // "said her worth was being marked down": a tree may hang the clause's subject on the cue.
    let stray = |c: &usize| *c > verb && !own && matches!(sheet.token(*c).upos, Upos::Noun | Upos::Propn) && tree.extent(*c).1 == first;
    if let Some(stray) = tree.children(verb).filter(|c| matches!(sheet.token(*c).relation, Relation::Ccomp | Relation::Obj)).find(stray) {
        first = tree.extent(stray).0.max(verb + 1);
    }
    let run = trimmed(scene, (first, last))?;
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
    // "was told that …": who was told does not say so.
    let told = || cue.has(Frame::Addressee) && cue.speaks() && cue.kind() != "claim";
    content.hearsay = rises || group.passive && tree.child(verb, &[Relation::OblAgent]).is_none() && (it || clause < verb || told());
    Some(content)
}

/// "asked if the talks had failed", "was asked by a reporter whether …", "asked the court for a ruling": a question or request, and what it is for.
fn asks(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = group.head;
    if cue.kind() != "ask" || cue.rest() > 0 || !cue.has(Frame::Clause) || !cue.has(Frame::Addressee) {
        return None;
    }
    let (_, last) = scene.sentence(verb);
    let mut at = cue.last;
    while at < last && at < cue.last + ASKED && !sheet.is_any(at, QUESTIONS) && !sheet.is_any(at, &["for", "about"]) {
        if sheet.is(at, ",") || scene.verb_at(at).is_some() || matches!(sheet.token(at).upos, Upos::Sconj | Upos::Aux) {
            return None;
        }
        at += 1;
    }
    if at >= last || at >= cue.last + ASKED {
        return None;
    }
    let clause = sheet.is_any(at, QUESTIONS);
    let about = group.passive && sheet.is(at, "about");
    if clause && at + 2 >= last || !clause && !about && (group.passive || at == cue.last) {
        return None;
    }
    let head = sheet.token(at).head? as usize;
    let head =
        if clause { (at + 1..last.min(at + MARKS)).find(|t| scene.verb_at(*t).is_some()).map_or(head, |v| head.max(v)) } else { head };
    let run = trimmed(scene, (at, tree.extent(head).1.max(at)))?;
    let mut content = Content::new(vec![run], if clause { "attribution-of" } else { "attribution-object" }, Frame::Addressee);
    content.hearsay = group.passive && tree.child(verb, &[Relation::OblAgent]).is_none();
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
    // "was criticised by the union": who does so is named.
    let agent = || tree.child(verb, &[Relation::OblAgent]).filter(|a| *a > verb && cue.has(Frame::Object) && cue.rest() == 0);
    // "was asked about the talks", "was warned of a plot"
    if matches!(cue.kind(), "ask" | "warn") && cue.rest() > 0 {
        let mut content = thing(scene, verb, cue, None)?;
        content.hearsay = tree.child(verb, &[Relation::OblAgent]).is_none();
        return Some(content);
    }
    let Some(clause) = to.or(of).or_else(|| taken_for(scene, verb, cue)) else {
        agent()?;
        return Some(Content::new(vec![reach::phrase(scene, subject, verb)], "attribution-of-subject", Frame::Object));
    };
    let run = trimmed(scene, bounds(scene, clause, verb))?;
    let mut content = Content::new(vec![reach::phrase(scene, subject, verb), run], "attribution-of-subject", Frame::ToClause);
    content.hearsay = tree.child(verb, &[Relation::OblAgent]).is_none();
    Some(content)
}

/// "is seen as a rival", "is considered a threat", "was described as stable": what people take the subject of a passive for.
fn taken_for(scene: &Scene<'_>, verb: usize, cue: &Cue<'_>) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let believed = cue.kind() == "believe";
    let fits = |c: &usize| match sheet.token(*c).relation {
        Relation::Obl | Relation::Advcl => sheet.is(tree.extent(*c).0, "as"),
        Relation::Xcomp => believed,
        _ => false,
    };
    tree.children(verb).find(|c| *c > verb && cue.has(Frame::Naming) && fits(c))
}

/// "criticised the plan", "called him a liar", "blamed the army for the delay", "called for talks".
fn thing(scene: &Scene<'_>, verb: usize, cue: &Cue<'_>, object: Option<usize>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let complement = |c: usize| match sheet.token(c).relation {
        // "calls him a liar": two objects, where the tree knows no better.
        Relation::Xcomp | Relation::Obj => true,
        Relation::Advcl => tree.child(c, &[Relation::Mark]).is_some_and(|m| sheet.is_any(m, &["of", "for", "as"])),
        Relation::Obl => {
            tree.child(c, &[Relation::Case]).is_some_and(|m| m > verb) && !sheet.is(tree.extent(c).0 - 1, ",") && !circumstance(scene, c)
        }
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
    // "called the chief, Ana Lima, a liar": where a tree takes both for what somebody is called, the first is who bears it.
    let both = || tree.children(verb).filter(|c| *c > verb && sheet.token(*c).relation == Relation::Xcomp);
    let quoted = |c: usize| (tree.extent(c).0 + 1..=tree.extent(c).1).take(MARKS).any(|t| marks::opens(sheet, t).is_some());
    let bearer = || both().next().filter(|c| cue.has(Frame::Naming) && (both().count() > 1 || quoted(*c)));
    let object = object.or_else(bearer)?;
    let first = tree.extent(object).0.max(cue.last);
    let mut last = tree.extent(object).1;
    // ", who died in 1981" is the author's addition.
    let added = |c: &usize| matches!(sheet.token(*c).relation, Relation::AclRelcl | Relation::Appos) && sheet.is(tree.extent(*c).0, ",");
    if let Some(added) = tree.children(object).filter(|c| *c > object).find(added) {
        last = last.min(tree.extent(added).0);
    }
    let mut whole = last;
    // "called the change a hoax": a tree may hang the name on what bears it.
    let name = |c: &usize| {
        let from = tree.extent(*c).0;
        let bare = sheet.token(*c).relation == Relation::Appos && !sheet.is(from.wrapping_sub(1), ",");
        *c > object && (bare || matches!(sheet.token(*c).relation, Relation::Obj | Relation::Xcomp))
    };
    let inside = (first + 1..last.min(first + MARKS)).any(|t| marks::opens(sheet, t).is_some());
    if tree.children(object).any(|c| name(&c)) || inside && cue.has(Frame::Naming) {
        whole = first;
    }
    for more in tree.children(verb).filter(|c| *c > object && complement(*c)) {
        if tree.extent(more).0 <= last + 1 {
            last = last.max(tree.extent(more).1);
        }
    }
    if last == whole && !cue.has(Frame::Object) {
        // "called the plan “a mistake”", where the tree loses the way at the marks.
        last = marks::opens(sheet, last).map(|q| sheet.tokens.partition_point(|t| t.end <= q.end)).filter(|to| *to > last)?;
    }
    Some(Content::new(vec![trimmed(scene, (first, marked(scene, first, last)))?], "attribution-object", Frame::Object))
}

/// "said so", "say the same of the union", "said as much": what somebody says is told before.
fn again(scene: &Scene<'_>, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, from) = (scene.sheet, cue.last);
    let (_, last) = scene.sentence(from.checked_sub(1)?);
    let form = (from..last.min(from + 2)).find(|t| sheet.is_any(*t, PRO_FORMS))?;
    let opens = form == from && !sheet.is_any(form, &["same", "much"]) || sheet.is_any(from, &["the", "as"]) && form == from + 1;
    if !opens || !cue.has(Frame::Clause) {
        return None;
    }
    // "the same of the union", "the same about him"; "said so in a poll" tells where.
    let more =
        (form + 1 < last && sheet.is(form, "same") && sheet.is_any(form + 1, &["of", "about", "for"])).then(|| sheet.token(form + 1).head);
    let end = more.flatten().map_or(form + 1, |h| sheet.edges.extent(h as usize).1.max(form + 1));
    Some(Content::new(vec![trimmed(scene, (from, end))?], "attribution-object", Frame::Clause))
}

/// The end of a run, behind the mark that closes a quotation which opens in it.
fn marked(scene: &Scene<'_>, first: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let open = (first.max(last.saturating_sub(MARKS))..last).rev().find_map(|t| marks::opens(sheet, t));
    let end = open.map_or(last, |q| sheet.tokens.partition_point(|t| t.end <= q.end));
    if end > last && sheet.token(first).start < sheet.token(last - 1).end && scene.sentence(first).1 >= end { end } else { last }
}

/// Whether a phrase tells when or in what something was said: "on Monday", "in a letter".
fn circumstance(scene: &Scene<'_>, noun: usize) -> bool {
    let sheet = scene.sheet;
    let occasion = || sheet.language.cues().nouns.get(&sheet.token(noun).lemma).into_iter().flatten().any(|r| r.frame == Frame::Occasion);
    let small = sheet.edges.child(noun, &[Relation::Case]).is_some_and(|c| sheet.is_any(c, &["in", "on", "during", "at", "after"]));
    small && (source::timed(scene, noun) || occasion())
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
    let thing = tree.child(verb, &[Relation::Obj]).is_some_and(|o| o > verb) && !cue.has(Frame::Addressee);
    if !speaking || !(as_clause || sheet.token(verb).relation == Relation::Parataxis && !thing) {
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
                Relation::Advcl if sheet.token(child).xpos == Xpos::Vbg => marked && speaks(),
                // ", though she did not say why"
                Relation::Advcl => marked && tree.child(child, &[Relation::Mark]).is_some_and(|m| sheet.is_any(m, &["though", "although"])),
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
    while first < last && reach::mark(scene, first) {
        first += 1;
    }
    while first < last && (reach::mark(scene, last - 1) || scene.sheet.is_any(last - 1, &["and", "but"])) {
        last -= 1;
    }
    (first < last).then_some((first, last))
}
