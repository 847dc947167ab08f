//! How a fact of each kind is said on a line.

use super::View;
use crate::page::{Ink, Piece, piece};
use cubaru::{Attribution, Certainty, Event, MentionKind, Modality, Office, Repair, Status, Words};

/// A post, its body and its country.
pub(crate) fn post(view: &View, office: &Office) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if office.former {
        pieces.push(piece("former", Ink::Doubt));
    }
    if office.acting {
        pieces.push(piece("acting", Ink::Doubt));
    }
    pieces.push(piece(&office.post.text, Ink::Plain));
    // A body inside the post's words is said already, a nationality with the country's code.
    let people = |at: u32| view.document.mentions().iter().any(|m| m.kind == MentionKind::Norp && m.start == at);
    let said = |b: &Words| office.post.span().contains(b.span()) || office.country.is_some() && people(b.start);
    if let Some(body) = office.body.as_ref().filter(|b| !said(b)) {
        pieces.push(piece(format!("· {}", body.text), Ink::Plain));
    }
    pieces.extend(office.country.as_ref().map(|c| piece(format!("({c})"), Ink::Faint)));
    pieces
}

/// How damage is read.
pub(crate) fn repair(repair: &Repair) -> String {
    if repair.reading.is_empty() { "left out".into() } else { format!("read “{}”", repair.reading) }
}

/// Who says it, and by which words: `he (= Sergei Lavrov) said`.
pub(crate) fn saying(view: &View, attribution: &Attribution) -> Vec<Piece> {
    let mut fact = Vec::new();
    let words = |list: &[Words]| list.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" … ");
    let source = words(&attribution.source);
    if source.is_empty() {
        fact.push(piece("somebody unnamed", Ink::Faint));
    } else {
        fact.push(piece(&source, Ink::Bold));
    }
    // "He" or "the minister": the name it stands for.
    let name = view.name(attribution.entity, "");
    if !name.is_empty() && !source.to_lowercase().contains(&name.to_lowercase()) {
        fact.push(piece(format!("(= {name})"), Ink::Faint));
    }
    let cue = words(&attribution.cue);
    fact.push(piece(if cue.is_empty() { ":" } else { &cue }, Ink::Plain));
    fact
}

/// Class, who → whom, where, status, according to whom.
pub(crate) fn event(view: &View, event: &Event) -> Vec<Piece> {
    let mut pieces = vec![piece(event.class.name(), Ink::Class)];
    pieces.extend(event.mode.as_ref().map(|m| piece(m, Ink::Class)));
    let (actors, recipients) = (view.participants(&event.actor), view.participants(&event.recipient));
    if !(actors.is_empty() && recipients.is_empty()) {
        if actors.is_empty() {
            pieces.push(piece("somebody", Ink::Faint));
        }
        pieces.extend(actors);
        if !recipients.is_empty() {
            pieces.push(piece("→", Ink::Plain));
        }
        pieces.extend(recipients);
    }
    if let Some(place) = &event.place {
        pieces.push(piece(format!("in {}", view.name(place.entity, &place.text)), Ink::Plain));
    }
    let status = status(event);
    if !status.is_empty() {
        pieces.push(piece(format!("· {status}"), Ink::Doubt));
    }
    let speakers = view.speakers(event.attribution);
    if !speakers.is_empty() {
        pieces.push(piece(format!("· {speakers}"), Ink::Plain));
    }
    pieces
}

/// What became of it and how certain that is, in words, with the words that say so.
fn status(event: &Event) -> String {
    let certainty = match event.certainty {
        Certainty::CtPlus => "certain",
        Certainty::PrPlus => "probable",
        Certainty::PsPlus => "possible",
        Certainty::U => "not vouched for",
        Certainty::CtMinus => "certainly not",
        Certainty::PrMinus => "probably not",
        Certainty::PsMinus => "possibly not",
    };
    let mut words = match (event.status, event.certainty) {
        (Status::Actual, Certainty::CtPlus) if event.modality == Modality::Evaluative => "judged".into(),
        (Status::Actual, Certainty::CtPlus) | (Status::Reported, Certainty::U | Certainty::CtPlus) => String::new(),
        (Status::Actual | Status::Reported, _) => certainty.into(),
        (Status::Possible, Certainty::PsPlus) => "possible".into(),
        (Status::Negated, Certainty::CtMinus) => "did not happen".into(),
        (Status::Hypothetical, Certainty::U) => supposed(event.modality).into(),
        (Status::Hypothetical, Certainty::CtMinus) => "supposed against the facts".into(),
        (Status::Future, Certainty::CtPlus) => "to come".into(),
        (Status::Future, _) => format!("to come, {certainty}"),
        (Status::Possible, _) => format!("possible, {certainty}"),
        (Status::Hypothetical, _) => format!("{}, {certainty}", supposed(event.modality)),
        (Status::Negated, _) => format!("denied, {certainty}"),
    };
    if !event.cues.is_empty() {
        let cues: Vec<String> = event.cues.iter().map(|c| format!("“{}”", c.text)).collect();
        let gap = if words.is_empty() { "" } else { " " };
        words = format!("{words}{gap}({})", cues.join(", "));
    }
    words
}

/// How something is told that did not take place.
fn supposed(modality: Modality) -> &'static str {
    match modality {
        Modality::Desired => "wanted",
        Modality::Asked => "asked",
        Modality::Evaluative => "called for",
        _ => "supposed",
    }
}
