//! The table: one row an event, flat, so that any program of tables opens it.

use cubaru::{
    Claim, ClaimKind, Document, Event, Metadata, Participant, Words,
    table::{Cell, Column, Kind},
};
use serde::{Deserialize, Serialize};

macro_rules! of {
    (Number) => { u32 };
    ($text:ident) => { Option<String> };
}

macro_rules! table {
    ($($(#[$doc:meta])* $name:ident: $kind:ident,)*) => {
        /// One event of one document. Several values of a cell are parted by `; `.
        #[derive(Debug, Default, Serialize, Deserialize)]
        pub(super) struct Row {
            $($(#[$doc])* pub $name: of!($kind),)*
        }

        /// The columns, in order.
        pub(super) const COLUMNS: &[Column] = &[$((stringify!($name), Kind::$kind)),*];

        impl Row {
            /// The cells, in the order of the columns.
            pub fn cells(self) -> Vec<Cell> {
                vec![$(Cell::$kind(self.$name.into())),*]
            }
        }
    };
}

table! {
    /// The record's own id; its place where it has none.
    id: Text,
    /// The SHA-256 of the text.
    sha256: Text,
    /// When the document was published, as given.
    published: Text,
    /// The claim's id, made of its content.
    event: Text,
    /// The act.
    class: Text,
    /// What PLOVER codes.
    plover: Text,
    /// PLOVER's mode.
    mode: Text,
    /// PLOVER's quad class.
    quad: Text,
    /// The CAMEO code.
    cameo: Text,
    /// What became of it.
    status: Text,
    /// The certainty, seen from the author.
    certainty: Text,
    /// When, as EDTF.
    date: Text,
    /// The first day it can have been.
    earliest: Day,
    /// The last day it can have been.
    latest: Day,
    /// Where: the country's code.
    place: Text,
    /// Who acts: codes.
    actor: Text,
    /// Who acts: words.
    actor_words: Text,
    /// To whom: codes.
    recipient: Text,
    /// To whom: words.
    recipient_words: Text,
    /// The words that state the act.
    trigger: Text,
    /// In whose words it stands, outermost first; empty where the author speaks.
    speakers: Text,
    /// Where the quote begins in the text, in code points.
    start: Number,
    /// Where it ends.
    end: Number,
    /// The sentence that states it.
    quote: Text,
}

/// The rows of a document, whose offsets count code points.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let claims = document.claims().iter().filter(|c| c.kind == ClaimKind::Event);
    let stated = claims.filter_map(|claim| Some((claim, document.events().get(claim.item as usize)?)));
    stated.map(|(claim, event)| row(document, claim, event)).collect()
}

fn row(document: &Document, claim: &Claim, event: &Event) -> Row {
    let Metadata { id, published, .. } = document.source().clone();
    let speakers = claim.speakers.iter().map(|s| if s.source.is_empty() { "?".into() } else { words(&s.source) });
    let evidence = claim.evidence.first();
    let some = |text: String| (!text.is_empty()).then_some(text);
    Row {
        id,
        sha256: Some(document.sha256().into()),
        published,
        event: Some(claim.id.clone()),
        class: Some(event.class.name().into()),
        plover: event.plover.as_ref().map(|c| c.name().into()),
        mode: event.mode.clone(),
        quad: event.class.quad().map(String::from),
        cameo: event.cameo.clone(),
        status: Some(event.status.name().into()),
        certainty: Some(event.certainty.code().into()),
        date: event.date.clone(),
        earliest: event.earliest.clone(),
        latest: event.latest.clone(),
        place: event.place.as_ref().and_then(|p| p.code.clone()),
        actor: some(codes(&event.actor)),
        actor_words: some(names(&event.actor)),
        recipient: some(codes(&event.recipient)),
        recipient_words: some(names(&event.recipient)),
        trigger: some(words(&event.trigger)),
        speakers: some(speakers.collect::<Vec<_>>().join(" > ")),
        start: evidence.map_or(0, |e| e.position.start),
        end: evidence.map_or(0, |e| e.position.end),
        quote: evidence.map(|e| e.quote.exact.clone()),
    }
}

/// Codes, one for each; `?` where somebody has none.
fn codes(list: &[Participant]) -> String {
    list.iter().map(|p| p.code.as_deref().unwrap_or("?")).collect::<Vec<_>>().join("; ")
}

fn names(list: &[Participant]) -> String {
    list.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("; ")
}

fn words(list: &[Words]) -> String {
    list.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" … ")
}
