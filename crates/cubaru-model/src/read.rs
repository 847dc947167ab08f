//! Frames become claims.

use crate::{Claim, ClaimKind, Evidence, Quote, Speaker, content_id, sha256};
use cubaru_parse::{Certainty, Class, Event, Modality, Parsed, Span, Status, Words};

const CONTEXT: usize = 32;

/// The claims of a parsed text: one for each event, office and statement, in the order of their words.
pub fn claims(text: &str, parsed: &Parsed) -> Vec<Claim> {
    let reader = Reading { text, hash: sha256(text.as_bytes()), parsed };
    let mut claims: Vec<(Span, Claim)> = Vec::new();
    // What an attribution states is a claim of another kind, and no second one.
    let cued = |event: &Event| event.class == Class::SAY && event.why.rule.starts_with("attribution");
    for (i, event) in parsed.events.iter().enumerate().filter(|(_, e)| !cued(e)) {
        let spans: Vec<Span> = event.trigger.iter().map(Words::span).collect();
        let stated = [event.class.name(), event.status.name(), event.certainty.code()];
        let value =
            Value { certainty: event.certainty, status: event.status, modality: event.modality, by_speaker: event.by_speaker.clone() };
        claims.extend(reader.claim(ClaimKind::Event, i, &spans, event.attribution, value, &stated));
    }
    for (i, office) in parsed.offices.iter().enumerate() {
        let spans = [office.person.span(), office.post.span()];
        let stated = [office.post.text.as_str(), office.person.text.as_str()];
        let at = office.attribution;
        let value = reader.plain(at);
        claims.extend(reader.claim(ClaimKind::Office, i, &spans, at, value, &stated));
    }
    for (i, attribution) in parsed.attributions.iter().enumerate() {
        let all = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        let spans: Vec<Span> = all.map(Words::span).collect();
        let value = Value {
            certainty: attribution.certainty,
            status: attribution.status,
            modality: attribution.modality,
            by_speaker: attribution.by_speaker.clone(),
        };
        claims.extend(reader.claim(ClaimKind::Statement, i, &spans, attribution.parent, value, &[]));
    }
    claims.sort_by_key(|(a, x)| (a.start, x.kind, x.item));
    claims.into_iter().map(|(_, c)| c).collect()
}

/// How certain a claim is, to the author and to each speaker.
struct Value {
    certainty: Certainty,
    status: Status,
    modality: Modality,
    by_speaker: Vec<Certainty>,
}

struct Reading<'a> {
    text: &'a str,
    hash: String,
    parsed: &'a Parsed,
}

impl Reading<'_> {
    fn claim(
        &self,
        kind: ClaimKind,
        item: usize,
        spans: &[Span],
        attribution: Option<u32>,
        value: Value,
        stated: &[&str],
    ) -> Option<(Span, Claim)> {
        let first = *spans.iter().min()?;
        let whole = spans.iter().fold(first, |a, b| a.cover(*b));
        let evidence = vec![self.evidence(self.sentences(whole))];
        let name = format!("{kind:?}");
        let places: Vec<String> = spans.iter().map(|s| format!("{}-{}", s.start, s.end)).collect();
        let parts = [self.hash.as_str(), &name].into_iter().chain(stated.iter().copied()).chain(places.iter().map(String::as_str));
        let id = content_id(parts);
        let mut speakers = self.chain(attribution);
        speakers.iter_mut().zip(value.by_speaker).for_each(|(speaker, certainty)| speaker.certainty = certainty);
        let Value { certainty, status, modality, .. } = value;
        Some((first, Claim { id, kind, item: item as u32, speakers, certainty, status, modality, evidence }))
    }

    /// What is said in passing: certain to the author, or to the innermost speaker.
    fn plain(&self, attribution: Option<u32>) -> Value {
        let chain = self.chain(attribution).len();
        let by_speaker = (1..=chain).map(|i| if i == chain { Certainty::CtPlus } else { Certainty::U }).collect();
        let (certainty, status) = if chain > 0 { (Certainty::U, Status::Reported) } else { (Certainty::CtPlus, Status::Actual) };
        Value { certainty, status, modality: Modality::of(status), by_speaker }
    }

    /// The sentences that `span` touches, as one span; the span itself where none does.
    fn sentences(&self, span: Span) -> Span {
        let all = &self.parsed.sentences;
        let from = all.partition_point(|s| s.end <= span.start);
        let to = all.partition_point(|s| s.start < span.end);
        if from < to { Span { start: all[from].start, end: all[to - 1].end }.cover(span) } else { span }
    }

    fn evidence(&self, position: Span) -> Evidence {
        let (before, after) = (&self.text[..position.start as usize], &self.text[position.end as usize..]);
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(i, _)| i);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(i, _)| i);
        let quote = Quote { exact: position.of(self.text).into(), prefix: before[from..].into(), suffix: after[..to].into() };
        Evidence { position, quote }
    }

    fn chain(&self, mut attribution: Option<u32>) -> Vec<Speaker> {
        let mut chain = Vec::new();
        while let Some(i) = attribution {
            let Some(a) = self.parsed.attributions.get(i as usize) else { break };
            let (source, cue) = (a.source.clone(), a.cue.clone());
            chain.push(Speaker { attribution: i, entity: a.entity, source, cue, certainty: Certainty::U });
            attribution = a.parent;
        }
        chain.reverse();
        chain
    }
}
