//! The table: one row an event, flat, so that any program of tables opens it.

use cubaru::{Claim, ClaimKind, Document, Event, Metadata, Participant, Words};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a cell can hold.
pub(super) trait Cell {
    /// Whether it is a whole number, always there; else it is text that can be missing.
    const NUMBER: bool;
    /// As text; none where it is missing.
    fn text(&self) -> Option<Cow<'_, str>>;
}

impl Cell for Option<String> {
    const NUMBER: bool = false;

    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_deref().map(Cow::Borrowed)
    }
}

impl Cell for u32 {
    const NUMBER: bool = true;

    fn text(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

/// A column: its name, and whether it holds numbers.
pub(super) struct Column {
    pub name: &'static str,
    pub number: bool,
}

macro_rules! table {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)*) => {
        /// One event of one document. Several values of a cell are parted by `; `.
        #[derive(Debug, Default, Serialize, Deserialize)]
        pub(super) struct Row {
            $($(#[$doc])* pub $name: $type,)*
        }

        /// The columns, in order.
        pub(super) const COLUMNS: &[Column] = &[$(Column { name: stringify!($name), number: <$type as Cell>::NUMBER }),*];

        impl Row {
            /// The cells, in the order of the columns.
            pub fn cells(&self) -> Vec<Option<Cow<'_, str>>> {
                vec![$(self.$name.text()),*]
            }
        }
    };
}

table! {
    /// The record's own id; its place where it has none.
    id: Option<String>,
    /// The SHA-256 of the text.
    sha256: Option<String>,
    /// When the document was published, as given.
    published: Option<String>,
    /// The claim's id, made of its content.
    event: Option<String>,
    /// The act.
    class: Option<String>,
    /// What PLOVER codes.
    plover: Option<String>,
    /// PLOVER's mode.
    mode: Option<String>,
    /// PLOVER's quad class.
    quad: Option<String>,
    /// The CAMEO code.
    cameo: Option<String>,
    /// What became of it.
    status: Option<String>,
    /// The certainty, seen from the author.
    certainty: Option<String>,
    /// When, as EDTF.
    date: Option<String>,
    /// The first day it can have been.
    earliest: Option<String>,
    /// The last day it can have been.
    latest: Option<String>,
    /// Where: the country's code.
    place: Option<String>,
    /// Who acts: codes.
    actor: Option<String>,
    /// Who acts: words.
    actor_words: Option<String>,
    /// To whom: codes.
    recipient: Option<String>,
    /// To whom: words.
    recipient_words: Option<String>,
    /// The words that state the act.
    trigger: Option<String>,
    /// In whose words it stands, outermost first; empty where the author speaks.
    speakers: Option<String>,
    /// Where the quote begins in the text, in code points.
    start: u32,
    /// Where it ends.
    end: u32,
    /// The sentence that states it.
    quote: Option<String>,
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
