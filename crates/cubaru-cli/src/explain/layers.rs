//! Every value of a document that covers a place, in the order of the floors.

use crate::{
    page::{Ink, Piece, piece},
    report::{View, cover, fact},
};
use cubaru::{AttributionKind, MentionKind, Participant, Span, Why, Words};
use serde::Serialize;

/// A value with its reason.
pub(super) struct Value<'a> {
    /// The layer it stands in.
    pub layer: &'static str,
    /// What it says.
    pub fact: Vec<Piece>,
    /// Its words.
    pub span: Span,
    /// Which of its words were asked about, where it has several kinds.
    pub role: &'static str,
    /// The rule and the list entries.
    pub why: Option<&'a Why>,
}

/// The layers that tell what a text says, as opposed to how it is laid out.
pub(super) const TELLING: [&str; 6] = ["quantity", "time", "mention", "office", "attribution", "event"];

/// The values that cover `focus`.
pub(super) fn values<'a>(view: &View<'a>, focus: Span) -> Vec<Value<'a>> {
    let document = view.document;
    let mut values = Vec::new();
    let mut add = |layer, span: Span, fact: Vec<Piece>, role, why| values.push(Value { layer, fact, span, role, why });
    let here = |start, end| touches(Span { start, end }, focus);
    for x in document.parts().iter().filter(|x| here(x.start, x.end)) {
        add("part", Span { start: x.start, end: x.end }, vec![name(&x.kind)], "", Some(&x.why));
    }
    for x in document.quotations().iter().filter(|x| here(x.start, x.end)) {
        let fact = vec![piece(format!("depth {}, closed by: {}", x.depth, name(&x.closing).text()), Ink::Plain)];
        add("quotation", Span { start: x.start, end: x.end }, fact, "", None);
    }
    for x in document.repairs().iter().filter(|x| here(x.start, x.end)) {
        let fact = vec![piece(fact::repair(x), Ink::Plain)];
        add("repair", Span { start: x.start, end: x.end }, fact, "", Some(&x.why));
    }
    for x in document.quantities().iter().filter(|x| here(x.start, x.end)) {
        let value = [Some(&x.value), x.unit.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let fact = vec![name(&x.kind), piece(value, Ink::Bold), piece(format!("({})", name(&x.approximation).text()), Ink::Faint)];
        add("quantity", Span { start: x.start, end: x.end }, fact, "", Some(&x.why));
    }
    for x in document.times().iter().filter(|x| here(x.start, x.end)) {
        let mut fact = vec![name(&x.kind), piece(&x.value, Ink::Bold)];
        fact.extend(x.modifier.as_ref().map(|m| piece(m, Ink::Plain)));
        fact.extend(x.edtf.as_ref().map(|e| piece(format!("EDTF {e}"), Ink::Faint)));
        if let (Some(a), Some(b)) = (&x.earliest, &x.latest) {
            fact.push(piece(format!("({a} to {b})"), Ink::Faint));
        }
        add("time", Span { start: x.start, end: x.end }, fact, "", Some(&x.why));
    }
    for x in document.mentions().iter().filter(|x| here(x.start, x.end)) {
        let mut fact = vec![name(&x.kind)];
        match x.entity {
            Some(_) => fact.push(piece(view.name(x.entity, &x.text), Ink::Bold)),
            None if matches!(x.kind, MentionKind::Pron | MentionKind::Nom) => fact.push(piece("of nobody found", Ink::Doubt)),
            None => {}
        }
        fact.extend(x.code.as_ref().map(|c| piece(format!("({c})"), Ink::Faint)));
        add("mention", Span { start: x.start, end: x.end }, fact, "", Some(&x.why));
    }
    for x in document.offices() {
        let body = x.body.as_ref().map(Words::span);
        let Some(role) = first(&[("person", Some(x.person.span())), ("post", Some(x.post.span())), ("body", body)], focus) else {
            continue;
        };
        let mut fact = vec![piece(view.name(x.entity, &x.person.text), Ink::Bold)];
        fact.extend(fact::post(view, x));
        let span = x.person.span().cover(x.post.span());
        add("office", body.map_or(span, |b| b.cover(span)), fact, role, Some(&x.why));
    }
    for x in document.attributions() {
        let roles = [("source", &x.source), ("cue", &x.cue), ("content", &x.content)];
        let Some((role, words)) = roles.into_iter().find(|(_, w)| w.iter().any(|w| touches(w.span(), focus))) else { continue };
        let kind = match x.kind {
            AttributionKind::Direct => "direct",
            AttributionKind::Indirect => "indirect",
            AttributionKind::Mixed => "mixed",
        };
        let mut fact = vec![piece(kind, Ink::Plain)];
        fact.extend(fact::saying(view, x));
        add("attribution", cover(words).unwrap_or_default(), fact, role, Some(&x.why));
    }
    for x in document.events() {
        let spans = |list: &[Participant]| list.iter().map(|p| Span { start: p.start, end: p.end }).find(|s| touches(*s, focus));
        let words = |list: &[Words]| list.iter().map(Words::span).find(|s| touches(*s, focus));
        let roles = [
            ("trigger", words(&x.trigger)),
            ("actor", spans(&x.actor)),
            ("recipient", spans(&x.recipient)),
            ("place", spans(x.place.as_slice())),
            ("cue", words(&x.cues)),
        ];
        let Some(role) = first(&roles, focus) else { continue };
        add("event", cover(&x.trigger).unwrap_or_default(), fact::event(view, x), role, Some(&x.why));
    }
    for x in document.date().iter().filter(|x| x.evidence.iter().any(|w| touches(w.span(), focus))) {
        let fact = vec![piece(&x.edtf, Ink::Bold), piece("the document's date", Ink::Faint)];
        add("date", cover(&x.evidence).unwrap_or_default(), fact, "", Some(&x.why));
    }
    for x in document.diagnostics() {
        if let Some(span) = x.span.filter(|s| touches(*s, focus)) {
            add("remark", span, vec![piece(format!("{}: {}", x.code, x.message), Ink::Doubt)], "", None);
        }
    }
    values
}

/// Whether two spans share a place; an empty one stands at its offset.
pub(super) fn touches(span: Span, focus: Span) -> bool {
    if focus.is_empty() { span.start <= focus.start && focus.start < span.end } else { span.overlaps(focus) }
}

fn first(roles: &[(&'static str, Option<Span>)], focus: Span) -> Option<&'static str> {
    roles.iter().find(|(_, span)| span.is_some_and(|s| touches(s, focus))).map(|(role, _)| *role)
}

/// The name that a kind has in JSON.
fn name(kind: &impl Serialize) -> Piece {
    let json = serde_json::to_value(kind).unwrap_or_default();
    piece(json.as_str().unwrap_or_default(), Ink::Plain)
}
