//! A document in the evaluation format: every layer, offsets in code points.

use super::coded::{self, Coded};
use cubaru::{Class, Dictionaries, Document, MentionKind, Participant, Unit, Words};
use serde::Serialize;

pub(super) type Place = [u32; 2];

/// All layers of one document.
#[derive(Serialize)]
pub(super) struct Layers {
    timexes: Vec<Timex>,
    entities: Vec<Mention>,
    offices: Vec<Office>,
    attributions: Vec<Attribution>,
    events: Events,
}

/// The events: the reader's, or those of the user's dictionaries.
#[derive(Serialize)]
#[serde(untagged)]
enum Events {
    Read(Vec<Event>),
    Coded(Vec<Coded>),
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
    quad: Option<&'static str>,
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
    pub(super) fn of(document: &Document, dictionaries: Option<&Dictionaries>) -> Self {
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
            events: match dictionaries {
                Some(dictionaries) => Events::Coded(coded::events(&document.code(dictionaries))),
                None => Events::Read(document.events().iter().map(|e| event(&document, e)).collect()),
            },
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

fn event(document: &Document, event: &cubaru::Event) -> Event {
    let spans = |list: &[Participant]| list.iter().map(|p| named(document, p)).collect();
    // A statement is no PLOVER category; the format names it all the same.
    let say = (event.class == Class::SAY).then(|| event.class.name().to_string());
    Event {
        kind: event.plover.as_ref().map(|c| c.name().to_string()).or(say),
        class: event.class.name().to_string(),
        mode: event.mode.clone(),
        cameo: event.cameo.clone(),
        quad: quad(event),
        trigger: places(&event.trigger),
        source: codes(&event.actor),
        target: codes(&event.recipient),
        source_spans: spans(&event.actor),
        target_spans: spans(&event.recipient),
        date: event.date.clone(),
        place: event.place.as_ref().and_then(|p| p.code.clone()),
        certainty: event.certainty.code(),
        status: event.status.name(),
    }
}

/// CAMEO's quad class of what PLOVER would code; the CAMEO code is that of the act itself.
fn quad(event: &cubaru::Event) -> Option<&'static str> {
    let kind = event.plover.as_ref()?;
    kind.cameo_quad(event.cameo.as_deref().filter(|_| *kind == event.class))
}

/// The words that name a participant: of a pronoun, those that it takes up in its sentence, as coders mark them.
fn named(document: &Document, participant: &Participant) -> Place {
    let own = [participant.start, participant.end];
    let mentions = document.mentions();
    let at = mentions.partition_point(|m| (m.start, m.end) < (own[0], own[1]));
    let pronoun = mentions.get(at).is_some_and(|m| [m.start, m.end] == own && m.kind == MentionKind::Pron && m.entity.is_some());
    if !pronoun {
        return own;
    }
    let sentence = document.sentences().partition_point(|s| s.end <= own[0]);
    let begin = document.sentences().get(sentence).map_or(0, |s| s.start);
    let before = mentions[..at].iter().rev().take_while(|m| m.start >= begin);
    let name = before.filter(|m| m.kind != MentionKind::Pron).find(|m| m.entity == mentions[at].entity);
    name.map_or(own, |m| [m.start, m.end])
}

fn codes(list: &[Participant]) -> Vec<String> {
    list.iter().filter_map(|p| p.code.clone()).collect()
}

fn places(words: &[Words]) -> Vec<Place> {
    words.iter().map(place).collect()
}

pub(super) fn place(words: &Words) -> Place {
    [words.start, words.end]
}
