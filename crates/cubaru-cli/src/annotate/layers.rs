//! A document in the evaluation format: every layer, offsets in code points.

use cubaru::{Class, Document, Participant, Unit, Words};
use serde::Serialize;

type Place = [u32; 2];

/// All layers of one document.
#[derive(Serialize)]
pub(super) struct Layers {
    timexes: Vec<Timex>,
    entities: Vec<Mention>,
    offices: Vec<Office>,
    attributions: Vec<Attribution>,
    events: Vec<Event>,
}

/// TIMEX3.
#[derive(Serialize)]
struct Timex {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: cubaru::TimexType,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<String>,
}

#[derive(Serialize)]
struct Mention {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: cubaru::MentionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    code: Option<String>,
}

#[derive(Serialize)]
struct Office {
    person: Place,
    post: Place,
    body: Option<Place>,
    country: Option<String>,
    former: bool,
}

#[derive(Serialize)]
struct Attribution {
    source: Vec<Place>,
    cue: Vec<Place>,
    content: Vec<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<u32>,
}

#[derive(Serialize)]
struct Event {
    /// PLOVER's, or SAY; null for a state.
    #[serde(rename = "type")]
    kind: Option<String>,
    class: String,
    mode: Option<String>,
    cameo: Option<String>,
    trigger: Vec<Place>,
    source: Vec<String>,
    target: Vec<String>,
    source_spans: Vec<Place>,
    target_spans: Vec<Place>,
    date: Option<String>,
    place: Option<String>,
    certainty: &'static str,
    status: &'static str,
}

impl Layers {
    pub(super) fn of(document: &Document) -> Self {
        let document = document.in_unit(Unit::CodePoint);
        let entity = |index: Option<u32>| index.map(|i| format!("e{}", i + 1));
        Self {
            timexes: document.times().iter().map(timex).collect(),
            entities: document
                .mentions()
                .iter()
                .map(|m| Mention { start: m.start, end: m.end, kind: m.kind, entity: entity(m.entity), code: m.code.clone() })
                .collect(),
            offices: document.offices().iter().map(office).collect(),
            attributions: document
                .attributions()
                .iter()
                .map(|a| Attribution {
                    source: places(&a.source),
                    cue: places(&a.cue),
                    content: places(&a.content),
                    entity: entity(a.entity),
                    parent: a.parent,
                })
                .collect(),
            events: document.events().iter().map(event).collect(),
        }
    }
}

fn timex(time: &cubaru::Time) -> Timex {
    Timex { start: time.start, end: time.end, kind: time.kind, value: time.value.clone(), modifier: time.modifier.clone() }
}

fn office(office: &cubaru::Office) -> Office {
    Office {
        person: place(&office.person),
        post: place(&office.post),
        body: office.body.as_ref().map(place),
        country: office.country.clone(),
        former: office.former,
    }
}

fn event(event: &cubaru::Event) -> Event {
    // A statement is no PLOVER category; the format names it all the same.
    let say = (event.class == Class::SAY).then(|| event.class.name().to_string());
    Event {
        kind: event.plover.as_ref().map(|c| c.name().to_string()).or(say),
        class: event.class.name().to_string(),
        mode: event.mode.clone(),
        cameo: event.cameo.clone(),
        trigger: places(&event.trigger),
        source: codes(&event.actor),
        target: codes(&event.recipient),
        source_spans: event.actor.iter().map(|p| [p.start, p.end]).collect(),
        target_spans: event.recipient.iter().map(|p| [p.start, p.end]).collect(),
        date: event.date.clone(),
        place: event.place.as_ref().and_then(|p| p.code.clone()),
        certainty: event.certainty.code(),
        status: event.status.name(),
    }
}

fn codes(list: &[Participant]) -> Vec<String> {
    list.iter().filter_map(|p| p.code.clone()).collect()
}

fn places(words: &[Words]) -> Vec<Place> {
    words.iter().map(place).collect()
}

fn place(words: &Words) -> Place {
    [words.start, words.end]
}
