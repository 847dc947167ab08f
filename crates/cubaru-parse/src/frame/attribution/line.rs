//! Speakers that stand beside what they say without a verb: "Kyiv: missiles hit port", "“We will stay.” — Grace Wanjiru".

use super::{super::Scene, build, marks, source};
use crate::{
    label::Upos,
    parsed::{Attribution, MentionKind, Sentence, TokenKind},
    span::Span,
};

/// A speaker before a colon has no more words.
const LONGEST: usize = 8;
const SPEECH: usize = 3;

/// The attribution of a sentence that begins with its speaker and a colon.
pub(super) fn by_colon(scene: &Scene<'_>, sentence: &Sentence) -> Option<Attribution> {
    let sheet = scene.sheet;
    let (first, last) = (sentence.first_token as usize, sentence.last_token as usize);
    let colon = (first + 1..last.min(first + LONGEST)).find(|t| sheet.is(*t, ":"))?;
    // "Ratio 3:1", "12:30"
    if !sheet.spaced(colon + 1) && !sheet.token(colon + 1).text.starts_with(['"', '“', '\'']) {
        return None;
    }
    let begin = first + usize::from(sheet.is(first, "from"));
    if !names_somebody(scene, begin, colon) || scene.verbs(first, colon).iter().any(|g| g.head >= first) {
        return None;
    }
    let content = match marks::opens(sheet, colon + 1) {
        Some(quotation) => Span { start: quotation.start, end: quotation.end },
        None => {
            let words = (colon + 1..last).filter(|t| matches!(sheet.token(*t).kind, TokenKind::Word | TokenKind::Number)).count();
            (words >= SPEECH).then(|| Span { start: sheet.token(colon + 1).start, end: marks::stop(sheet, colon + 1, last) })?
        }
    };
    let entity = source::entity_within(scene, (begin, colon));
    Some(build(scene, vec![(begin, colon)], Vec::new(), vec![content], entity, "attribution-colon", String::new()))
}

/// The attribution of a quotation with a dash and its speaker behind it.
pub(super) fn by_dash(scene: &Scene<'_>, at: usize, first: usize, last: usize) -> Option<Attribution> {
    let sheet = scene.sheet;
    if !matches!(sheet.token(at).text.as_str(), "—" | "–" | "―" | "--") {
        return None;
    }
    let quotation = sheet.closing(sheet.token(at.checked_sub(1)?).end)?;
    // A dash within a sentence goes on with it: the name ends the line.
    let ends = |t: usize| t >= last || sheet.is(t, ".") || sheet.is(t, ",");
    let to = (at + 1..last.min(at + 1 + LONGEST)).find(|t| ends(*t)).unwrap_or(last);
    let words = sheet.tokens.partition_point(|t| t.end <= quotation.content.start);
    let long = words + SPEECH <= at && quotation.start <= sheet.token(first).start.max(quotation.start);
    let closed = to >= last || to + 1 >= last;
    if !long || !closed || to > at + LONGEST || !names_somebody(scene, at + 1, to) {
        return None;
    }
    let entity = source::entity_within(scene, (at + 1, to));
    let content = vec![Span { start: quotation.start, end: quotation.end }];
    Some(build(scene, vec![(at + 1, to)], Vec::new(), content, entity, "attribution-dash", String::new()))
}

/// Whether some tokens are a name or post of somebody who can speak, and nothing else.
fn names_somebody(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let sheet = scene.sheet;
    if first >= last {
        return false;
    }
    let known =
        scene.nouns(first, last).any(|(_, n)| matches!(n.kind, MentionKind::Per | MentionKind::Org | MentionKind::Loc | MentionKind::Nom));
    let covered = scene.nouns(first, last).map(|(_, n)| n.last - n.from.max(first)).sum::<usize>();
    let capital = (first..last).all(|t| sheet.token(t).upos == Upos::Propn || sheet.token(t).capital());
    let personal = scene.nouns(first, last).any(|(_, n)| n.kind == MentionKind::Per);
    known && (personal || capital || covered * 2 > last - first)
}
