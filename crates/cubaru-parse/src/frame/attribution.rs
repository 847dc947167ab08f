//! Who says what: a cue with its source, and the content before, after or around it.

use super::{
    Scene, content, reported,
    source::{Source, source},
    within::Contents,
};
use crate::{
    certainty::{Certainty, Modality, Status},
    input::Sheet,
    label::Relation,
    parsed::{Attribution, AttributionKind, MentionKind, TokenKind},
    phrase::verb::{Form, VerbGroup},
    span::{Span, Words},
    why::Why,
};

/// No chain of speakers is longer than this.
const DEEPEST: usize = 8;

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
    shallow(scene.sheet, &mut out);
    more_of_the_same_speaker(scene, &mut out);
    parents(scene.sheet, &mut out);
    out
}

/// A cue's own tokens, and what kind of cue it is.
pub(super) struct Cue {
    pub first: usize,
    pub last: usize,
    pub frame: String,
    pub kind: String,
    pub entry: String,
}

fn cue(scene: &Scene<'_>, group: &VerbGroup) -> Option<Cue> {
    let sheet = scene.sheet;
    let cues = sheet.language.cues().cues.get(&group.lemma)?;
    cues.iter().find_map(|c| {
        let rest = c.rest.iter().enumerate().all(|(i, w)| sheet.is(group.head + 1 + i, w));
        rest.then(|| Cue {
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
    let (first, last) = scene.sentence(group.head);
    // "I think", said by a speaker, is the speaker's own certainty and no further mouth.
    let own = |subject: usize| matches!(scene.sheet.token(subject).lemma.as_str(), "I" | "we" | "you");
    if group.form == Form::Infinitive
        || scene.sheet.edges.subject(group.head).is_some_and(|s| own(s) && (scene.sheet.quoted(s) || scene.sheet.token(s).lemma == "you"))
    {
        return None;
    }
    let plain = by_words(scene, group, &found, first, last);
    // Quotation marks tell more than the tree; elsewhere the tree tells more than the words between.
    let by_marks = plain.as_ref().is_some_and(|a| a.kind != AttributionKind::Indirect);
    if by_marks {
        return plain;
    }
    // "The sign says little": who says a thing says no clause.
    let thing = scene.sheet.edges.child(group.head, &[Relation::Obj]).is_some();
    reported::by_tree(scene, group, &found).or(plain.filter(|a| !(thing && a.why.rule == "attribution-indirect-bare")))
}

/// An attribution from the words around a cue.
fn by_words(scene: &Scene<'_>, group: &VerbGroup, found: &Cue, first: usize, last: usize) -> Option<Attribution> {
    let Source { range: source, unit, inverted, noun } = source(scene, group, found)?;
    let speaking = matches!(found.kind.as_str(), "say" | "claim" | "deny" | "admit" | "warn" | "promise" | "ask" | "order" | "announce");
    let after = content::after_as(scene, unit, first, last)
        .or_else(|| if inverted { None } else { content::after(scene, group, found, unit, last) });
    let (content, rule) = after.or_else(|| content::before(scene, unit, first, last))?;
    let explicit = rule != "attribution-indirect-bare";
    if !speaking && (!explicit || group.modal.is_some()) || found.frame == "prefix" {
        return None;
    }
    let entity = noun.and_then(|n| scene.mentions[n].entity);
    Some(build(scene, vec![source], vec![(found.first, found.last)], content, entity, rule, found.entry.clone()))
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
    // "went according to plan": a lone small word that no list holds speaks for nobody.
    let lone = to == from + 1 && !sheet.token(from).capital() && scene.nouns(from, to).next().is_none();
    if to == from || lone {
        return None;
    }
    let content = if leads {
        let start = if sheet.is(to, ",") { to + 1 } else { to };
        (start < last).then(|| Span { start: sheet.token(start).start, end: content::stop(sheet, start, last) })?
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
pub(super) fn entity_within(scene: &Scene<'_>, source: (usize, usize)) -> Option<u32> {
    let inside = || scene.nouns(source.0, source.1);
    let named = inside().find(|(_, n)| n.kind == MentionKind::Per).or_else(|| inside().find(|(_, n)| n.kind != MentionKind::Norp))?;
    scene.mentions[named.0].entity
}

pub(super) fn build(
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
    Attribution {
        source: runs(source),
        cue: runs(cue),
        content,
        kind,
        entity,
        parent: None,
        certainty: Certainty::default(),
        status: Status::default(),
        modality: Modality::default(),
        by_speaker: Vec::new(),
        why: Why { rule: rule.into(), entries },
    }
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
            let Some(quotation) = content::opens(sheet, next.first_token as usize) else { break };
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

/// Leaves out what stands in more mouths than anybody can follow, so that a chain of speakers without end costs no more than it says.
fn shallow(sheet: &Sheet<'_>, attributions: &mut Vec<Attribution>) {
    let (mut sentence, mut kept): (usize, Vec<Vec<Span>>) = (usize::MAX, Vec::new());
    attributions.retain(|a| {
        let cue = a.cue[0].span();
        let here = sheet.sentences.partition_point(|s| s.end <= cue.start);
        if here != sentence {
            sentence = here;
            kept.clear();
        }
        let depth = kept.iter().filter(|contents| contents.iter().any(|c| c.contains(cue))).count();
        if depth < DEEPEST {
            kept.push(a.content.iter().map(Words::span).collect());
        }
        depth < DEEPEST
    });
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
