//! Who speaks: the subject of a cue, or the noun behind an inverted one.

use super::{
    super::Scene,
    cue::{self, Cue, of_verb},
    reach,
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Frame,
    parsed::{MentionKind, TokenKind},
    phrase::{
        verb,
        verb::{Form, VerbGroup},
    },
};

/// A source that no list holds has no more words than this.
const LONGEST: usize = 12;
/// A verb that shares its subject with one before it is no further off.
const SHARED: usize = 60;

/// The tokens of the source, and of source and cue together.
pub(super) struct Source {
    pub range: (usize, usize),
    pub unit: (usize, usize),
    /// Whether the source stands behind the cue.
    pub inverted: bool,
    /// The noun that speaks, where a list or its shape told it.
    pub noun: Option<usize>,
}

/// The source of a cue.
pub(super) fn source(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Source> {
    let (first, last) = scene.sentence(group.head);
    if let Some((from, to)) = inverted(scene, group, cue, first, last) {
        return Some(Source { range: (from, to), unit: (cue.first, to), inverted: true, noun: first_name(scene, from, to) });
    }
    if group.passive {
        return None;
    }
    let behind = behind_quotation(scene, group, cue, first);
    let subject = speaker(scene, group.head);
    if let Some((from, to)) = behind.filter(|b| subject.is_none_or(|s| s < b.0 || s >= b.1)) {
        return Some(Source { range: (from, to), unit: (from, cue.last), inverted: false, noun: first_name(scene, from, to) });
    }
    let Some(subject) = subject else {
        // "The poll says", "A taxi driver said": the tree missed the subject.
        let from = unlisted_before(scene, group, first)?;
        return Some(Source { range: (from, trim(scene.sheet, from, cue.first)), unit: (from, cue.last), inverted: false, noun: None });
    };
    let (from, to) = reach::phrase(scene, subject, group.head);
    if from >= cue.first || from >= to {
        return None;
    }
    let noun = scene.nouns_of(subject).first().copied();
    let near = scene.sheet.token(subject).head == Some(group.head as u32);
    let unit = if near { (from, cue.last) } else { (cue.first, cue.last) };
    Some(Source { range: (from, to), unit, inverted: false, noun })
}

/// The words of a noun phrase that ends just before a verb to which the tree gives no subject: a few sources more are found so than by the
/// tree alone.
fn unlisted_before(scene: &Scene<'_>, group: &VerbGroup, floor: usize) -> Option<usize> {
    let sheet = scene.sheet;
    if group.governor.is_some() || group.form != Form::Finite {
        return None;
    }
    let mut end = group.first;
    while end > floor && verb::is_adverb(sheet, end - 1) {
        end -= 1;
    }
    let mut at = end;
    let mut opened = false;
    while at > floor && end - at < LONGEST {
        let i = at - 1;
        let token = sheet.token(i);
        let article = sheet.token(i).determiner() || sheet.token(i).xpos == Xpos::Cd;
        let word = matches!(token.kind, TokenKind::Word | TokenKind::Number) && !sheet.common(i, Some("function")) && !verb::past(sheet, i);
        let joint = at < end && (sheet.is_any(i, &["of", "for"]) || token.hyphen() || token.clitic && token.kind == TokenKind::Word);
        if !(article || word || joint) {
            break;
        }
        at = i;
        if article {
            opened = true;
            break;
        }
    }
    let last = sheet.token(end.checked_sub(1)?);
    let noun = last.kind == TokenKind::Word && !sheet.token(end - 1).determiner() && !last.clitic;
    let boundary = at == floor
        || !matches!(sheet.token(at - 1).kind, TokenKind::Word | TokenKind::Number)
        || opened
        || sheet.is_any(at - 1, &["that", "but", "and", "while", "as", "if"]);
    (noun && at < end && boundary).then_some(at)
}

/// "…," said Hulusi Akar, the defence minister.
fn inverted(scene: &Scene<'_>, group: &VerbGroup, found: &Cue<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let before = group.first.checked_sub(1).filter(|b| *b >= first)?;
    let closed = matches!(sheet.token(before).text.as_str(), "," | "”" | "\"" | "’" | "'" | "—" | "–");
    let quoted = closed && sheet.token(before).text != ",";
    let begin = found.last;
    if !quoted && tree.subject(group.head).is_some_and(|s| s < group.head)
        || !closed
        || begin >= last
        || group.form != Form::Finite
        || group.first != group.head
        || begin != group.head + 1
    {
        return None;
    }
    let named = |c: &usize| *c >= begin && tree.extent(*c).0 == begin && !timed(scene, *c);
    // Behind a verb that takes no noun, a tree may take who speaks for its object.
    let intransitive = found.speaks() && !found.has(Frame::Object) && !found.has(Frame::Addressee) && !found.has(Frame::Naming);
    let subject = tree.children(group.head).find(|c| {
        let relation = sheet.token(*c).relation;
        named(c) && (relation == Relation::Nsubj || intransitive && matches!(relation, Relation::Obj | Relation::Iobj))
    });
    let listed =
        scene.nouns(begin, last).find(|(_, n)| n.from <= begin + 1 && n.kind != MentionKind::Norp).map_or(begin, |(i, _)| scene.end(i));
    let to = match subject {
        Some(subject) => reach::phrase(scene, subject, group.head).1.max(listed),
        None if listed > begin || sheet.token(begin).determiner() || sheet.token(begin).upos == Upos::Propn => {
            reach::run(scene, begin, last).max(listed)
        }
        None => return None,
    };
    if to <= begin + usize::from(sheet.token(begin).determiner()) {
        return None;
    }
    // With a verb behind it, the noun is the subject of what is said, not the speaker.
    let next = sheet.token(to);
    let open = subject.is_some()
        || to >= last
        || matches!(next.kind, TokenKind::Punctuation)
        || matches!(next.upos, Upos::Adp | Upos::Sconj | Upos::Cconj)
        || sheet.is_any(to, &["who", "when"])
        || scene.times.binary_search_by_key(&next.start, |t| t.start).is_ok();
    if !open || scene.verb_at(to).is_some() {
        return None;
    }
    let added = reach::added(scene, begin, to, last);
    Some((begin, reach::placed(scene, begin, added, last)))
}

/// Tokens of a source without the comma and adverbs at its end.
fn trim(sheet: &Sheet<'_>, from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from + 1 && (verb::is_adverb(sheet, end - 1) || sheet.is_any(end - 1, &[",", "who", "which", "that"])) {
        end -= 1;
    }
    end
}

/// Who speaks: the subject of a verb, where it is no time.
pub(super) fn speaker(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    if let Some(outer) = goes_on(scene, verb).or_else(|| author(scene, verb)) {
        return Some(outer);
    }
    // "said early Friday that": the tree may take the day for a second subject.
    let own = || {
        let subjects = tree.children(verb).filter(|c| sheet.token(*c).relation == Relation::Nsubj && !timed(scene, *c));
        subjects.min_by_key(|c| c.abs_diff(verb))
    };
    // "She called on Chad to act and said help was near": what stands behind the second verb is no subject that both share.
    let shared = |s: &usize| *s < verb || sheet.token(*s).head == Some(verb as u32) || sheet.token(verb).relation != Relation::Conj;
    let subject = tree.subject(verb).filter(|s| *s != verb && !timed(scene, *s));
    let follows = sheet.token(verb).relation == Relation::Parataxis && scene.verb_at(verb).is_some_and(|g| g.form == Form::Finite);
    match subject {
        Some(subject) if !shared(&subject) => joined(scene, verb),
        other => other.or_else(own).or_else(|| stray(scene, verb)).or_else(|| joined(scene, verb).filter(|_| follows)),
    }
}

/// "The clerks I met said the vote was lost": who speaks, where the tree takes that for a subject of what is said.
fn stray(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let group = scene.verb_at(verb).filter(|g| g.form == Form::Finite && !g.passive)?;
    let said = tree.child(verb, &[Relation::Ccomp]).filter(|c| *c > verb)?;
    let mut subjects = tree.children(said).filter(|c| matches!(sheet.token(*c).relation, Relation::Nsubj | Relation::NsubjPass));
    subjects.find(|s| *s < group.first && tree.extent(*s).1 <= group.first && !timed(scene, *s))
}

/// Whether who speaks hangs on what is said.
pub(super) fn strayed(scene: &Scene<'_>, verb: usize) -> bool {
    scene.sheet.edges.subject(verb).is_none() && stray(scene, verb).is_some()
}

/// "issued a statement condemning the raid": who gave out what somebody speaks in speaks there.
fn author(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene.sheet.edges.subject(cue::given_out(scene, verb)?).filter(|s| *s < verb)
}

/// The subject of the verb before "and", or before ", then".
fn joined(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let (first, _) = scene.sentence(verb);
    let mut before = scene.verb_at(verb).map_or(verb, |g| g.first);
    while before > first && verb::is_adverb(scene.sheet, before - 1) {
        before -= 1;
    }
    before = before.checked_sub(1).filter(|b| scene.sheet.token(*b).upos == Upos::Cconj || scene.sheet.is(*b, ","))?;
    let other = scene
        .verbs(first.max(before.saturating_sub(SHARED)), before)
        .iter()
        .find(|g| g.form == Form::Finite && !scene.subject(g).is_empty())?;
    scene.sheet.edges.subject(other.head).filter(|s| *s < verb)
}

/// "He said the firm was growing, adding that …", "He said it was done and said that …": the one who spoke goes on, whatever the tree hangs it on.
fn goes_on(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let group = scene.verb_at(verb)?;
    let comma = || sheet.is(group.first.saturating_sub(1), ",");
    let adds = match group.form {
        Form::Finite => sheet.token(verb).relation == Relation::Conj,
        _ => sheet.token(verb).xpos == Xpos::Vbg && group.first == verb && comma(),
    };
    if !adds || tree.child(verb, &[Relation::Nsubj]).is_some() || !of_verb(scene, group).speaks() {
        return None;
    }
    let mut at = verb;
    for _ in 0..6 {
        at = sheet.token(at).head? as usize;
        let own = || tree.children(at).rfind(|c| *c < at && sheet.token(*c).relation == Relation::Nsubj && !timed(scene, *c));
        let spoke = at < verb && sheet.quoted(at) == sheet.quoted(verb);
        let again = |g: &VerbGroup| of_verb(scene, g).speaks() && (group.form != Form::Finite || g.lemma == group.lemma);
        if let Some(own) = own().filter(|_| spoke && scene.verb_at(at).is_some_and(again)) {
            return tree.subject(at).filter(|s| *s < verb).or(Some(own));
        }
    }
    None
}

/// Whether a noun is a time: "on Monday", "this week".
pub(super) fn timed(scene: &Scene<'_>, noun: usize) -> bool {
    let token = scene.sheet.token(noun);
    let at = scene.times.partition_point(|t| t.end <= token.start);
    scene.times.get(at).is_some_and(|t| t.start <= token.start)
}

/// “…,” the chairman of the club, a former judge, said: all that stands between a quotation and a cue, where the tree found no subject there.
fn behind_quotation(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>, first: usize) -> Option<(usize, usize)> {
    let sheet = scene.sheet;
    if group.form != Form::Finite || group.governor.is_some() {
        return None;
    }
    let closes = |t: usize| sheet.closing(sheet.token(t).end).is_some();
    let mark = (first..cue.first).rev().take(LONGEST * 3).find(|t| closes(*t))?;
    let from = mark + 1 + usize::from(sheet.is(mark + 1, ","));
    let opens = matches!(sheet.token(from).upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let mut to = cue.first;
    while to > from && reach::mark(scene, to - 1) {
        to -= 1;
    }
    let plain =
        scene.verbs(from, to).iter().all(|g| g.form != Form::Finite || (from..g.head).any(|t| sheet.is_any(t, &["who", "which", "whose"])));
    (from < to && opens && plain && !sheet.quoted(group.head)).then_some((from, to))
}

/// The first person named in a source, else the first name or description.
fn first_name(scene: &Scene<'_>, from: usize, to: usize) -> Option<usize> {
    let inside = || scene.nouns(from, to);
    let person = inside().find(|(_, n)| n.kind == MentionKind::Per);
    person.or_else(|| inside().find(|(_, n)| n.kind != MentionKind::Norp)).map(|(i, _)| i)
}

/// The entity of the first name or description in a source.
pub(super) fn entity_within(scene: &Scene<'_>, source: (usize, usize)) -> Option<u32> {
    scene.mentions[first_name(scene, source.0, source.1)?].entity
}
