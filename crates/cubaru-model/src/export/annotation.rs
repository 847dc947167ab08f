//! The words of each claim as W3C Web Annotations.

use super::{Excerpt, json::to_json, markup::line, said};
use crate::{
    Evidence, content_id,
    query::{ClaimFact, EventFact, TenureFact},
};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Body,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target<'a> {
    source: Source<'a>,
    selector: (Selector<'a>, Selector<'a>),
}

#[derive(Serialize)]
struct Source<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextPositionSelector { start: u32, end: u32 },
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

/// One collection with one page. The source of a target is the very text, by its hash; its address stands in `via`.
pub(super) fn collection(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let events: HashMap<&str, &EventFact> = excerpt.events.iter().map(|e| (e.id.as_str(), e)).collect();
    let tenures: HashMap<&str, &TenureFact> = excerpt.tenures.iter().map(|t| (t.id.as_str(), t)).collect();
    let mut items = Vec::new();
    for claim in &excerpt.claims {
        let via = sources.get(&claim.document).and_then(|d| d.source.url.as_deref());
        let item = claim.item.as_deref();
        let says = match (item.and_then(|i| events.get(i)), item.and_then(|i| tenures.get(i))) {
            (Some(event), _) => said::headline(event),
            (_, Some(tenure)) => said::holding(tenure),
            _ => said::statement(claim),
        };
        items.extend(claim.evidence.iter().enumerate().map(|(i, e)| annotation(claim, i, e, &says, via)));
    }
    let id = format!("urn:cubaru:annotations:{}", content_id(excerpt.claims.iter().map(|c| c.id.as_str())));
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        kind: "AnnotationCollection",
        label: "Claims and their words",
        total: items.len(),
        first: Page { id: format!("{id}:1"), kind: "AnnotationPage", start: 0, items },
        id,
    };
    let mut out = to_json(&collection);
    out.push(b'\n');
    out
}

fn annotation<'a>(claim: &ClaimFact, number: usize, evidence: &'a Evidence, says: &str, via: Option<&'a str>) -> Annotation<'a> {
    let about = [said::certainty(claim.certainty).to_string(), said::status(claim.status).into(), said::according(&claim.speakers)];
    let about: Vec<String> = about.into_iter().filter(|p| !p.is_empty()).collect();
    let value = line(&format!("{says} ({})", about.join("; ")));
    let quote = &evidence.quote;
    Annotation {
        id: format!("urn:cubaru:annotation:{}:{number}", claim.id),
        kind: "Annotation",
        motivation: "identifying",
        body: Body { kind: "TextualBody", purpose: "describing", format: "text/plain", value },
        target: Target {
            source: Source { id: format!("urn:cubaru:document:{}", claim.document), kind: "Text", format: "text/plain", via },
            selector: (
                Selector::TextPositionSelector { start: evidence.position.start, end: evidence.position.end },
                Selector::TextQuoteSelector { exact: &quote.exact, prefix: &quote.prefix, suffix: &quote.suffix },
            ),
        },
    }
}
