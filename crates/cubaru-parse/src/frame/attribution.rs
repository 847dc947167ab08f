//! Who says what: a cue with its source, and the content before, after or around it.

use super::{Scene, content::Contents};
use crate::{
    input::Sheet,
    parsed::{Attribution, AttributionKind, MentionKind, Quotation, TokenKind},
    phrase::{
        verb,
        verb::{Form, VerbGroup},
    },
    span::{Span, Words},
    why::Why,
};

/// A quotation of fewer words is no speech of its own.
const SPEECH: usize = 3;

/// The attributions, in the order of their cues.
pub(super) fn attributions(scene: &Scene<'_>) -> Vec<Attribution> {
    let mut out = Vec::new();
    for group in &scene.verbs {
        out.extend(by_verb(scene, group));
    }
    for sentence in scene.sheet.sentences {
        let (first, last) = (sentence.first_token as usize, sentence.last_token as usize);
        (first..last).filter_map(|at| according(scene, at, first, last)).for_each(|a| out.push(a));
    }
    out.sort_by_key(|a: &Attribution| a.cue.first().map(|c| c.start));
    out.dedup_by(|b, a| a.cue == b.cue);
    more_of_the_same_speaker(scene, &mut out);
    parents(scene.sheet, &mut out);
    out
}

/// A cue's own tokens, and what kind of cue it is.
struct Found {
    first: usize,
    last: usize,
    frame: String,
    kind: String,
    entry: String,
}

fn cue(scene: &Scene<'_>, group: &VerbGroup) -> Option<Found> {
    let sheet = scene.sheet;
    let cues = sheet.language.cues().cues.get(&group.lemma)?;
    cues.iter().find_map(|c| {
        let rest = c.rest.iter().enumerate().all(|(i, w)| sheet.is(group.head + 1 + i, w));
        rest.then(|| Found {
            first: group.first,
            last: group.head + 1 + c.rest.len(),
            frame: c.frame.clone(),
            kind: c.kind.clone(),
            entry: c.entry.clone(),
        })
    })
}

fn by_verb(scene: &Scene<'_>, group: &VerbGroup) -> Option<Attribution> {
    let found = cue(scene, group)?;
    let sheet = scene.sheet;
    let (first, last) = scene.sentence(group.head);
    // "He said." within a quotation speaks there; the content must lie in the same quotation or be one.
    let inverted = inverted(scene, group, &found, first, last);
    let (source, unit) = match &inverted {
        Some((from, to)) => ((*from, *to), (found.first, *to)),
        None if group.passive => return None,
        None => {
            let nouns = scene.subject(group);
            let head = *nouns.first()?;
            let from = scene.phrases.nouns[head].from;
            if from >= found.first {
                // The subject of a governed verb stands further left, or the verb is governed by its object.
                return None;
            }
            let near = group.governor.is_none() && scene.before(group.first, first) == nouns;
            let to = if near { trim(sheet, from, found.first) } else { scene.end(*nouns.last()?) };
            ((from, to), (if near { from } else { found.first }, found.last))
        }
    };
    if source.0 >= source.1 {
        return None;
    }
    let speaking = matches!(found.kind.as_str(), "say" | "claim" | "deny" | "admit" | "warn" | "promise" | "ask" | "order" | "announce");
    let after = if inverted.is_some() { None } else { content_after(scene, group, &found, unit, last) };
    let (content, rule) = after.or_else(|| content_before(scene, unit, first, last))?;
    let explicit = rule != "attribution-indirect-bare";
    if !speaking && (!explicit || group.modal.is_some()) || found.frame == "prefix" {
        return None;
    }
    let entity = entity_within(scene, source);
    Some(build(scene, vec![source], vec![(found.first, found.last)], content, entity, rule, found.entry))
}

/// "…," said Hulusi Akar, the defence minister.
fn inverted(scene: &Scene<'_>, group: &VerbGroup, found: &Found, first: usize, last: usize) -> Option<(usize, usize)> {
    let sheet = scene.sheet;
    let before = group.first.checked_sub(1).filter(|b| *b >= first)?;
    let closed = matches!(sheet.token(before).text.as_str(), "," | "”" | "\"" | "’" | "'" | "—" | "–");
    if !closed || group.form != Form::Finite || group.first != group.head || found.last != group.head + 1 {
        return None;
    }
    let (_, noun) = scene.nouns(found.last, last).find(|(_, n)| n.from <= found.last + 1 && n.kind != MentionKind::Norp)?;
    let post =
        scene.posts(found.last, found.last + 24).iter().find(|p| p.from >= found.last && p.from <= found.last + 1 && p.to > noun.last);
    let mut to = post.map_or(noun.last, |p| p.to).max(noun.last);
    // A lower-case apposition goes with it.
    if sheet.is(to, ",") {
        if let Some(p) = scene.posts(to + 1, to + 24).iter().find(|p| p.from == to + 1) {
            to = p.to;
        }
    }
    // With a verb behind it, the noun is the subject of what is said, not the speaker.
    let next = sheet.token(to);
    let open = to >= last
        || matches!(next.kind, TokenKind::Punctuation)
        || sheet.is_any(to, &["who", "in", "at", "on", "of", "from", "after", "during", "as", "to", "and", "when"])
        || scene.times.binary_search_by_key(&next.start, |t| t.start).is_ok();
    (open && scene.verb_at(to).is_none()).then_some((found.last, to))
}

/// Content behind the cue: "that …", a clause, a quotation.
fn content_after(
    scene: &Scene<'_>,
    group: &VerbGroup,
    found: &Found,
    unit: (usize, usize),
    last: usize,
) -> Option<(Vec<Span>, &'static str)> {
    let sheet = scene.sheet;
    let mut at = unit.1.max(found.last);
    if at >= last {
        return None;
    }
    // "told reporters", "told Ankara"
    if matches!(found.frame.as_str(), "addressee" | "object") {
        if let Some((i, _)) = scene.nouns(at, last).find(|(_, n)| n.from <= at) {
            at = scene.end(i);
        } else if sheet.token(at).kind == TokenKind::Word && !sheet.common(at, Some("function")) {
            at += 1;
        }
    }
    // A phrase between cue and content: "on Friday", "in a statement", "to reporters".
    let after_phrase = skip_phrases(scene, at, last);
    let text = |i: usize| sheet.tokens.get(i).filter(|_| i < last).map_or("", |t| t.text.as_str());
    for start in [at, after_phrase] {
        let mut begin = start;
        while matches!(text(begin), "," | ":") {
            begin += 1;
        }
        if begin < last {
            if let Some(quotation) = opens(sheet, begin) {
                if words(sheet, quotation.content) >= SPEECH || begin > start {
                    let end = sheet.span(begin, last).end;
                    // The sentence may go on after a short quotation.
                    let whole = Span { start: quotation.start, end: quotation.end };
                    let goes_on =
                        quotation.end < end.saturating_sub(1) && words(sheet, Span { start: quotation.end, end }) > 1 && begin == start;
                    let content = if goes_on { Span { start: quotation.start, end: stop(sheet, begin, last) } } else { whole };
                    return Some((vec![content], "attribution-quotation-after"));
                }
            }
        }
        let that =
            (start..last.min(start + 6)).take_while(|i| !super::clause::ends(scene, *i) || text(*i) == "that").find(|i| text(*i) == "that");
        if let Some(start) = that.filter(|i| {
            !matches!(text(*i + 1), "," | ".") && (*i == start || !scene.verbs(start, *i).iter().any(|g| g.form == Form::Finite))
        }) {
            return Some((vec![Span { start: sheet.token(start).start, end: stop(sheet, start, last) }], "attribution-that"));
        }
        if found.frame == "to-clause" && text(start) == "to" {
            return Some((vec![Span { start: sheet.token(start).start, end: stop(sheet, start, last) }], "attribution-to"));
        }
    }
    // "denied targeting civilians"
    let gerund = text(at).ends_with("ing") && text(at).len() > 5 && matches!(found.kind.as_str(), "deny" | "admit");
    if gerund {
        return Some((vec![Span { start: sheet.token(at).start, end: stop(sheet, at, last) }], "attribution-gerund"));
    }
    if found.frame == "object" && text(at) == "of" || matches!(text(at), "whether" | "how" | "why") {
        return Some((vec![Span { start: sheet.token(at).start, end: stop(sheet, at, last) }], "attribution-of"));
    }
    // A bare clause: it has a subject and a verb of its own, or a short quotation in it.
    let start = after_phrase;
    if start < last && group.form != Form::Infinitive && found.frame != "object" {
        let span = Span { start: sheet.token(start).start, end: stop(sheet, start, last) };
        let plain = !matches!(
            text(start),
            "," | "."
                | ";"
                | ":"
                | "and"
                | "or"
                | "but"
                | "when"
                | "while"
                | "after"
                | "before"
                | "as"
                | "because"
                | "for"
                | "by"
                | "with"
                | "of"
                | "about"
        );
        let verbal = (start + 1..last).any(|i| {
            verb::acts(sheet, i)
                || sheet.is_any(
                    i,
                    &[
                        "is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "should",
                        "must", "do", "does", "did", "'s", "be", "been",
                    ],
                )
        });
        if plain && verbal && words(sheet, span) >= SPEECH {
            return Some((vec![span], "attribution-indirect-bare"));
        }
    }
    None
}

/// Content before the cue: a quotation that just ended, or the sentence up to a comma.
fn content_before(scene: &Scene<'_>, unit: (usize, usize), first: usize, last: usize) -> Option<(Vec<Span>, &'static str)> {
    let sheet = scene.sheet;
    let before = unit.0.checked_sub(1).filter(|b| *b >= first)?;
    let token = sheet.token(before);
    let ends = [token.end, if token.text == "," { token.start } else { token.end }];
    if let Some(quotation) = ends.into_iter().find_map(|end| sheet.closing(end)) {
        if words(sheet, quotation.content) >= SPEECH || quotation.start <= sheet.token(first).start {
            // Words before a short quotation belong to the content: "The talks were "useful," he said."
            let start = sheet.token(first).start;
            let led = quotation.start > start && words(sheet, Span { start, end: quotation.start }) > 0;
            let begin = if led && quotation.depth == 0 { start } else { quotation.start };
            return Some((vec![Span { start: begin, end: quotation.end }], "attribution-quotation-before"));
        }
    }
    if token.text != "," {
        return None;
    }
    let start = sheet.token(first).start;
    let content = Span { start, end: token.start };
    if words(sheet, content) < SPEECH {
        return None;
    }
    // Around the cue: the sentence goes on after a comma.
    let mut spans = vec![content];
    let next = unit.1;
    if sheet.is(next, ",") && next + 3 < last {
        let rest = Span { start: sheet.token(next + 1).start, end: stop(sheet, next + 1, last) };
        if sheet.is_any(next + 1, &["adding", "citing", "but", "who", "which", "and"]) {
        } else {
            spans.push(rest)
        }
    } else {
        // The unit must close the sentence, save for phrases such as "on Friday" and "in a statement".
        let end = skip_phrases(scene, next, last);
        let closes =
            end >= last || matches!(sheet.token(end).text.as_str(), "." | "," | ";" | "!" | "?" | "”" | "\"" | "and" | "as" | "while");
        if !closes {
            return None;
        }
    }
    Some((spans, "attribution-indirect-before"))
}

/// "according to X"
fn according(scene: &Scene<'_>, at: usize, first: usize, last: usize) -> Option<Attribution> {
    let sheet = scene.sheet;
    if !(sheet.is(at, "according") && sheet.is(at + 1, "to")) {
        return None;
    }
    let from = at + 2;
    let mut to = from;
    let leads = at == first || sheet.begins(at);
    while to < last && !matches!(sheet.token(to).text.as_str(), "," | "." | ";" | "”" | "\"" | ":" | "—" | "–") {
        to += 1;
    }
    if to == from {
        return None;
    }
    let content = if leads {
        let start = if sheet.is(to, ",") { to + 1 } else { to };
        (start < last).then(|| Span { start: sheet.token(start).start, end: stop(sheet, start, last) })?
    } else {
        let mut end = at;
        while end > first && matches!(sheet.token(end - 1).text.as_str(), ",") {
            end -= 1;
        }
        (end > first).then(|| sheet.span(first, end))?
    };
    let entry = sheet.language.cues().cues.get("according").and_then(|c| c.first()).map(|c| c.entry.clone()).unwrap_or_default();
    let entity = entity_within(scene, (from, to));
    Some(build(scene, vec![(from, to)], vec![(at, at + 2)], vec![content], entity, "attribution-according-to", entry))
}

/// The entity of the first name or description in a source.
fn entity_within(scene: &Scene<'_>, source: (usize, usize)) -> Option<u32> {
    let inside = || scene.nouns(source.0, source.1);
    let named = inside().find(|(_, n)| n.kind == MentionKind::Per).or_else(|| inside().find(|(_, n)| n.kind != MentionKind::Norp))?;
    scene.mentions[named.0].entity
}

fn build(
    scene: &Scene<'_>,
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<Span>,
    entity: Option<u32>,
    rule: &str,
    entry: String,
) -> Attribution {
    let sheet = scene.sheet;
    let runs = |runs: Vec<(usize, usize)>| runs.into_iter().map(|(a, b)| Words::at(sheet.text, sheet.span(a, b))).collect();
    let kind = kind(sheet, &content);
    let content = content.into_iter().map(|s| Words::at(sheet.text, s)).collect();
    let entries = if entry.is_empty() { Vec::new() } else { vec![entry] };
    Attribution { source: runs(source), cue: runs(cue), content, kind, entity, parent: None, why: Why { rule: rule.into(), entries } }
}

/// Further quotations that open the next sentences of the same paragraph, or continue into the next, belong to the same speaker.
fn more_of_the_same_speaker(scene: &Scene<'_>, attributions: &mut [Attribution]) {
    let sheet = scene.sheet;
    let contents = Contents::new(sheet.sentences, attributions);
    for i in 0..attributions.len() {
        if attributions[i].kind == AttributionKind::Indirect {
            continue;
        }
        let cue = attributions[i].cue[0].span();
        let sentence = sheet.sentences.partition_point(|s| s.end <= cue.start);
        if sentence >= sheet.sentences.len() {
            continue;
        }
        let mut end = attributions[i].content.iter().map(|w| w.end).max().unwrap_or(cue.end).max(cue.end);
        // Quotations that follow directly, with nothing but white space between sentence and mark.
        let following = sheet.sentences.partition_point(|s| s.end <= end).max(sentence + 1);
        for next in &sheet.sentences[following..] {
            if next.end <= end {
                continue; // within the quotation that was just taken
            }
            let Some(quotation) = opens(sheet, next.first_token as usize) else { break };
            let same = next.paragraph == sheet.sentences[sentence].paragraph || quotation.continues.is_some();
            let owned = contents.innermost(attributions, quotation.content, Some(i as u32)).is_some();
            if !same || owned || quotation.start < end {
                break;
            }
            end = quotation.end;
            attributions[i].content.push(Words::at(sheet.text, Span { start: quotation.start, end: quotation.end }));
        }
        let spans: Vec<Span> = attributions[i].content.iter().map(Words::span).collect();
        attributions[i].kind = kind(sheet, &spans);
    }
}

fn parents(sheet: &Sheet<'_>, attributions: &mut [Attribution]) {
    let contents = Contents::new(sheet.sentences, attributions);
    let parents: Vec<Option<u32>> = (0..attributions.len())
        .map(|i| {
            let parent = contents.innermost(attributions, attributions[i].cue[0].span(), Some(i as u32))?;
            // The larger content lies outside; so no two can hold each other.
            contents.encloses(parent, i as u32).then_some(parent)
        })
        .collect();
    attributions.iter_mut().zip(parents).for_each(|(a, parent)| a.parent = parent);
}

fn kind(sheet: &Sheet<'_>, content: &[Span]) -> AttributionKind {
    let (mut inside, mut all) = (0, 0);
    for span in content {
        let from = sheet.tokens.partition_point(|t| t.end <= span.start);
        for (i, token) in sheet.tokens.iter().enumerate().skip(from).take_while(|(_, t)| t.start < span.end) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                all += 1;
                inside += usize::from(sheet.quoted(i));
            }
        }
    }
    match inside {
        0 => AttributionKind::Indirect,
        n if n * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}

/// The quotation that opens at a token.
fn opens<'a>(sheet: &Sheet<'a>, token: usize) -> Option<&'a Quotation> {
    let start = sheet.tokens.get(token)?.start;
    let i = sheet.quotations.partition_point(|q| q.start < start);
    sheet.quotations.get(i).filter(|q| q.start == start)
}

fn words(sheet: &Sheet<'_>, span: Span) -> usize {
    let from = sheet.tokens.partition_point(|t| t.end <= span.start);
    sheet.tokens[from..].iter().take_while(|t| t.start < span.end).filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
}

/// Where content that begins at a token ends: the sentence's end without its full stop.
fn stop(sheet: &Sheet<'_>, first: usize, last: usize) -> u32 {
    let mut end = last;
    while end > first + 1 && matches!(sheet.token(end - 1).text.as_str(), "." | "!" | "?" | ";" | ":" | ",") {
        end -= 1;
    }
    // What begins within a quotation ends with it.
    let start = sheet.token(first).start;
    let before = sheet.quotations.partition_point(|q| q.content.start <= start);
    let around = sheet.quotations[..before].iter().rev().take(8).find(|q| q.content.end > start);
    around.map_or(sheet.token(end - 1).end, |q| sheet.token(end - 1).end.min(q.content.end))
}

/// Tokens of a source without the comma and adverbs at its end.
fn trim(sheet: &Sheet<'_>, from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from + 1 && (verb::is_adverb(sheet, end - 1) || sheet.is_any(end - 1, &[",", "who", "which", "that"])) {
        end -= 1;
    }
    end
}

/// Skips phrases of place, time and occasion: "on Friday", "in a statement", "to reporters in Havana", "Thursday".
fn skip_phrases(scene: &Scene<'_>, from: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let mut at = from;
    let timed = |at: usize| {
        let start = sheet.tokens.get(at).map_or(0, |t| t.start);
        let i = scene.times.partition_point(|t| t.start < start);
        scene.times.get(i).filter(|t| t.start == start).map(|t| sheet.tokens.partition_point(|k| k.end < t.end) + 1)
    };
    for _ in 0..4 {
        if at >= last {
            return last;
        }
        if let Some(end) = timed(at) {
            at = end.min(last);
            continue;
        }
        if !sheet.is_any(at, &["on", "in", "at", "to", "during", "via", "after", "late", "early", "through", "from"]) {
            return at;
        }
        if sheet.is(at, "to") && scene.verb_at(at + 1).is_some() {
            return at;
        }
        let mut end = at + 1;
        if let Some(e) = timed(end) {
            at = e.min(last);
            continue;
        }
        // A short noun phrase: up to the next small word or mark.
        end += usize::from(sheet.is_any(end, &["the", "a", "an", "his", "her", "its", "their"]));
        let begin = end;
        while end < last
            && end < begin + 5
            && matches!(sheet.token(end).kind, TokenKind::Word | TokenKind::Number)
            && !sheet.common(end, Some("function"))
            && !verb::acts(sheet, end)
        {
            end += 1;
        }
        if end == begin {
            return at;
        }
        at = end;
    }
    at
}
