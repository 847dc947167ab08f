//! What a knowledge base keeps of a document.
//!
//! A row names its document by the hash of the text and itself by `item`, its place in the document's list of that kind; `id` is made of
//! both, and the same wherever and whenever the text is read. Places count bytes of the document's text.

use crate::{ClaimKind, Evidence, Metadata, Speaker};
use cubaru_parse::{
    Approximation, Certainty, MentionKind, Modality, Participant, QuantityKind, Span, Status, TimexType, Words, span::Spans, spans,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// Which document: the SHA-256 of its text. Printed and serialised in hexadecimal, and sorted as that is.
///
/// ```
/// use cubaru_model::DocumentId;
/// let id = DocumentId::of("Cuba and Russia agreed.");
/// assert_eq!(id.to_string().parse(), Ok(id));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId([u8; 32]);

impl DocumentId {
    /// The id of a text.
    pub fn of(text: &str) -> Self {
        Self(crate::id::digest(text.as_bytes()))
    }

    /// The id of one of its items: the first 16 digits of the document's id, what the item is (`e` an event, `t` a tenure) and its number.
    pub fn item(&self, kind: char, item: u32) -> String {
        let start = &self.to_string()[..16];
        format!("{start}.{kind}{item}")
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DocumentId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DocumentId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"description": "Which document: the SHA-256 of its text's UTF-8 bytes, in hexadecimal.", "type": "string"})
    }
}

/// Text that is no [`DocumentId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDocumentId;

impl FromStr for DocumentId {
    type Err = NoDocumentId;

    /// Reads 64 hexadecimal digits.
    fn from_str(hex: &str) -> Result<Self, NoDocumentId> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return Err(NoDocumentId);
        }
        let value = |digit: u8| char::from(digit).to_digit(16).ok_or(NoDocumentId);
        let mut id = [0; 32];
        for (byte, pair) in id.iter_mut().zip(digits.chunks(2)) {
            *byte = (value(pair[0])? * 16 + value(pair[1])?) as u8;
        }
        Ok(Self(id))
    }
}

impl Serialize for DocumentId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'d> Deserialize<'d> for DocumentId {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        hex.parse().map_err(|_| D::Error::custom("no SHA-256 in hexadecimal"))
    }
}

macro_rules! rows {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $item
    )* };
}

rows! {
    /// All rows of one document.
    pub struct Rows {
        /// The document itself.
        pub document: DocumentRow,
        /// Who and what it speaks of.
        pub entities: Vec<EntityRow>,
        /// The words for them.
        pub mentions: Vec<MentionRow>,
        /// Who did what to whom.
        pub events: Vec<EventRow>,
        /// Who holds which post.
        pub tenures: Vec<TenureRow>,
        /// What is stated, by whom, where.
        pub claims: Vec<ClaimRow>,
        /// Time expressions.
        pub times: Vec<TimeRow>,
        /// Numbers, money, shares.
        pub quantities: Vec<QuantityRow>,
    }
    /// A document.
    pub struct DocumentRow {
        /// Its id: the SHA-256 of the text's UTF-8 bytes.
        pub sha256: DocumentId,
        /// What was known of it before it was read.
        pub source: Metadata,
        /// The text; empty where only the documents are asked for, and then left out of JSON.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub text: String,
        /// Its own date, given or worked out, as EDTF.
        pub date: Option<String>,
        /// The first day that date can be, as `YYYY-MM-DD`.
        pub earliest: Option<String>,
        /// The last day it can be; `9999-12-31` where nothing tells.
        pub latest: Option<String>,
    }
    /// An entity of one document: all mentions there that mean the same.
    pub struct EntityRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's entities.
        pub item: u32,
        /// What it is: PER, ORG, LOC, NORP or NOM.
        pub kind: MentionKind,
        /// Its fullest name there.
        pub name: String,
        /// Its actor code.
        pub code: Option<String>,
        /// `f` or `m`, where a name or pronoun tells.
        pub gender: Option<String>,
        /// The entities that it is made of, as places in the document's entities.
        pub members: Vec<u32>,
        /// The word lists that know one of its mentions (`countries`, `places`, `leaders` …), sorted.
        pub lists: Vec<String>,
    }
    /// Words that mention an entity.
    pub struct MentionRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's mentions.
        pub item: u32,
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// PER, ORG, LOC, NORP, PRON or NOM.
        pub kind: MentionKind,
        /// The place of its entity in the document's entities.
        pub entity: Option<u32>,
        /// Its actor code here.
        pub code: Option<String>,
    }
    /// An event as one document tells it.
    pub struct EventRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's events.
        pub item: u32,
        /// Its id.
        pub id: String,
        /// The act: a PLOVER class, `SAY`, a state, or a class of your own rules.
        pub class: String,
        /// What PLOVER would code: a promised visit is AGREE.
        #[serde(rename = "type")]
        pub plover: Option<String>,
        /// PLOVER's mode: `visit`, `meet`, `demo` …
        pub mode: Option<String>,
        /// PLOVER's contexts, sorted: what it is about besides the act.
        pub contexts: Vec<String>,
        /// The quad class of the act: `VERBAL COOPERATION` …
        pub quad: Option<String>,
        /// The CAMEO code.
        pub cameo: Option<String>,
        /// The words that state it.
        pub trigger: Vec<Words>,
        /// Who acts; of a reciprocal event, all.
        pub actor: Vec<Participant>,
        /// To whom.
        pub recipient: Vec<Participant>,
        /// Where.
        pub place: Option<Participant>,
        /// The place of its date in the document's times.
        pub time: Option<u32>,
        /// When, as EDTF.
        pub date: Option<String>,
        /// The first day it can have been, as `YYYY-MM-DD`.
        pub earliest: Option<String>,
        /// The last day it can have been.
        pub latest: Option<String>,
        /// The certainty, seen from the document's author.
        pub certainty: Certainty,
        /// What became of it.
        pub status: Status,
        /// How it is stated.
        pub modality: Modality,
        /// The words that make it less than certain and actual.
        pub cues: Vec<Words>,
    }
    /// A holding of a post, as one document attests it.
    pub struct TenureRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's offices.
        pub item: u32,
        /// Its id.
        pub id: String,
        /// The person's name.
        pub person: Words,
        /// The place of the person in the document's entities.
        pub entity: Option<u32>,
        /// The post's words.
        pub post: Words,
        /// The post as the list of posts has it; its words in small letters where the list knows none.
        pub post_name: String,
        /// The words that name the body.
        pub body: Option<Words>,
        /// The country (ISO 3166-1 alpha-3).
        pub country: Option<String>,
        /// Whether the text says that the holding has ended.
        pub former: bool,
        /// Whether the holder is acting.
        pub acting: bool,
        /// When the text attests it, as EDTF.
        pub attested_at: Option<String>,
        /// The first day of that, as `YYYY-MM-DD`.
        pub earliest: Option<String>,
        /// The last day of that.
        pub latest: Option<String>,
    }
    /// One statement by one source at one place.
    pub struct ClaimRow {
        /// The document.
        pub document: DocumentId,
        /// Its id, from the text's hash, what is stated, and where.
        pub id: String,
        /// What is stated: an event, a holding of a post, or that something was said.
        pub kind: ClaimKind,
        /// The place of what is stated in the document's events, offices or attributions.
        pub item: u32,
        /// The chain of speakers in whose words it stands, outermost first; empty where the document's author speaks.
        pub speakers: Vec<Speaker>,
        /// Who makes the statement, where the claim is that something was said; the attribution is `item`.
        pub statement: Option<Speaker>,
        /// What was said, where the claim is that something was said.
        pub content: Vec<Words>,
        /// The certainty, seen from the document's author.
        pub certainty: Certainty,
        /// What became of it.
        pub status: Status,
        /// How it is stated.
        pub modality: Modality,
        /// The sentence that states it.
        pub evidence: Vec<Evidence>,
    }
    /// A time expression.
    pub struct TimeRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's times.
        pub item: u32,
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// TIMEX3's type.
        #[serde(rename = "type")]
        pub kind: TimexType,
        /// TIMEX3's value: `2023-05`, `P5M` …
        pub value: String,
        /// TIMEX3's mod.
        #[serde(rename = "mod")]
        pub modifier: Option<String>,
        /// EDTF, where it lies on the calendar.
        pub edtf: Option<String>,
        /// The first day it can mean, as `YYYY-MM-DD`.
        pub earliest: Option<String>,
        /// The last day it can mean.
        pub latest: Option<String>,
    }
    /// A number, an amount of money, a share.
    pub struct QuantityRow {
        /// The document.
        pub document: DocumentId,
        /// Its place in the document's quantities.
        pub item: u32,
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// What it measures.
        pub kind: QuantityKind,
        /// The value in decimal digits, or a fraction such as `1/3`.
        pub value: String,
        /// The currency (ISO 4217), for money.
        pub unit: Option<String>,
        /// How exact the words make it.
        pub approximation: Approximation,
    }
}

impl Rows {
    /// Whether every row is of this document, and stands at the place that it tells.
    pub(crate) fn is_whole(&self) -> bool {
        let id = self.document.sha256;
        let at =
            |rows: &mut dyn Iterator<Item = (DocumentId, u32)>| rows.zip(0..).all(|((document, item), at)| document == id && item == at);
        let events = self.events.iter().all(|e| e.id == id.item('e', e.item));
        let tenures = self.tenures.iter().all(|t| t.id == id.item('t', t.item));
        events
            && tenures
            && at(&mut self.entities.iter().map(|r| (r.document, r.item)))
            && at(&mut self.mentions.iter().map(|r| (r.document, r.item)))
            && at(&mut self.events.iter().map(|r| (r.document, r.item)))
            && at(&mut self.tenures.iter().map(|r| (r.document, r.item)))
            && at(&mut self.times.iter().map(|r| (r.document, r.item)))
            && at(&mut self.quantities.iter().map(|r| (r.document, r.item)))
            && self.claims.iter().all(|c| c.document == id)
    }
}

impl ClaimRow {
    /// Whose words it is, innermost last: the chain of speakers, and of a statement who makes it.
    pub fn voices(&self) -> impl DoubleEndedIterator<Item = &Speaker> {
        self.speakers.iter().chain(&self.statement)
    }

    /// The place of its evidence as one span.
    pub fn span(&self) -> Option<Span> {
        self.evidence.iter().map(|e| e.position).reduce(Span::cover)
    }
}

spans!(MentionRow: here);
spans!(EventRow: trigger, actor, recipient, place, cues);
spans!(TenureRow: person, post, body);
spans!(ClaimRow: speakers, statement, content, evidence);
spans!(TimeRow: here);
spans!(QuantityRow: here);

impl Spans for Rows {
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
        self.mentions.spans(f);
        self.events.spans(f);
        self.tenures.spans(f);
        self.claims.spans(f);
        self.times.spans(f);
        self.quantities.spans(f);
    }
}
