//! Facts in plain words, as people read them in briefs and timelines.

use crate::{
    base::{DocumentId, DocumentRow},
    query::{ClaimFact, EventFact, Party, TenureFact, Voice},
};
use cubaru_parse::{Certainty, Status, Words};

/// Words that stand apart, with three dots between them.
pub(super) fn joined(words: &[Words]) -> String {
    words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" … ")
}

/// Who speaks: the words of the text; where it names nobody, the name.
pub(super) fn words(voice: &Voice) -> String {
    match (&voice.source[..], &voice.name) {
        ([], Some(name)) => name.clone(),
        ([], None) => "somebody".into(),
        (source, _) => joined(source),
    }
}

/// The chain of speakers, innermost first: `according to officials, according to the agency`.
pub(super) fn according(speakers: &[Voice]) -> String {
    let of = |v: &Voice| match &v.name {
        Some(name) if *name != words(v) => format!("according to {} ({name})", words(v)),
        _ => format!("according to {}", words(v)),
    };
    speakers.iter().rev().map(of).collect::<Vec<_>>().join(", ")
}

/// Who takes part.
pub(super) fn name(party: &Party) -> &str {
    party.name.as_deref().unwrap_or(&party.text)
}

/// The parties of one side.
pub(super) fn names(parties: &[Party]) -> String {
    let coded = |p: &Party| match &p.code {
        Some(code) if code != name(p) => format!("{} [{code}]", name(p)),
        _ => name(p).to_string(),
    };
    parties.iter().map(coded).collect::<Vec<_>>().join(", ")
}

/// The act with its mode: `CONSULT (visit)`.
pub(super) fn act(event: &EventFact) -> String {
    event.mode.as_ref().map_or_else(|| event.class.clone(), |mode| format!("{} ({mode})", event.class))
}

/// The act and who takes part: `CONSULT (visit): Sergei Lavrov [RUSGOV] → Cuba [CUB]`.
pub(super) fn headline(event: &EventFact) -> String {
    let (actor, recipient) = (names(&event.actor), names(&event.recipient));
    match (actor.is_empty(), recipient.is_empty()) {
        (true, true) => act(event),
        (true, false) => format!("{}: … → {recipient}", act(event)),
        (false, true) => format!("{}: {actor}", act(event)),
        (false, false) => format!("{}: {actor} → {recipient}", act(event)),
    }
}

/// The post, the person and the country.
pub(super) fn holding(tenure: &TenureFact) -> String {
    let person = tenure.name.as_deref().unwrap_or(&tenure.person.text);
    let state = if tenure.former { "former " } else { "" };
    let acting = if tenure.acting { "acting " } else { "" };
    let country = tenure.country.as_ref().map(|c| format!(" [{c}]")).unwrap_or_default();
    format!("{person}: {state}{acting}{}{country}", tenure.post_name)
}

/// How certain the document's author is.
pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty.code() {
        "CT+" => "stated as certain",
        "PR+" => "stated as probable",
        "PS+" => "stated as possible",
        "CT-" => "stated as certainly not so",
        "PR-" => "stated as probably not so",
        "PS-" => "stated as possibly not so",
        _ => "not vouched for by the author",
    }
}

/// What became of it.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Actual => "has happened",
        Status::Reported => "is reported",
        Status::Future => "is to come",
        Status::Possible => "may have happened",
        Status::Hypothetical => "is wished, planned or supposed",
        Status::Negated => "has not happened",
    }
}

/// Where it stands: title, publisher, date, and the hash of the text.
pub(super) fn source(document: Option<&DocumentRow>, id: DocumentId) -> String {
    let known = |of: &dyn Fn(&DocumentRow) -> Option<String>| document.and_then(of);
    let title = known(&|d| d.source.title.clone().or_else(|| d.source.id.clone())).unwrap_or_else(|| "a document without title".into());
    let rest = [known(&|d| d.source.publisher.clone()), known(&|d| d.date.clone()), Some(format!("sha256 {id}"))];
    std::iter::once(title).chain(rest.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// What a claim says of somebody's words: `the ministry: “talks go on”`.
pub(super) fn statement(claim: &ClaimFact) -> String {
    let who = claim.speakers.last().map_or_else(|| "somebody".into(), words);
    format!("{who}: “{}”", joined(&claim.content))
}
