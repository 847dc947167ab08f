//! Words before a source: "according to the army", "in the minister's view", "as reported by the agency".

use super::{super::Scene, build, marks, source};
use crate::{
    label::Relation,
    language::Cue as Row,
    parsed::{Attribution, TokenKind},
    span::Span,
};

/// A source between the words of a cue ("in the minister's view") is no longer.
const BETWEEN: usize = 8;

/// The attribution of a prefix that begins at a token of a sentence.
pub(super) fn by_prefix(scene: &Scene<'_>, at: usize, first: usize, last: usize) -> Option<Attribution> {
    let sheet = scene.sheet;
    let rows = sheet.language.cues().prefixes.get(sheet.token(at).read().to_lowercase().as_str())?;
    let (row, Fit { end, star }) = rows.iter().find_map(|row| Some((row, fit(scene, row, at, last)?)))?;
    let (source, after) = match star {
        Some(star) => (star, end),
        None => {
            let to = reach(scene, end, last);
            ((end, to), to)
        }
    };
    // "went according to plan": a lone small word that no list holds speaks for nobody.
    let lone = source.1 == source.0 + 1 && !sheet.token(source.0).capital() && scene.nouns(source.0, source.1).next().is_none();
    let pronoun = sheet.token(source.0).lemma.len() > 1 && star.is_some();
    if source.0 >= source.1 || lone && !pronoun {
        return None;
    }
    let content = if at == first || sheet.begins(at) {
        let start = if sheet.is(after, ",") { after + 1 } else { after };
        (start < last).then(|| Span { start: sheet.token(start).start, end: marks::stop(sheet, start, last) })?
    } else {
        let start = clause_start(scene, at, first);
        let mut end = at;
        while end > start && sheet.is(end - 1, ",") {
            end -= 1;
        }
        (end > start).then(|| sheet.span(start, end))?
    };
    let entity = source::entity_within(scene, source);
    let rule = if row.rest.first().is_some_and(|w| w == "to") { "attribution-according-to" } else { "attribution-prefix" };
    let cue = match star {
        Some(star) => [(at, star.0), (star.1, end)].into_iter().filter(|r| r.0 < r.1).collect(),
        None => vec![(at, end)],
    };
    Some(build(scene, vec![source], cue, vec![content], entity, rule, row.entry.clone()))
}

/// Where a prefix ends, and the words that its `*` stands for.
struct Fit {
    end: usize,
    star: Option<(usize, usize)>,
}

fn fit(scene: &Scene<'_>, row: &Row, at: usize, last: usize) -> Option<Fit> {
    let sheet = scene.sheet;
    let mut fit = Fit { end: at + 1, star: None };
    for (i, word) in row.rest.iter().enumerate() {
        if word == "*" {
            let next = row.rest.get(i + 1)?;
            let to = (fit.end + 1..last.min(fit.end + BETWEEN)).find(|t| sheet.is(*t, next))?;
            let plain = |t: usize| matches!(sheet.token(t).kind, TokenKind::Word | TokenKind::Number) && scene.verb_at(t).is_none();
            if !(fit.end..to).all(plain) {
                return None;
            }
            // "in the minister's view": the mark of the owner is the cue's.
            let owner = if sheet.token(to - 1).relation == Relation::Case && to > fit.end + 1 { to - 1 } else { to };
            fit = Fit { end: to, star: Some((fit.end, owner)) };
        } else {
            fit.end = sheet.is(fit.end, word).then_some(fit.end + 1)?;
        }
    }
    (fit.end <= last).then_some(fit)
}

/// Where a source ends that no cue closes.
fn reach(scene: &Scene<'_>, from: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let stops = |t: usize| matches!(sheet.token(t).text.as_str(), "," | "." | ";" | "”" | "\"" | ":" | "—" | "–");
    (from..last).find(|t| stops(*t)).unwrap_or(last)
}

/// Where the clause begins to which a prefix at its end belongs: the last of some joined clauses.
fn clause_start(scene: &Scene<'_>, at: usize, first: usize) -> usize {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let mut token = at;
    for _ in 0..6 {
        let Some(head) = sheet.token(token).head.map(|h| h as usize) else { return first };
        token = head;
        let subject = tree.child(token, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).is_some();
        if token < at && subject && sheet.token(token).relation == Relation::Conj {
            let from = tree.extent(token).0;
            let joint = tree.child(token, &[Relation::Cc]).map_or(from, |c| c + 1);
            return joint.clamp(first, at);
        }
    }
    first
}
