//! What happened, on a timeline; and what is to come, possible, supposed or denied.

use super::{View, cover, fact};
use crate::{
    dates,
    page::{Ink, Page, Piece, Row, piece},
    quote::columns,
};
use cubaru::{Certainty, Class, Event, Status};
use std::io;

/// The widest column of dates.
const DATES: usize = 24;

/// What the text lets stand or reports as plain fact.
pub(crate) fn timeline(page: &mut Page, view: &View) -> io::Result<()> {
    let events = sorted(view, |e| !is_uncertain(e));
    if events.is_empty() {
        return Ok(());
    }
    page.heading("Timeline", "")?;
    rows(page, view, &events)
}

/// What is less than certain and actual.
pub(crate) fn uncertain(page: &mut Page, view: &View) -> io::Result<()> {
    let events = sorted(view, is_uncertain);
    if events.is_empty() {
        return Ok(());
    }
    page.heading("Not certain", "to come, possible, supposed or denied")?;
    rows(page, view, &events)
}

fn is_uncertain(event: &Event) -> bool {
    let plain = matches!(event.status, Status::Actual | Status::Reported);
    !(plain && matches!(event.certainty, Certainty::CtPlus | Certainty::U))
}

/// Events but statements (they stand under who says what): by date, then by place; those without a date last.
fn sorted<'a>(view: &View<'a>, keep: impl Fn(&Event) -> bool) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = view.document.events().iter().filter(|e| e.class != Class::SAY && keep(e)).collect();
    events.sort_by_key(|e| {
        let first = e.earliest.as_deref().or(e.latest.as_deref()).or(e.date.as_deref());
        (first.is_none(), first, e.latest.as_deref(), e.trigger.first().map(|w| w.start))
    });
    events
}

fn rows(page: &mut Page, view: &View, events: &[&Event]) -> io::Result<()> {
    let lead = |e: &Event| match dates::when(e.date.as_deref(), e.earliest.as_deref(), e.latest.as_deref()) {
        Some(w) => piece(w.text, if w.doubtful { Ink::Doubt } else { Ink::Plain }),
        None => piece("no date", Ink::Faint),
    };
    let most = page.width().map_or(10, |w| (w / 4).min(DATES));
    let leads: Vec<Piece> = events.iter().map(|e| lead(e)).collect();
    let width = leads.iter().map(|l| columns(l.text())).filter(|w| *w <= most).max().unwrap_or(0);
    for (event, lead) in events.iter().zip(leads) {
        let focus = cover(&event.trigger).unwrap_or_default();
        page.row(Row {
            indent: 2,
            lead: Some((lead, width)),
            fact: fact::event(view, event),
            place: view.places.show(focus.start),
            quote: Some(view.sentence(focus)),
        })?;
    }
    Ok(())
}
