//! A timeline for TimelineJS.

use super::{Excerpt, json::to_json, markup, said, when};
use crate::{base::DocumentRow, query::EventFact};
use serde::Serialize;

#[derive(Serialize)]
struct Timeline {
    title: Title,
    events: Vec<Slide>,
}

#[derive(Serialize)]
struct Title {
    text: Text,
}

#[derive(Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Serialize)]
struct Slide {
    unique_id: String,
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    group: String,
    text: Text,
}

#[derive(Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
}

/// The events that have a date, by their bounds; the words of a date say where it is uncertain.
pub(super) fn timelinejs(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let events: Vec<Slide> = excerpt.events.iter().filter_map(|e| slide(e, sources.get(&e.document).copied())).collect();
    let left = excerpt.events.len() - events.len();
    let undated = if left > 0 { format!("; {left} without a date are left out") } else { String::new() };
    let text = format!("{} events from {} documents{undated}", events.len(), excerpt.documents.len());
    let timeline = Timeline { title: Title { text: Text { headline: "Events".into(), text } }, events };
    let mut out = to_json(&timeline);
    out.push(b'\n');
    out
}

/// TimelineJS shows `2023-04` as April 2023.
fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(|p| p.parse::<u32>().ok());
    let year = parts.next()??;
    Some(Date { year: year as i32, month: parts.next().flatten(), day: parts.next().flatten() })
}

fn slide(event: &EventFact, document: Option<&DocumentRow>) -> Option<Slide> {
    let first = when::known(&event.earliest)?;
    let filled = when::fills(&event.earliest, &event.latest);
    let end = if filled.is_some() { None } else { when::known(&event.latest) };
    let quotes: String =
        event.evidence.iter().map(|e| format!("<blockquote dir=\"auto\">{}</blockquote>", markup::html(&e.quote.exact))).collect();
    let who = said::according(&event.speakers);
    let facts = [said::certainty(event.certainty).to_string(), said::status(event.status).to_string(), who];
    let facts = facts.into_iter().filter(|f| !f.is_empty()).map(|f| markup::html(&f)).collect::<Vec<_>>().join("; ");
    Some(Slide {
        unique_id: event.id.clone(),
        start_date: date(filled.unwrap_or(first))?,
        end_date: end.and_then(date),
        display_date: when::shown(&event.date, &event.earliest, &event.latest),
        group: event.class.clone(),
        text: Text {
            headline: markup::html(&said::headline(event)),
            text: format!("{quotes}<p>{facts}</p><p>{}</p>", markup::html(&said::source(document, event.document))),
        },
    })
}
