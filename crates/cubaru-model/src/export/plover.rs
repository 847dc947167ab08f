//! PLOVER records, by the names of the manual's chapter on data fields.

use super::{Excerpt, code::Code, json::json_lines, said::words, when};
use crate::query::{EventFact, Party, Voice};
use cubaru_parse::{Certainty, Class, Status};
use serde::Serialize;

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    date: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    enddate: Option<&'a str>,
    actor: Vec<Entity<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipient: Vec<Entity<'a>>,
    event: [&'a str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    event_loc: Option<Location<'a>>,
    event_text: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quad_code: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    context: Vec<&'a str>,
    text_info: Vec<TextInfo>,
    cite_info: CiteInfo<'a>,
    coder: &'static str,
    /// From here on fields that the manual has not.
    edtf: &'a Option<String>,
    class: &'a str,
    status: Status,
    certainty: Certainty,
    speakers: Vec<Speaker<'a>>,
}

#[derive(Serialize)]
struct Entity<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    entity_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier_text: Option<&'a str>,
}

#[derive(Serialize)]
struct Location<'a> {
    extracted_place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved_place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country_code: Option<&'a str>,
}

#[derive(Serialize)]
struct TextInfo {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct CiteInfo<'a> {
    citation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publication: Option<&'a str>,
}

#[derive(Serialize)]
struct Speaker<'a> {
    entity_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier_id: Option<&'a str>,
    certainty: Certainty,
}

/// The program that coded the events.
const CODER: &str = concat!("cubaru ", env!("CARGO_PKG_VERSION"));

/// One record for each event that PLOVER codes: one of the sixteen classes, with an actor and a date, and not negated.
pub(super) fn records(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let records = excerpt.events.iter().filter_map(|event| {
        let source = sources.get(&event.document).map(|d| &d.source);
        record(
            event,
            CiteInfo {
                citation: format!("sha256:{}", event.document),
                url: source.and_then(|s| s.url.as_deref()),
                title: source.and_then(|s| s.title.as_deref()),
                publication: source.and_then(|s| s.publisher.as_deref()),
            },
        )
    });
    json_lines(records)
}

fn record<'a>(event: &'a EventFact, cite_info: CiteInfo<'a>) -> Option<Record<'a>> {
    let plover = event.plover.as_deref().filter(|p| Class::PLOVER.contains(p))?;
    let date = when::known(&event.earliest)?;
    if event.actor.is_empty() || event.status == Status::Negated {
        return None;
    }
    let place =
        |p: &'a Party| Location { extracted_place: &p.text, resolved_place: p.name.as_deref(), country_code: Code::of(Some(p)).country };
    // What the class itself tells already (a promised visit is AGREE) needs no context.
    let status = match event.status {
        Status::Future if plover == event.class => Some("future"),
        Status::Possible | Status::Hypothetical => Some("hypothetical"),
        _ => None,
    };
    Some(Record {
        id: &event.id,
        date,
        enddate: when::known(&event.latest).filter(|latest| *latest != date),
        actor: event.actor.iter().map(entity).collect(),
        recipient: event.recipient.iter().map(entity).collect(),
        event: [plover],
        event_loc: event.place.as_ref().map(place),
        event_text: event.trigger.iter().map(|w| w.text.as_str()).collect(),
        quad_code: quad(plover),
        mode: event.mode.as_deref().filter(|_| plover == event.class).map(|m| [m]),
        context: event.contexts.iter().map(String::as_str).chain(status).collect(),
        text_info: event.evidence.iter().map(|e| TextInfo { start: e.position.start, end: e.position.end }).collect(),
        cite_info,
        coder: CODER,
        edtf: &event.date,
        class: &event.class,
        status: event.status,
        certainty: event.certainty,
        speakers: event.speakers.iter().map(speaker).collect(),
    })
}

fn quad(class: &str) -> Option<u8> {
    let quads = ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];
    let quad = Class(class.to_string().into()).quad()?;
    (1..).zip(quads).find(|(_, q)| *q == quad).map(|(n, _)| n)
}

fn entity(party: &Party) -> Entity<'_> {
    let code = Code::of(Some(party));
    Entity {
        code: code.country.or(code.group).or(code.sectors.first().copied()),
        sector: (!code.sectors.is_empty()).then(|| code.sectors.concat()),
        entity_text: &party.text,
        identifier_id: party.id.as_deref(),
        identifier_text: party.name.as_deref(),
    }
}

fn speaker(voice: &Voice) -> Speaker<'_> {
    Speaker { entity_text: words(voice), identifier_id: voice.id.as_deref(), certainty: voice.certainty }
}
