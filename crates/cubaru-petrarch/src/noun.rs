//! Who a noun phrase is: the codes of the actors and agents in it.

use crate::{
    Dictionaries, Place,
    day::{Day, aligned},
    read::{actor::Actor, agent::Agent},
    tree::Tree,
    words::{Part, parts},
};
use cubaru_parse::syntax::{Relation, Upos, Xpos};

/// Somebody with a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Who {
    pub code: String,
    /// The head of the phrase.
    pub head: usize,
    /// The first and the last word of the phrase, up to the first preposition or comma.
    pub words: [usize; 2],
    /// The entries of actors and agents behind the code.
    pub places: Vec<Place>,
}

/// What stands inside a phrase before prepositions are looked at.
const INNER: [Relation; 8] = [
    Relation::Det,
    Relation::Amod,
    Relation::Compound,
    Relation::Flat,
    Relation::Nummod,
    Relation::NmodPoss,
    Relation::NmodDesc,
    Relation::NmodUnmarked,
];

/// Where a word stands in a phrase; nearer to the head is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Zone {
    /// Before or beside the head.
    Own,
    /// Behind a preposition.
    Prepositional,
    /// Between commas.
    Apposition,
    /// In a clause that says more of it: "a report released in Lima".
    Clause,
}

/// A match of an entry.
struct Found<T> {
    value: T,
    zone: Zone,
    from: usize,
    to: usize,
}

/// Who one phrase is, before codes are put together.
struct Phrase<'a> {
    actors: Vec<(String, Place)>,
    agents: Vec<&'a Agent>,
    /// Where the actors stand.
    zone: Option<Zone>,
    /// The first and the last word up to the first preposition or comma.
    words: [usize; 2],
}

/// Finds who phrases are in one sentence.
pub(crate) struct Finder<'a> {
    pub dictionaries: &'a Dictionaries,
    pub tree: &'a Tree,
    pub day: Option<Day>,
    /// PETRARCH-1: blanks in entries are gaps, and the first actor of a phrase alone counts.
    pub flat: bool,
}

impl Finder<'_> {
    /// The words of one phrase, without those joined to its head by "and" and without clauses, each with its zone.
    fn zones(&self, head: usize) -> Vec<(usize, Zone)> {
        let tree = self.tree;
        let mut found = Vec::new();
        let mut open = vec![(head, Zone::Own)];
        while let Some((at, zone)) = open.pop() {
            found.push((at, zone));
            for child in &tree.words[at].children {
                let zone = match tree.relation(*child) {
                    r if INNER.contains(&r) => zone,
                    // "US and British activists", "in Gondor and Arnor"
                    Relation::Conj if at != head => zone,
                    Relation::Case => zone,
                    Relation::Nmod => zone.max(Zone::Prepositional),
                    Relation::Appos => zone.max(Zone::Apposition),
                    Relation::Acl | Relation::AclRelcl => Zone::Clause,
                    Relation::Obl | Relation::OblAgent | Relation::Obj | Relation::Xcomp | Relation::Conj if zone == Zone::Clause => zone,
                    _ => continue,
                };
                open.push((*child, zone));
            }
        }
        found.sort_unstable();
        found
    }

    /// The actors and agents of one phrase, without what is joined to it.
    fn phrase(&self, head: usize) -> Phrase<'_> {
        let words = self.zones(head);
        let parts: Vec<Part> = parts(words.iter().map(|(w, _)| self.tree.words[*w].text.as_str()));
        let zone = |at: usize| words[parts[at].word].1;
        let mut actors: Vec<Found<&Actor>> = Vec::new();
        let mut agents: Vec<Found<&Agent>> = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let actor = self.dictionaries.actors.longest(&parts, at, self.flat).filter(|(_, a)| a.roles.on(self.day, &[]).is_some());
            let agent = self.dictionaries.agents.longest(&parts, at, self.flat);
            match (actor, agent) {
                (Some((to, value)), _) => {
                    actors.push(Found { value, zone: zone(at), from: at, to });
                    at = to;
                }
                (None, Some((to, value))) => {
                    agents.push(Found { value, zone: zone(at), from: at, to });
                    at = to;
                }
                (None, None) => at += 1,
            }
        }
        let best = actors.iter().map(|a| a.zone).min();
        let mut chosen: Vec<(String, Place)> = Vec::new();
        let beside: Vec<&str> = agents.iter().map(|a| a.value.code.as_str()).collect();
        for actor in actors.iter().filter(|a| Some(a.zone) == best) {
            for code in actor.value.roles.on(self.day, &beside).unwrap_or_default().split('/') {
                chosen.push((code.to_string(), actor.value.place));
            }
            // "Gaza and Jericho leaders" are two; "Russian Gazprom" is one, which the first word places.
            let next = actors.iter().find(|other| other.from >= actor.to && other.zone == actor.zone);
            if self.flat && !next.is_some_and(|next| self.coordinated(&words, &parts, actor.from, next.from)) {
                break;
            }
        }
        let nearest = agents.iter().map(|a| a.zone).min();
        let agents = agents.iter().filter(|a| a.zone < Zone::Clause || actors.is_empty()).filter(|a| self.flat || Some(a.zone) == nearest);
        let mut own = words.iter().filter(|(_, zone)| *zone == Zone::Own).map(|(word, _)| *word);
        let first = own.next().unwrap_or(head);
        Phrase { agents: agents.map(|a| a.value).collect(), actors: chosen, zone: best, words: [first, own.next_back().unwrap_or(first)] }
    }

    /// Whether two parts of a phrase are joined by "and".
    fn coordinated(&self, words: &[(usize, Zone)], parts: &[Part], first: usize, second: usize) -> bool {
        let mut at = words[parts[second].word].0;
        let first = words[parts[first].word].0;
        for _ in 0..4 {
            if self.tree.relation(at) == Relation::Conj {
                return self.tree.words[at].head.is_some_and(|h| self.tree.is_below(first, h) || self.tree.is_below(h, first));
            }
            match self.tree.words[at].head {
                Some(head) => at = head,
                None => return false,
            }
        }
        false
    }

    /// Everybody that a phrase is, those joined by "and" included. Each code stands once.
    pub(crate) fn who(&self, head: usize) -> Vec<Who> {
        let members = self.tree.conjuncts(head);
        let read: Vec<_> = members.iter().map(|m| (*m, self.phrase(*m))).collect();
        let mut out: Vec<Who> = Vec::new();
        for (i, (head, phrase)) in read.iter().enumerate() {
            // "Arnor's army and police": who has only an agent belongs to the neighbour's country.
            let both = |(_, p): &&(usize, Phrase<'_>)| !p.actors.is_empty() && !p.agents.is_empty();
            let neighbour = || read[i + 1..].iter().find(both).or_else(|| read[..i].iter().rev().find(both)).map(|(_, p)| p);
            let actors = if phrase.actors.is_empty() && !phrase.agents.is_empty() {
                neighbour().map_or(&[][..], |p| &p.actors)
            } else {
                &phrase.actors
            };
            // "lawmakers in Gondor and Arnor" are lawmakers in both.
            let before = i.checked_sub(1).map(|i| &read[i].1).filter(|p| p.zone == Some(Zone::Prepositional));
            let bare = phrase.agents.is_empty() && self.tree.child(*head, &[Relation::Det]).is_none() && phrase.zone == Some(Zone::Own);
            let agents = before.filter(|_| bare).map_or(&phrase.agents, |p| &p.agents);
            let nobody = [("---".to_string(), Place::default())];
            let (actors, unnamed) = if actors.is_empty() { (&nobody[..], true) } else { (actors, false) };
            for (code, place) in actors {
                let mut places: Vec<Place> = if unnamed { Vec::new() } else { vec![*place] };
                let mut code = code.clone();
                for agent in agents {
                    if aligned(&code, &agent.code) {
                        continue;
                    }
                    code = if agent.before { format!("{}{code}", agent.code) } else { format!("{code}{}", agent.code) };
                    places.push(agent.place);
                }
                if code != "---" && !out.iter().any(|w| w.code == code) {
                    out.push(Who { code, head: *head, words: phrase.words, places });
                }
            }
        }
        out
    }

    /// Who a pronoun stands for: the subject of a clause above.
    pub(crate) fn antecedent(&self, pronoun: usize) -> Vec<Who> {
        let tree = self.tree;
        let reflexive = tree.words[pronoun].text.ends_with("SELF") || tree.words[pronoun].text.ends_with("SELVES");
        let mut at = tree.words[pronoun].head;
        let mut local = !reflexive;
        while let Some(word) = at {
            if !local && let Some(subject) = tree.subject(word).filter(|s| *s != pronoun) {
                let who = self.who(subject);
                if !who.is_empty() {
                    return who;
                }
            }
            if tree.is_predicate(word) {
                local = false;
            }
            at = tree.words[word].head;
        }
        Vec::new()
    }

    /// Whether a word is a pronoun that stands for somebody named elsewhere.
    pub(crate) fn is_pronoun(&self, word: usize) -> bool {
        self.tree.words[word].upos == Upos::Pron && self.tree.words[word].xpos == Xpos::Prp
    }
}
