//! FollowTheMoney entities, one a line: for Aleph, OpenSanctions' tools and everything else that reads its schema.

use super::{EntityFact, Excerpt, json::json_lines, markup::line, said, when};
use crate::{
    Evidence,
    base::{DocumentId, DocumentRow, is_sector},
    content_id,
    query::{EventFact, Party, TenureFact, Voice},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The codes of countries there: small letters, two where ISO 3166-1 has the country.
const COUNTRIES: &str = include_str!("countries-ftm.tsv");

#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Entity {
    fn new(schema: &'static str, of: &[&str]) -> Self {
        Self { id: id(schema, of), schema, properties: BTreeMap::new() }
    }

    fn with(mut self, property: &'static str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let values = values.into_iter().map(|v| line(&v.into())).filter(|v| !v.is_empty());
        self.properties.entry(property).or_default().extend(values);
        self.properties.retain(|_, values| !values.is_empty());
        self
    }
}

/// An id that stands no sanitising: what the thing is and a hash of what it is known by.
fn id(schema: &str, of: &[&str]) -> String {
    format!("cubaru-{}", content_id(std::iter::once(schema).chain(of.iter().copied())))
}

fn country(alpha3: Option<&str>) -> Option<&'static str> {
    let rows = COUNTRIES.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    rows.into_iter().find(|(code, _)| Some(*code) == alpha3).map(|(_, country)| country)
}

fn nation(code: &Option<String>) -> Option<&'static str> {
    country(code.as_deref().and_then(|c| c.get(..3)).filter(|c| !is_sector(c)))
}

/// The schema for a kind of entity; descriptions, peoples and towns have none.
fn schema(kind: &str) -> Option<&'static str> {
    match kind {
        "person" => Some("Person"),
        "body" => Some("Organization"),
        // A country that acts is its state.
        "country" => Some("PublicBody"),
        _ => None,
    }
}

/// Documents, persons, bodies and states; posts, who holds them; events.
pub(super) fn entities(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let known: BTreeMap<&str, String> =
        excerpt.entities.iter().filter_map(|e| Some((e.id.as_str(), id(schema(&e.kind)?, &[&e.id])))).collect();
    let mut all: Vec<Entity> = excerpt.documents.iter().map(article).collect();
    all.extend(excerpt.entities.iter().filter_map(who));
    let mut posts = BTreeMap::new();
    for tenure in &excerpt.tenures {
        let Some(holder) = tenure.person_id.as_ref().and_then(|p| known.get(p.as_str())) else { continue };
        let post = position(tenure);
        all.push(occupancy(tenure, holder, &post.id));
        posts.insert(post.id.clone(), post);
    }
    all.extend(posts.into_values());
    all.extend(excerpt.events.iter().map(|e| event(e, &known, sources.get(&e.document).copied())));
    json_lines(all.iter())
}

fn document(document: DocumentId) -> String {
    id("Article", &[&document.to_string()])
}

fn article(row: &DocumentRow) -> Entity {
    let hash = row.sha256.to_string();
    let source = &row.source;
    Entity::new("Article", &[&hash])
        .with("fileName", [source.id.clone().unwrap_or_else(|| hash.clone())])
        .with("title", source.title.clone())
        .with("author", source.authors.clone())
        .with("publisher", source.publisher.clone())
        .with("sourceUrl", source.url.clone())
        .with("publishedAt", when::within(&row.earliest, &row.latest))
        .with("description", [format!("sha256 {hash}")])
}

fn who(entity: &EntityFact) -> Option<Entity> {
    let others = entity.names.iter().filter(|n| **n != entity.name).cloned();
    let made = Entity::new(schema(&entity.kind)?, &[&entity.id]).with("name", [entity.name.clone()]).with("alias", others);
    Some(made.with("country", nation(&entity.code)))
}

fn position(tenure: &TenureFact) -> Entity {
    let country = tenure.country.as_deref();
    let name = country.map_or_else(|| tenure.post_name.clone(), |c| format!("{} ({c})", tenure.post_name));
    Entity::new("Position", &[&tenure.post_name, country.unwrap_or_default()]).with("name", [name]).with("country", self::country(country))
}

fn quotes(evidence: &[Evidence]) -> impl Iterator<Item = String> {
    evidence.iter().map(|e| format!("“{}”", e.quote.exact))
}

fn according(speakers: &[Voice]) -> Option<String> {
    (!speakers.is_empty()).then(|| said::according(speakers))
}

fn occupancy(tenure: &TenureFact, holder: &str, post: &str) -> Entity {
    Entity::new("Occupancy", &[&tenure.id])
        .with("holder", [holder])
        .with("post", [post])
        // A text attests a moment, not when the holding began.
        .with("date", when::within(&tenure.earliest, &tenure.latest))
        .with("status", tenure.former.then_some("ended"))
        .with("summary", quotes(&tenure.evidence))
        .with("description", according(&tenure.speakers))
        .with("recordId", [tenure.id.clone()])
        .with("proof", [document(tenure.document)])
}

fn event(event: &EventFact, known: &BTreeMap<&str, String>, row: Option<&DocumentRow>) -> Entity {
    let ids = |parties: &[Party]| -> Vec<String> { parties.iter().filter_map(|p| known.get(p.id.as_deref()?).cloned()).collect() };
    let certainty = format!("{} ({}); {}", said::certainty(event.certainty), event.certainty.code(), said::status(event.status));
    let source = row.map(|r| &r.source);
    Entity::new("Event", &[&event.id])
        .with("name", [said::headline(event)])
        .with("date", when::within(&event.earliest, &event.latest))
        .with("organizer", ids(&event.actor))
        .with("involved", ids(&event.recipient))
        .with("location", event.place.as_ref().map(said::name))
        .with("country", event.place.as_ref().and_then(|p| nation(&p.code)))
        .with("keywords", [&event.class].into_iter().chain(&event.plover).chain(&event.mode).chain(&event.contexts).cloned())
        .with("summary", quotes(&event.evidence))
        .with("description", [certainty].into_iter().chain(according(&event.speakers)))
        .with("notes", [when::shown(&event.date, &event.earliest, &event.latest)])
        .with("recordId", [event.id.clone()])
        .with("publisher", source.and_then(|s| s.publisher.clone()))
        .with("sourceUrl", source.and_then(|s| s.url.clone()))
        .with("proof", [document(event.document)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_countries() {
        assert_eq!(
            [country(Some("CUB")), country(Some("SUN")), country(Some("???")), country(None)],
            [Some("cu"), Some("suhh"), None, None]
        );
        assert_eq!(nation(&Some("RUSGOV".into())), Some("ru"));
        assert_eq!(nation(&Some("IGOUNO".into())), None);
        let rows: Vec<&str> = COUNTRIES.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(rows.is_sorted() && rows.len() > 200);
    }
}
