//! Rows as they leave a knowledge base: with who is who, who says so, and the words.

use crate::{
    ClaimKind, Evidence, Speaker,
    base::{BaseError, ClaimRow, DocumentId, EventRow, Found, Sig, TenureRow},
    resolve::Known,
};
use cubaru_parse::{Certainty, Modality, Participant, Status, Words, spans};
use serde::Serialize;
use std::collections::BTreeMap;

/// Somebody who takes part, or the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Party {
    /// The id of the entity in the base; none for descriptions ("the officials") and for words that no entity stands behind.
    pub id: Option<String>,
    /// Its name in the base, or in the document.
    pub name: Option<String>,
    /// The actor code.
    pub code: Option<String>,
    /// Where the words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// One speaker of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voice {
    /// The id of the entity in the base.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The words that name the speaker.
    pub source: Vec<Words>,
    /// The words that attribute.
    pub cue: Vec<Words>,
    /// The certainty, seen from this speaker.
    pub certainty: Certainty,
}

/// An event as one document tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventFact {
    /// Its id.
    pub id: String,
    /// The document: the SHA-256 of its text.
    pub document: DocumentId,
    /// The act: a PLOVER class, `SAY` or a state.
    pub class: String,
    /// What PLOVER would code.
    #[serde(rename = "type")]
    pub plover: Option<String>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// PLOVER's contexts.
    pub contexts: Vec<String>,
    /// The quad class.
    pub quad: Option<String>,
    /// The CAMEO code.
    pub cameo: Option<String>,
    /// When, as EDTF.
    pub date: Option<String>,
    /// The first day it can have been.
    pub earliest: Option<String>,
    /// The last day it can have been.
    pub latest: Option<String>,
    /// Whether the day is not known exactly.
    pub uncertain: bool,
    /// Who acts.
    pub actor: Vec<Party>,
    /// To whom.
    pub recipient: Vec<Party>,
    /// Where.
    pub place: Option<Party>,
    /// The certainty, seen from the document's author.
    pub certainty: Certainty,
    /// What became of it.
    pub status: Status,
    /// How it is stated.
    pub modality: Modality,
    /// Who says so, outermost first; empty where the document's author speaks.
    pub speakers: Vec<Voice>,
    /// The words that state it.
    pub trigger: Vec<Words>,
    /// The sentence that states it.
    pub evidence: Vec<Evidence>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimFact {
    /// Its id.
    pub id: String,
    /// The document: the SHA-256 of its text.
    pub document: DocumentId,
    /// What is stated.
    pub kind: ClaimKind,
    /// The id of the event or holding that is stated.
    pub item: Option<String>,
    /// In whose words it stands, outermost first; of a statement, who makes it comes last.
    pub speakers: Vec<Voice>,
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

/// A holding of a post, as one document attests it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TenureFact {
    /// Its id.
    pub id: String,
    /// The document: the SHA-256 of its text.
    pub document: DocumentId,
    /// The id of the person in the base.
    pub person_id: Option<String>,
    /// The person's name in the base.
    pub name: Option<String>,
    /// The person's words.
    pub person: Words,
    /// The post as the list of posts has it.
    pub post_name: String,
    /// The post's words.
    pub post: Words,
    /// The words that name the body.
    pub body: Option<Words>,
    /// The country (alpha-3).
    pub country: Option<String>,
    /// Whether the text says that the holding has ended.
    pub former: bool,
    /// Whether the holder is acting.
    pub acting: bool,
    /// When the text attests it, as EDTF.
    pub attested_at: Option<String>,
    /// The first day of that.
    pub earliest: Option<String>,
    /// The last day of that.
    pub latest: Option<String>,
    /// Who says so.
    pub speakers: Vec<Voice>,
    /// The sentence that states it.
    pub evidence: Vec<Evidence>,
}

spans!(Party: here);
spans!(Voice: source, cue);
spans!(EventFact: actor, recipient, place, speakers, trigger, evidence);
spans!(ClaimFact: speakers, content, evidence);
spans!(TenureFact: person, post, body, speakers, evidence);

type Sigs = BTreeMap<u32, Sig>;

/// Looks up who is who, for the entities of one row.
struct Looker<'a> {
    sigs: Sigs,
    known: &'a dyn Known,
}

impl Looker<'_> {
    /// The id and the name of an entity of the document.
    fn who(&self, entity: Option<u32>) -> Result<(Option<String>, Option<String>), BaseError> {
        entity.and_then(|e| self.sigs.get(&e)).map_or(Ok((None, None)), |sig| self.known.who(*sig))
    }

    fn party(&self, participant: Participant) -> Result<Party, BaseError> {
        let (id, name) = self.who(participant.entity)?;
        let Participant { start, end, text, code, .. } = participant;
        Ok(Party { id, name, code, start, end, text })
    }

    fn parties(&self, all: Vec<Participant>) -> Result<Vec<Party>, BaseError> {
        all.into_iter().map(|p| self.party(p)).collect()
    }

    fn voices<'c>(&self, speakers: impl IntoIterator<Item = &'c Speaker>) -> Result<Vec<Voice>, BaseError> {
        let voice = |speaker: &Speaker| {
            let (id, name) = self.who(speaker.entity)?;
            let Speaker { source, cue, certainty, .. } = speaker.clone();
            Ok(Voice { id, name, source, cue, certainty })
        };
        speakers.into_iter().map(voice).collect()
    }
}

impl EventFact {
    pub(crate) fn of(found: Found<EventRow>, known: &dyn Known) -> Result<Self, BaseError> {
        let Found { row, claim, sigs } = found;
        let looker = Looker { sigs, known };
        Ok(Self {
            speakers: looker.voices(claim.iter().flat_map(|c| &c.speakers))?,
            evidence: claim.map(|c| c.evidence).unwrap_or_default(),
            actor: looker.parties(row.actor)?,
            recipient: looker.parties(row.recipient)?,
            place: row.place.map(|p| looker.party(p)).transpose()?,
            uncertain: row.earliest.is_none() || row.earliest != row.latest,
            id: row.id,
            document: row.document,
            class: row.class,
            plover: row.plover,
            mode: row.mode,
            contexts: row.contexts,
            quad: row.quad,
            cameo: row.cameo,
            date: row.date,
            earliest: row.earliest,
            latest: row.latest,
            certainty: row.certainty,
            status: row.status,
            modality: row.modality,
            trigger: row.trigger,
        })
    }
}

impl ClaimFact {
    pub(crate) fn of(found: Found<ClaimRow>, known: &dyn Known) -> Result<Self, BaseError> {
        let Found { row, sigs, .. } = found;
        let item = match row.kind {
            ClaimKind::Event => Some(row.document.item('e', row.item)),
            ClaimKind::Office => Some(row.document.item('t', row.item)),
            ClaimKind::Statement => None,
        };
        let speakers = Looker { sigs, known }.voices(row.voices())?;
        let ClaimRow { document, id, kind, content, certainty, status, modality, evidence, .. } = row;
        Ok(Self { id, document, kind, item, speakers, content, certainty, status, modality, evidence })
    }
}

impl TenureFact {
    pub(crate) fn of(found: Found<TenureRow>, known: &dyn Known) -> Result<Self, BaseError> {
        let Found { row, claim, sigs } = found;
        let looker = Looker { sigs, known };
        let (person_id, name) = looker.who(row.entity)?;
        Ok(Self {
            speakers: looker.voices(claim.iter().flat_map(|c| &c.speakers))?,
            evidence: claim.map(|c| c.evidence).unwrap_or_default(),
            person_id,
            name,
            id: row.id,
            document: row.document,
            person: row.person,
            post_name: row.post_name,
            post: row.post,
            body: row.body,
            country: row.country,
            former: row.former,
            acting: row.acting,
            attested_at: row.attested_at,
            earliest: row.earliest,
            latest: row.latest,
        })
    }
}
