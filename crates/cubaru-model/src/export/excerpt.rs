//! What is exported: a whole base, or what a question finds in it.

use crate::{
    ClaimKind,
    base::{Base, BaseError, DocumentId, DocumentRow, Rows, Signature},
    check::{Finding, Side},
    query::{About, ClaimFact, EventFact, Party, Query, TenureFact, Voice},
    resolve::{Merged, Story},
};
use cubaru_parse::{Offsets, Unit, Words, span::Spans};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A place in a document, in code points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The document: the SHA-256 of its text.
    pub document: DocumentId,
    /// Where the words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// An entity of the base with the places that mention it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityFact {
    /// Its id in the base.
    pub id: String,
    /// `person`, `body`, `place`, `country` or `people`.
    pub kind: String,
    /// Its commonest name.
    pub name: String,
    /// All its names, sorted.
    pub names: Vec<String>,
    /// The commonest of its fullest actor codes.
    pub code: Option<String>,
    /// Where it is mentioned, by document and in the order of the words.
    pub mentions: Vec<Place>,
}

/// What is exported, with places in code points. Lists are in the base's own order: documents by date, events by their bounds, claims by document,
/// tenures by the time that attests them, entities by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The documents, without their texts.
    pub documents: Vec<DocumentRow>,
    /// Who and what they speak of.
    pub entities: Vec<EntityFact>,
    /// Who did what to whom, as documents tell it.
    pub events: Vec<EventFact>,
    /// Which of these are one event: told by several reports of the excerpt.
    pub stories: Vec<Story>,
    /// What is stated, by whom, where.
    pub claims: Vec<ClaimFact>,
    /// Who holds which post.
    pub tenures: Vec<TenureFact>,
    /// What checks found, where they were made.
    pub findings: Option<Vec<Finding>>,
}

impl Excerpt {
    /// All of a base.
    pub fn whole(base: &Base) -> Result<Self, BaseError> {
        let excerpt = Self {
            events: base.events(&Query::events())?,
            claims: base.claims(&Query::claims())?,
            tenures: base.tenures(&Query::tenures())?,
            ..Self::default()
        };
        excerpt.complete(base, None)
    }

    /// The events that a question finds, with the claims that state them, those who take part, speak or are the place, the posts that these
    /// hold, and the documents that tell all this.
    ///
    /// # Errors
    /// `bad-value` where the question is not for events.
    pub fn of(base: &Base, query: &Query) -> Result<Self, BaseError> {
        if query.about != About::Events {
            return Err(BaseError::BadValue { given: query.about.name().into(), expected: "question for events" });
        }
        let events = base.events(query)?;
        let ids: BTreeSet<&str> = events.iter().map(|e| e.id.as_str()).collect();
        // What an attribution tells (`SAY`) is stated by the claim that somebody said something.
        let said: BTreeSet<(DocumentId, &[Words])> =
            events.iter().filter(|e| e.class == "SAY").map(|e| (e.document, &e.trigger[..])).collect();
        let stated = |c: &ClaimFact| match c.kind {
            ClaimKind::Event => c.item.as_ref().is_some_and(|i| ids.contains(i.as_str())),
            ClaimKind::Statement => c.speakers.last().is_some_and(|v| said.contains(&(c.document, &v.cue[..]))),
            ClaimKind::Office => false,
        };
        let mut claims: Vec<ClaimFact> = base.claims(&Query::claims())?.into_iter().filter(stated).collect();
        let parties = events.iter().flat_map(|e| e.actor.iter().chain(&e.recipient).chain(&e.place)).map(|p: &Party| &p.id);
        let voices = events.iter().flat_map(|e| &e.speakers).map(|v: &Voice| &v.id);
        let who: BTreeSet<String> = parties.chain(voices).flatten().cloned().collect();
        let held = |t: &TenureFact| t.person_id.as_ref().is_some_and(|p| who.contains(p));
        let tenures: Vec<TenureFact> = base.tenures(&Query::tenures())?.into_iter().filter(held).collect();
        let holdings: BTreeSet<&str> = tenures.iter().map(|t| t.id.as_str()).collect();
        let office = |c: &ClaimFact| c.kind == ClaimKind::Office && c.item.as_ref().is_some_and(|i| holdings.contains(i.as_str()));
        claims.extend(base.claims(&Query::claims())?.into_iter().filter(office));
        let excerpt = Self { events, claims, tenures, ..Self::default() };
        excerpt.complete(base, Some(&who))
    }

    /// Adds documents and entities, and counts places in code points.
    fn complete(mut self, base: &Base, who: Option<&BTreeSet<String>>) -> Result<Self, BaseError> {
        let events = self.events.iter().map(|e| e.document);
        let told: BTreeSet<DocumentId> =
            events.chain(self.claims.iter().map(|c| c.document)).chain(self.tenures.iter().map(|t| t.document)).collect();
        let view = base.view()?;
        let who_is: HashMap<&Signature, &Merged> = view
            .entities()
            .into_iter()
            .flat_map(|e| e.sigs.iter().map(move |s| (*s, e)))
            .filter_map(|(sig, e)| Some((view.signature(sig)?, e)))
            .collect();
        let mut texts: BTreeMap<DocumentId, (Offsets, String)> = BTreeMap::new();
        let mut mentions: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for document in base.documents()? {
            if who.is_some() && !told.contains(&document.sha256) {
                continue;
            }
            let Some(mut rows) = base.rows(document.sha256)? else { continue };
            let text = std::mem::take(&mut rows.document.text);
            let offsets = Offsets::new(&text);
            rows.mentions.spans(&mut points(&text, &offsets));
            for (id, place) in places(&rows, &who_is) {
                mentions.entry(id).or_default().push(place);
            }
            texts.insert(document.sha256, (offsets, text));
            self.documents.push(document);
        }
        let here: BTreeSet<&str> = self.events.iter().map(|e| e.id.as_str()).collect();
        for mut story in base.stories()? {
            story.events.retain(|e| here.contains(e.as_str()));
            self.stories.extend((story.events.len() > 1).then_some(story));
        }
        let order: HashMap<DocumentId, usize> = self.documents.iter().enumerate().map(|(i, d)| (d.sha256, i)).collect();
        self.claims.sort_by_key(|c| (order.get(&c.document).copied(), c.evidence.first().map(|e| e.position), c.id.clone()));
        for (document, spans) in self.facts() {
            if let Some((offsets, text)) = texts.get(&document) {
                spans.spans(&mut points(text, offsets));
            }
        }
        for entity in view.entities() {
            let wanted = who.is_none_or(|w| w.contains(&entity.id));
            let Some(mut mentions) = mentions.remove(entity.id.as_str()).filter(|_| wanted) else { continue };
            mentions.sort_by_key(|m| (order.get(&m.document).copied(), m.start, m.end));
            let Merged { id, kind, name, names, code, .. } = entity.clone();
            self.entities.push(EntityFact { id, kind, name, names, code, mentions });
        }
        Ok(self)
    }

    /// The same with what checks found in its documents. Places of the findings count code points.
    pub fn checked(mut self, findings: Vec<Finding>) -> Self {
        let here: BTreeSet<DocumentId> = self.documents.iter().map(|d| d.sha256).collect();
        let within = |f: &Finding| sides(f).all(|s| here.contains(&s.document));
        self.findings = Some(findings.into_iter().filter(within).collect());
        self
    }

    fn facts(&mut self) -> impl Iterator<Item = (DocumentId, &mut dyn Spans)> {
        let events = self.events.iter_mut().map(|e| (e.document, e as &mut dyn Spans));
        let claims = self.claims.iter_mut().map(|c| (c.document, c as &mut dyn Spans));
        events.chain(claims).chain(self.tenures.iter_mut().map(|t| (t.document, t as &mut dyn Spans)))
    }

    /// What is known of each document.
    pub(crate) fn sources(&self) -> HashMap<DocumentId, &DocumentRow> {
        self.documents.iter().map(|d| (d.sha256, d)).collect()
    }
}

/// The sides that a finding has.
pub(super) fn sides(finding: &Finding) -> impl Iterator<Item = &Side> {
    std::iter::once(&finding.a).chain(&finding.b)
}

/// Turns byte offsets of a text into code points.
fn points<'a>(text: &'a str, offsets: &'a Offsets) -> impl FnMut(&mut u32, &mut u32) + 'a {
    |start, end| {
        for offset in [start, end] {
            *offset = offsets.convert(text, *offset, Unit::CodePoint);
        }
    }
}

/// The mentions of a document with the ids of those that they mean.
fn places<'v>(rows: &Rows, who_is: &HashMap<&Signature, &'v Merged>) -> Vec<(&'v str, Place)> {
    let document = rows.document.sha256;
    let who = |signature: Signature| {
        // Where the user took somebody out of the others, the document has a signature of its own.
        let own = Signature { own: Some(document), ..signature.clone() };
        who_is.get(&own).or_else(|| who_is.get(&signature)).map(|e| e.id.as_str())
    };
    let ids: Vec<Option<&str>> = Signature::all(rows).into_iter().map(who).collect();
    let place = |m: &crate::base::MentionRow| {
        let id = ids.get(m.entity? as usize).copied().flatten()?;
        Some((id, Place { document, start: m.start, end: m.end, text: m.text.clone() }))
    };
    rows.mentions.iter().filter_map(place).collect()
}
