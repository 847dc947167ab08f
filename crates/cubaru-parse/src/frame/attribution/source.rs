//! Who speaks: the subject of a cue, or the noun behind an inverted one.

use super::{
    super::Scene,
    cue::{Cue, of_verb},
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    parsed::{MentionKind, TokenKind},
    phrase::{
        verb,
        verb::{Form, VerbGroup},
    },
};

/// A source that no list holds has no more words than this.
const LONGEST: usize = 12;

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
        let noun = scene
            .nouns(from, to)
            .find(|(_, n)| n.kind == MentionKind::Per)
            .or_else(|| scene.nouns(from, to).find(|(_, n)| n.kind != MentionKind::Norp))
            .map(|(i, _)| i);
        return Some(Source { range: (from, to), unit: (cue.first, to), inverted: true, noun });
    }
    if group.passive {
        return None;
    }
    let Some(subject) = speaker(scene, group.head) else {
        // "The poll says", "A taxi driver said": the tree missed the subject.
        let from = unlisted_before(scene, group, first)?;
        return Some(Source { range: (from, trim(scene.sheet, from, cue.first)), unit: (from, cue.last), inverted: false, noun: None });
    };
    let (from, to) = phrase(scene, subject, group.head);
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
    let sheet = scene.sheet;
    let before = group.first.checked_sub(1).filter(|b| *b >= first)?;
    let closed = matches!(sheet.token(before).text.as_str(), "," | "”" | "\"" | "’" | "'" | "—" | "–");
    let quoted = closed && sheet.token(before).text != ",";
    if !quoted && !scene.subject(group).is_empty()
        || !closed
        || group.form != Form::Finite
        || group.first != group.head
        || found.last != group.head + 1
    {
        return None;
    }
    let listed = scene.nouns(found.last, last).find(|(_, n)| n.from <= found.last + 1 && n.kind != MentionKind::Norp);
    let mut to = match listed {
        Some((i, _)) => {
            let post = scene.posts(found.last, found.last + LONGEST).iter().find(|p| p.from >= found.last && p.from <= found.last + 1);
            scene.end(i).max(post.map_or(0, |p| p.to))
        }
        // "said a taxi driver who …"
        None if sheet.token(found.last).determiner() => {
            let mut at = found.last + 1;
            while at < last && at < found.last + LONGEST && sheet.token(at).kind == TokenKind::Word && !sheet.common(at, Some("function")) {
                at += 1;
            }
            at
        }
        None => return None,
    };
    if to <= found.last + usize::from(listed.is_none()) {
        return None;
    }
    // An apposition goes with it.
    if sheet.is(to, ",")
        && let Some(p) = scene.posts(to + 1, to + LONGEST).iter().find(|p| p.from == to + 1)
    {
        to = p.to;
    }
    // With a verb behind it, the noun is the subject of what is said, not the speaker.
    let next = sheet.token(to);
    let open = to >= last
        || matches!(next.kind, TokenKind::Punctuation)
        || sheet.is_any(to, &["who", "in", "at", "on", "of", "from", "after", "during", "as", "to", "and", "when"])
        || scene.times.binary_search_by_key(&next.start, |t| t.start).is_ok();
    (open && scene.verb_at(to).is_none()).then_some((found.last, to))
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
    let subject = scene.sheet.edges.subject(verb).filter(|s| *s != verb)?;
    let token = scene.sheet.token(subject);
    let at = scene.times.partition_point(|t| t.end <= token.start);
    scene.times.get(at).is_none_or(|t| t.start > token.start).then_some(subject)
}

/// The tokens of a noun's phrase, without marks at its edges, and without what lies beyond the verb.
pub(super) fn phrase(scene: &Scene<'_>, noun: usize, verb: usize) -> (usize, usize) {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let (mut first, mut last) = tree.extent(noun);
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
    // "by the ministry", "including the ministry"
    let small = |t: usize| {
        matches!(sheet.token(t).upos, Upos::Adp | Upos::Sconj | Upos::Cconj)
            || sheet.token(t).head == Some(noun as u32) && matches!(sheet.token(t).relation, Relation::Case | Relation::Mark | Relation::Cc)
    };
    while first < noun && (small(first) || mark(scene, first)) {
        first += 1;
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

/// The entity of the first name or description in a source.
pub(super) fn entity_within(scene: &Scene<'_>, source: (usize, usize)) -> Option<u32> {
    let inside = || scene.nouns(source.0, source.1);
    let named = inside().find(|(_, n)| n.kind == MentionKind::Per).or_else(|| inside().find(|(_, n)| n.kind != MentionKind::Norp))?;
    scene.mentions[named.0].entity
}
