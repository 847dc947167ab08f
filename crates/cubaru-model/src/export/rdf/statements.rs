//! What a base says, as statements.

use super::terms::{DCT, OA, ORG, OWN, PROV, RDF_TYPE, SEM, SKOS, TIME, address, edtf, of, term, thing, typed};
use crate::{
    Evidence,
    base::{DocumentId, DocumentRow},
    export::{EntityFact, Excerpt, said, when},
    query::{ClaimFact, EventFact, Party, TenureFact, Voice},
};
use oxrdf::{GraphName, Literal, NamedNode, Quad, Term};
use std::collections::HashSet;

/// All statements, each once, in the order of the excerpt.
pub(super) fn statements(excerpt: &Excerpt) -> Vec<Quad> {
    let mut all = Statements::default();
    excerpt.entities.iter().for_each(|e| all.entity(e));
    excerpt.documents.iter().for_each(|d| all.document(d));
    for event in &excerpt.events {
        all.within(event.document);
        all.event(event);
    }
    for tenure in &excerpt.tenures {
        all.within(tenure.document);
        all.tenure(tenure);
    }
    for claim in &excerpt.claims {
        all.within(claim.document);
        all.claim(claim);
    }
    all.quads
}

#[derive(Default)]
struct Statements {
    quads: Vec<Quad>,
    seen: HashSet<Quad>,
    graph: GraphName,
}

impl Statements {
    /// What follows is said by a document.
    fn within(&mut self, document: DocumentId) {
        self.graph = thing("document", &document.to_string()).into();
    }

    fn say(&mut self, subject: &NamedNode, predicate: NamedNode, object: impl Into<Term>) {
        let quad = Quad::new(subject.clone(), predicate, object, self.graph.clone());
        if self.seen.insert(quad.clone()) {
            self.quads.push(quad);
        }
    }

    fn is(&mut self, subject: &NamedNode, vocabulary: &str, class: &str) {
        self.say(subject, NamedNode::new_unchecked(RDF_TYPE), term(vocabulary, class));
    }

    fn tell(&mut self, subject: &NamedNode, vocabulary: &str, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.say(subject, term(vocabulary, name), Literal::new_simple_literal(value));
        }
    }

    fn entity(&mut self, entity: &EntityFact) {
        let node = thing("entity", &entity.id);
        let (vocabulary, class) = match entity.kind.as_str() {
            "person" => (PROV, "Person"),
            "body" | "country" => (PROV, "Organization"),
            "place" => (SEM, "Place"),
            _ => (PROV, "Agent"),
        };
        self.is(&node, vocabulary, class);
        self.tell(&node, OWN, "kind", Some(&entity.kind));
        self.tell(&node, SKOS, "prefLabel", Some(&entity.name));
        for name in entity.names.iter().filter(|n| **n != entity.name) {
            self.tell(&node, SKOS, "altLabel", Some(name));
        }
        self.tell(&node, OWN, "code", entity.code.as_deref());
    }

    fn document(&mut self, row: &DocumentRow) {
        self.within(row.sha256);
        let hash = row.sha256.to_string();
        let node = thing("document", &hash);
        self.is(&node, PROV, "Entity");
        self.is(&node, OWN, "Document");
        self.tell(&node, OWN, "sha256", Some(&hash));
        self.tell(&node, DCT, "identifier", row.source.id.as_deref());
        self.tell(&node, DCT, "title", row.source.title.as_deref());
        self.tell(&node, DCT, "publisher", row.source.publisher.as_deref());
        for author in &row.source.authors {
            self.tell(&node, DCT, "creator", Some(author));
        }
        if let Some(date) = &row.date {
            self.say(&node, term(DCT, "date"), edtf(date));
        }
        if let Some(url) = row.source.url.as_deref().and_then(address) {
            self.say(&node, term(DCT, "source"), url);
        }
    }

    /// A time of which bounds are known: it lies in the interval between them. A time to the day is that day.
    fn time(&mut self, whole: &NamedNode, date: &Option<String>, bounds: (&Option<String>, &Option<String>)) -> Option<NamedNode> {
        let (from, to) = (when::known(bounds.0), when::known(bounds.1));
        if date.is_none() && from.is_none() && to.is_none() {
            return None;
        }
        let node = of(whole, "time");
        self.is(&node, TIME, "ProperInterval");
        if let Some(date) = date {
            self.say(&node, term(OWN, "edtf"), edtf(date));
        }
        let bounded = if from.is_some() && from == to {
            node.clone()
        } else {
            let bounds = of(whole, "bounds");
            self.is(&bounds, TIME, "ProperInterval");
            self.say(&node, term(TIME, "intervalIn"), bounds.clone());
            bounds
        };
        for (name, end, day) in [("hasBeginning", "first", from), ("hasEnd", "last", to)] {
            let Some(day) = day else { continue };
            let instant = of(&bounded, end);
            self.is(&instant, TIME, "Instant");
            self.say(&instant, term(TIME, "inXSDDate"), typed(day, "date"));
            self.say(&bounded, term(TIME, name), instant);
        }
        Some(node)
    }

    /// Somebody who takes part: an entity of the base, or what the words describe.
    fn party(&mut self, event: &NamedNode, role: &str, number: usize, party: &Party) -> NamedNode {
        let own = of(event, &format!("{role}:{number}"));
        let node = party.id.as_ref().map_or_else(|| own.clone(), |id| thing("entity", id));
        if party.id.is_none() {
            self.tell(&node, SKOS, "prefLabel", Some(said::name(party)));
            self.tell(&node, OWN, "code", party.code.as_deref());
        }
        node
    }

    fn event(&mut self, event: &EventFact) {
        let node = thing("event", &event.id);
        self.is(&node, SEM, "Event");
        let class = term(OWN, &event.class);
        self.is(&class, SEM, "EventType");
        self.tell(&class, SKOS, "notation", Some(&event.class));
        self.say(&node, term(SEM, "eventType"), class);
        let named = [("plover", &event.plover), ("mode", &event.mode), ("quad", &event.quad), ("cameo", &event.cameo)];
        for (name, value) in named {
            self.tell(&node, OWN, name, value.as_deref());
        }
        for context in &event.contexts {
            self.tell(&node, OWN, "context", Some(context));
        }
        for (role, parties) in [("actor", &event.actor), ("recipient", &event.recipient)] {
            for (i, party) in parties.iter().enumerate() {
                let who = self.party(&node, role, i, party);
                self.is(&who, SEM, "Actor");
                self.say(&node, term(SEM, "hasActor"), who.clone());
                self.say(&node, term(OWN, role), who);
            }
        }
        if let Some(place) = &event.place {
            let place = self.party(&node, "place", 0, place);
            self.is(&place, SEM, "Place");
            self.say(&node, term(SEM, "hasPlace"), place);
        }
        if let Some(time) = self.time(&node, &event.date, (&event.earliest, &event.latest)) {
            self.say(&node, term(SEM, "hasTime"), time);
        }
        let bounds = [("hasEarliestBeginTimeStamp", &event.earliest), ("hasLatestEndTimeStamp", &event.latest)];
        for (name, day) in bounds {
            if let Some(day) = when::known(day) {
                self.say(&node, term(SEM, name), typed(day, "date"));
            }
        }
    }

    fn tenure(&mut self, tenure: &TenureFact) {
        let node = thing("tenure", &tenure.id);
        self.is(&node, ORG, "Membership");
        let person = match &tenure.person_id {
            Some(id) => thing("entity", id),
            None => {
                let person = of(&node, "person");
                self.tell(&person, SKOS, "prefLabel", Some(&tenure.person.text));
                person
            }
        };
        self.say(&node, term(ORG, "member"), person);
        let post = thing("post", &format!("{}.{}", tenure.post_name, tenure.country.as_deref().unwrap_or_default()));
        self.is(&post, ORG, "Role");
        self.tell(&post, SKOS, "prefLabel", Some(&tenure.post_name));
        self.tell(&post, OWN, "country", tenure.country.as_deref());
        self.say(&node, term(ORG, "role"), post);
        self.tell(&node, OWN, "bodyWords", tenure.body.as_ref().map(|b| b.text.as_str()));
        self.say(&node, term(OWN, "former"), Literal::from(tenure.former));
        self.say(&node, term(OWN, "acting"), Literal::from(tenure.acting));
        if let Some(time) = self.time(&node, &tenure.attested_at, (&tenure.earliest, &tenure.latest)) {
            // The text attests a moment of the holding, not its beginning or end.
            self.say(&node, term(OWN, "attestedAt"), time);
        }
    }

    fn claim(&mut self, claim: &ClaimFact) {
        let node = thing("claim", &claim.id);
        let document = thing("document", &claim.document.to_string());
        self.is(&node, PROV, "Entity");
        self.is(&node, OWN, "Claim");
        self.tell(&node, OWN, "kind", Some(claim.kind.name()));
        self.say(&node, term(PROV, "wasQuotedFrom"), document.clone());
        if let Some(item) = &claim.item {
            let kind = if claim.kind == crate::ClaimKind::Event { "event" } else { "tenure" };
            self.say(&node, term(OWN, "states"), thing(kind, item));
        }
        for content in &claim.content {
            self.tell(&node, OWN, "content", Some(&content.text));
        }
        self.tell(&node, OWN, "certainty", Some(claim.certainty.code()));
        self.tell(&node, OWN, "status", Some(claim.status.name()));
        self.tell(&node, OWN, "modality", Some(claim.modality.name()));
        for (i, voice) in claim.speakers.iter().enumerate() {
            self.voice(&node, i, voice);
        }
        for (i, evidence) in claim.evidence.iter().enumerate() {
            self.evidence(&node, &document, i, evidence);
        }
    }

    /// One speaker of the chain; the outermost has number 0.
    fn voice(&mut self, claim: &NamedNode, number: usize, voice: &Voice) {
        let node = of(claim, &format!("voice:{number}"));
        let agent = match &voice.id {
            Some(id) => thing("entity", id),
            None => {
                let agent = of(&node, "agent");
                self.tell(&agent, SKOS, "prefLabel", Some(&said::words(voice)));
                agent
            }
        };
        self.is(&node, PROV, "Attribution");
        self.is(&agent, PROV, "Agent");
        self.say(claim, term(PROV, "wasAttributedTo"), agent.clone());
        self.say(claim, term(PROV, "qualifiedAttribution"), node.clone());
        self.say(&node, term(PROV, "agent"), agent);
        self.say(&node, term(OWN, "order"), typed(&number.to_string(), "integer"));
        self.tell(&node, OWN, "certainty", Some(voice.certainty.code()));
        self.tell(&node, OWN, "source", (!voice.source.is_empty()).then(|| said::joined(&voice.source)).as_deref());
        self.tell(&node, OWN, "cue", (!voice.cue.is_empty()).then(|| said::joined(&voice.cue)).as_deref());
    }

    fn evidence(&mut self, claim: &NamedNode, document: &NamedNode, number: usize, evidence: &Evidence) {
        let node = of(claim, &format!("words:{number}"));
        let (target, position, quote) = (of(&node, "target"), of(&node, "position"), of(&node, "quote"));
        self.is(&node, OA, "Annotation");
        self.say(&node, term(OA, "motivatedBy"), term(OA, "identifying"));
        self.say(&node, term(OA, "hasBody"), claim.clone());
        self.say(&node, term(OA, "hasTarget"), target.clone());
        self.is(&target, OA, "SpecificResource");
        self.say(&target, term(OA, "hasSource"), document.clone());
        self.say(&target, term(OA, "hasSelector"), position.clone());
        self.say(&target, term(OA, "hasSelector"), quote.clone());
        self.is(&position, OA, "TextPositionSelector");
        let place = |n: u32| typed(&n.to_string(), "nonNegativeInteger");
        self.say(&position, term(OA, "start"), place(evidence.position.start));
        self.say(&position, term(OA, "end"), place(evidence.position.end));
        self.is(&quote, OA, "TextQuoteSelector");
        self.tell(&quote, OA, "exact", Some(&evidence.quote.exact));
        self.tell(&quote, OA, "prefix", Some(&evidence.quote.prefix));
        self.tell(&quote, OA, "suffix", Some(&evidence.quote.suffix));
    }
}
