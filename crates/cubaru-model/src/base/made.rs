//! A document becomes rows.

use super::rows::*;
use crate::{Claim, ClaimKind, Metadata, Speaker};
use cubaru_edtf::{Bound, Edtf};
use cubaru_parse::{Attribution, Entity, Event, Mention, Office, Parsed, Quantity, Time, Why};

impl Rows {
    /// The rows of a parsed text with its claims, all with places in bytes.
    ///
    /// The same text gives the same rows; what is known of it stands in [`DocumentRow`] alone.
    pub fn of(source: &Metadata, text: &str, parsed: &Parsed, claims: &[Claim]) -> Self {
        let id = DocumentId::of(text);
        let date = parsed.date.as_ref();
        let document = DocumentRow {
            sha256: id,
            source: source.clone(),
            text: text.into(),
            date: date.map(|d| d.edtf.clone()),
            earliest: date.map(|d| d.earliest.clone()),
            latest: date.map(|d| d.latest.clone()),
        };
        Self {
            document,
            entities: numbered(&parsed.entities).map(|(i, e)| entity(id, i, e, &parsed.mentions)).collect(),
            mentions: numbered(&parsed.mentions).map(|(i, m)| mention(id, i, m)).collect(),
            events: numbered(&parsed.events).map(|(i, e)| event(id, i, e)).collect(),
            tenures: numbered(&parsed.offices).map(|(i, o)| tenure(id, i, o)).collect(),
            claims: claims.iter().map(|c| claim(id, c, &parsed.attributions)).collect(),
            times: numbered(&parsed.times).map(|(i, t)| time(id, i, t)).collect(),
            quantities: numbered(&parsed.quantities).map(|(i, q)| quantity(id, i, q)).collect(),
        }
    }
}

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0..).zip(items)
}

/// The list of an entry, which is written as `list#form`.
fn listed(why: &Why) -> impl Iterator<Item = (&str, &str)> {
    why.entries.iter().filter_map(|e| e.split_once('#'))
}

fn entity(document: DocumentId, item: u32, entity: &Entity, mentions: &[Mention]) -> EntityRow {
    let own = entity.mentions.iter().filter_map(|m| mentions.get(*m as usize));
    let mut lists: Vec<String> = own.flat_map(|m| listed(&m.why)).map(|(list, _)| list.into()).collect();
    lists.sort_unstable();
    lists.dedup();
    EntityRow {
        document,
        item,
        kind: entity.kind,
        name: entity.name.clone(),
        code: entity.code.clone(),
        gender: entity.gender.clone(),
        members: entity.members.clone(),
        lists,
    }
}

fn mention(document: DocumentId, item: u32, mention: &Mention) -> MentionRow {
    let Mention { start, end, text, kind, entity, code, .. } = mention.clone();
    MentionRow { document, item, start, end, text, kind, entity, code }
}

fn event(document: DocumentId, item: u32, event: &Event) -> EventRow {
    let quad = event.class.quad().map(String::from);
    let event = event.clone();
    EventRow {
        document,
        item,
        id: document.item('e', item),
        class: event.class.0.into_owned(),
        plover: event.plover.map(|c| c.0.into_owned()),
        mode: event.mode,
        contexts: event.contexts,
        quad,
        cameo: event.cameo,
        trigger: event.trigger,
        actor: event.actor,
        recipient: event.recipient,
        place: event.place,
        time: event.time,
        date: event.date,
        earliest: event.earliest,
        latest: event.latest,
        certainty: event.certainty,
        status: event.status,
        modality: event.modality,
        cues: event.cues,
    }
}

fn tenure(document: DocumentId, item: u32, office: &Office) -> TenureRow {
    let listed = listed(&office.why).find(|(list, _)| *list == "posts").map(|(_, form)| form);
    let post_name = listed.unwrap_or(&office.post.text).to_lowercase();
    let (earliest, latest) = bounds(office.attested_at.as_deref());
    let office = office.clone();
    TenureRow {
        document,
        item,
        id: document.item('t', item),
        person: office.person,
        entity: office.entity,
        post: office.post,
        post_name,
        body: office.body,
        country: office.country,
        former: office.former,
        acting: office.acting,
        attested_at: office.attested_at,
        earliest,
        latest,
    }
}

/// The first and last day of an EDTF, where it has them.
pub(crate) fn bounds(edtf: Option<&str>) -> (Option<String>, Option<String>) {
    let Some(date) = edtf.and_then(|e| e.parse::<Edtf>().ok()) else { return (None, None) };
    let day = |bound| if let Bound::Day(day) = bound { Some(day.to_string()) } else { None };
    (day(date.earliest()), day(date.latest()))
}

fn claim(document: DocumentId, claim: &Claim, attributions: &[Attribution]) -> ClaimRow {
    let made = if claim.kind == ClaimKind::Statement { attributions.get(claim.item as usize) } else { None };
    let statement = made.map(|a| Speaker {
        attribution: claim.item,
        entity: a.entity,
        source: a.source.clone(),
        cue: a.cue.clone(),
        certainty: a.certainty,
    });
    let content = made.map(|a| a.content.clone()).unwrap_or_default();
    let Claim { id, kind, item, speakers, certainty, status, modality, evidence } = claim.clone();
    ClaimRow { document, id, kind, item, speakers, statement, content, certainty, status, modality, evidence }
}

fn time(document: DocumentId, item: u32, time: &Time) -> TimeRow {
    let Time { start, end, text, kind, value, modifier, edtf, earliest, latest, .. } = time.clone();
    TimeRow { document, item, start, end, text, kind, value, modifier, edtf, earliest, latest }
}

fn quantity(document: DocumentId, item: u32, quantity: &Quantity) -> QuantityRow {
    let Quantity { start, end, text, kind, value, unit, approximation, .. } = quantity.clone();
    QuantityRow { document, item, start, end, text, kind, value, unit, approximation }
}
