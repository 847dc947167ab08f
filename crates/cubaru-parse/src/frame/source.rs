//! Who speaks: the subject of a cue, or the noun behind an inverted one.

use super::{Scene, attribution::Cue, reported};
use crate::{
    input::Sheet,
    label::Xpos,
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
pub(super) fn source(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue) -> Option<Source> {
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
    let Some(subject) = reported::speaker(scene, group.head) else {
        // "The poll says", "A taxi driver said": the tree missed the subject.
        let from = unlisted_before(scene, group, first)?;
        return Some(Source { range: (from, trim(scene.sheet, from, cue.first)), unit: (from, cue.last), inverted: false, noun: None });
    };
    let (from, to) = reported::phrase(scene, subject, group.head);
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
fn inverted(scene: &Scene<'_>, group: &VerbGroup, found: &Cue, first: usize, last: usize) -> Option<(usize, usize)> {
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
