//! Who acts and who is acted on: subjects and objects by the tree, as nouns.

use super::Scene;
use crate::{
    label::{Relation, Upos, Xpos},
    parsed::{MentionKind, Participant},
    phrase::{Noun, verb::VerbGroup},
};

/// A noun phrase has no more words.
const REACH: usize = 16;
/// A body stands no more words before its people: "the *U.N.* war crimes court".
const BEFORE: usize = 4;
/// Prepositions behind which stands whom something concerns.
const CONCERNED: &[&str] = &["by", "from", "of", "against", "on", "with", "to", "toward", "towards", "between", "among"];

/// No verb has more clauses below it that are asked whom they are about.
const CLAUSES: usize = 4;

impl Scene<'_> {
    /// The nouns that are the subject of a verb group; several where they are joined by "and".
    pub(super) fn subject(&self, group: &VerbGroup) -> Vec<usize> {
        let Some(subject) = self.sheet.edges.subject(group.head) else { return Vec::new() };
        let nouns = self.nouns_of(subject);
        if !nouns.is_empty() {
            return nouns;
        }
        // "issued a report accusing": who issued it accuses.
        let token = self.sheet.token(subject);
        let participle = self.sheet.token(group.head).relation == Relation::Acl && !group.passive;
        let thing = token.head.filter(|_| participle && token.relation == Relation::Obj).and_then(|v| self.sheet.edges.subject(v as usize));
        thing.map(|s| self.nouns_of(s)).unwrap_or_default()
    }

    /// Those whom the object of a verb group is from, by or against, where nobody is the object himself: "rejected calls by Annan",
    /// "restrictions against German goods".
    pub(super) fn within_object(&self, group: &VerbGroup) -> Vec<usize> {
        let edges = &self.sheet.edges;
        let concerned = |c: &usize| match self.sheet.token(*c).relation {
            // "its troops" are mostly the actor's own.
            Relation::NmodPoss => self.sheet.token(*c).xpos != Xpos::PrpPossessive,
            Relation::Amod | Relation::Compound => true,
            Relation::Nmod => edges.child(*c, &[Relation::Case]).is_some_and(|case| self.sheet.is_any(case, CONCERNED)),
            _ => false,
        };
        let coded = |noun: &usize| !self.mere(*noun) && self.participant(*noun).code.is_some();
        let below = |token: usize| {
            let found = edges.children(token).filter(concerned).map(|c| self.nouns_of(c));
            found.map(|nouns| nouns.into_iter().filter(coded).collect::<Vec<_>>()).find(|nouns| !nouns.is_empty())
        };
        let Some(object) = edges.child(group.head, &[Relation::Obj]) else { return Vec::new() };
        // "an appeal for restrictions against German goods"
        let deeper = || edges.children(object).filter(|c| self.sheet.token(*c).relation == Relation::Nmod).find_map(below);
        below(object).or_else(deeper).unwrap_or_default()
    }

    /// Whom a clause below a verb is about: its own subject ("demanded that Mugabe abandon it"), or to whom the same actor means to do it
    /// ("threatened to shell Iraqi towns", "opened fire to disperse students").
    pub(super) fn asked(&self, group: &VerbGroup, depth: usize) -> Vec<usize> {
        let edges = &self.sheet.edges;
        let clauses = edges.children(group.head).filter(|c| *c > group.head).filter(|c| match self.sheet.token(*c).relation {
            Relation::Ccomp | Relation::Xcomp => true,
            Relation::Advcl => edges.child(*c, &[Relation::Mark]).is_some_and(|m| self.sheet.token(m).xpos == Xpos::To),
            _ => false,
        });
        let coded = |mut nouns: Vec<usize>| {
            nouns.retain(|n| self.participant(*n).code.is_some());
            nouns
        };
        let about = |clause: usize| {
            let own = edges.child(clause, &[Relation::Nsubj, Relation::NsubjPass]).map(|s| coded(self.nouns_of(s)));
            if own.as_ref().is_some_and(|own| !own.is_empty()) {
                return own;
            }
            let below = self.verb_at(clause)?;
            let given = edges.child(clause, &[Relation::Iobj]).into_iter();
            let objects = given.chain(self.object_words(below, &[])).map(|o| {
                let mut nouns = coded(self.nouns_of(o));
                nouns.retain(|n| !self.sent(*n));
                nouns
            });
            let behind = CONCERNED.iter().chain(&["in"]).flat_map(|p| self.behind_word(clause, p)).map(|w| coded(self.nouns_of(w)));
            let within = std::iter::once_with(|| self.within_object(below));
            let deeper = std::iter::once_with(|| depth.checked_sub(1).map(|d| self.asked(below, d)).unwrap_or_default());
            objects.chain(within).chain(behind).chain(deeper).find(|nouns| !nouns.is_empty())
        };
        clauses.take(CLAUSES).find_map(about).unwrap_or_default()
    }

    /// Whether a noun is a force of which nothing tells the country: it is sent to somebody ("offered to send *troops* to Mali").
    fn sent(&self, noun: usize) -> bool {
        self.phrases.nouns[noun].kind == MentionKind::Nom && matches!(self.participant(noun).code.as_deref(), Some("MIL" | "IGO"))
    }

    /// The nouns behind "by" that act in a passive.
    pub(super) fn agent(&self, group: &VerbGroup) -> Vec<usize> {
        self.sheet.edges.child(group.head, &[Relation::OblAgent]).map(|a| self.nouns_of(a)).unwrap_or_default()
    }

    /// The nouns that a preposition governs.
    pub(super) fn governed(&self, preposition: usize) -> Vec<usize> {
        let token = self.sheet.token(preposition);
        let noun = token.head.filter(|_| token.relation == Relation::Case);
        noun.map(|n| self.nouns_of(n as usize)).unwrap_or_default()
    }

    /// The noun whose word is the token, and those joined to it. Where no list holds it, who stands behind it: its owner, its nationality,
    /// the body before it, those it is a number of.
    pub(super) fn nouns_of(&self, token: usize) -> Vec<usize> {
        let mut all = Vec::new();
        self.gather(token, 3, &mut all);
        all
    }

    fn gather(&self, token: usize, depth: usize, all: &mut Vec<usize>) {
        let edges = &self.sheet.edges;
        match self.noun_at(token) {
            Some(noun) => {
                let named = edges.child(token, &[Relation::Appos]).filter(|_| self.phrases.nouns[noun].kind == MentionKind::Nom);
                let named = named.and_then(|t| self.noun_at(t)).filter(|n| self.phrases.nouns[*n].kind == MentionKind::Per);
                let noun = named.or(self.phrases.nouns[noun].holder).or_else(|| self.body_of(noun)).unwrap_or(noun);
                // "the ministers of Benin and Togo" are of two sides.
                let sides = self.sides(token, depth).filter(|_| self.phrases.nouns[noun].kind == MentionKind::Nom);
                let both = self.nationalities(noun).into_iter().chain(sides.unwrap_or(vec![noun]));
                all.extend(both.filter(|n| !all.contains(n)).collect::<Vec<_>>());
            }
            None if depth > 0 => {
                let behind =
                    [&[Relation::NmodPoss][..], &[Relation::Amod], &[Relation::Compound], &[Relation::Nmod], &[Relation::NmodPoss]];
                let found = self.called(token).or_else(|| {
                    behind.iter().enumerate().find_map(|(i, relations)| {
                        let child = edges.children(token).find(|c| {
                            let relation = self.sheet.token(*c).relation;
                            // "its European partners": whose they are comes last.
                            if i == 0 && self.sheet.token(*c).xpos == Xpos::PrpPossessive {
                                return false;
                            }
                            let of = || edges.child(*c, &[Relation::Case]).is_some_and(|case| self.sheet.is_any(case, &["of", "from"]));
                            let somebody = || self.noun_at(*c).is_some_and(|n| !self.mere(n));
                            relations.contains(&relation) && (relation != Relation::Nmod || of()) && somebody()
                        });
                        child.and_then(|c| self.noun_at(c))
                    })
                });
                // Else the nearest noun that stands before it in its phrase.
                let (first, _) = edges.extent(token);
                let before = || self.nouns(first, token).map(|(i, _)| i).rfind(|i| !self.mere(*i));
                if let Some(found) = found.or_else(before).filter(|f| !all.contains(f)) {
                    all.push(found);
                }
            }
            None => return,
        }
        for joined in edges.children(token).filter(|c| self.sheet.token(*c).relation == Relation::Conj) {
            if depth > 0 && all.len() < 12 {
                self.gather(joined, depth - 1, all);
            }
        }
    }

    /// The body or the place that a common noun is called by, whoever leads it: "Savimbi's *Unita* movement", "the capital *Juba*".
    fn called(&self, token: usize) -> Option<usize> {
        let named = |relation: Relation, kind: MentionKind| {
            let below = self.sheet.edges.children(token).filter(move |c| self.sheet.token(*c).relation == relation);
            below.filter_map(|c| self.noun_at(c)).find(|n| self.phrases.nouns[*n].kind == kind && self.mentions[*n].code.is_some())
        };
        let person = |c: usize| self.noun_at(c).is_some_and(|n| self.phrases.nouns[n].kind == MentionKind::Per);
        let led = self.sheet.edges.child(token, &[Relation::NmodPoss]).is_some_and(person);
        let body = led.then(|| named(Relation::Compound, MentionKind::Org)).flatten();
        body.or_else(|| named(Relation::Appos, MentionKind::Loc))
    }

    /// Whether a noun only says of what kind a thing is: "*military* aid".
    fn mere(&self, noun: usize) -> bool {
        let n = &self.phrases.nouns[noun];
        let token = self.sheet.token(n.last - 1);
        n.kind == MentionKind::Nom && token.upos == Upos::Adj && token.relation == Relation::Amod
    }

    /// The body that people without a country of their own are of: "Red Cross officials".
    fn body_of(&self, noun: usize) -> Option<usize> {
        let n = &self.phrases.nouns[noun];
        let own = self.nouns(n.from, n.first).any(|(_, b)| b.country.is_some() && b.country == n.country);
        if n.kind != MentionKind::Nom || own {
            return None;
        }
        let first = self.sheet.edges.extent(n.last - 1).0;
        let coded = |(b, noun): &(usize, &Noun)| noun.kind == MentionKind::Org && self.mentions[*b].code.is_some();
        let near = first.max(n.first.saturating_sub(BEFORE))..n.first;
        self.nouns(near.start, near.end).filter(coded).map(|(b, _)| b).next_back()
    }

    /// The other nationalities of a noun that has several: "Hungarian and Romanian officials".
    fn nationalities(&self, noun: usize) -> Vec<usize> {
        let n = &self.phrases.nouns[noun];
        if n.kind != MentionKind::Nom || n.country.is_none() {
            return Vec::new();
        }
        let first = self.sheet.edges.extent(n.last - 1).0;
        let several = || (first..n.first).any(|i| self.sheet.is(i, "and"));
        let others = self.nouns(first, n.first).filter(|(_, b)| {
            let joined = matches!(self.sheet.token(b.last - 1).relation, Relation::Conj | Relation::Amod | Relation::Compound);
            joined && b.country.is_some() && b.country != n.country && matches!(b.kind, MentionKind::Norp | MentionKind::Loc)
        });
        if several() { others.map(|(i, _)| i).take(4).collect() } else { Vec::new() }
    }

    /// Two and more nouns behind the "of" of another.
    fn sides(&self, token: usize, depth: usize) -> Option<Vec<usize>> {
        let edges = &self.sheet.edges;
        let of = edges.children(token).find(|c| {
            let t = self.sheet.token(*c);
            t.relation == Relation::Nmod && edges.child(*c, &[Relation::Case]).is_some_and(|case| self.sheet.is(case, "of"))
        })?;
        let mut all = Vec::new();
        self.gather(of, depth.checked_sub(1)?, &mut all);
        (all.len() > 1).then_some(all)
    }

    /// The smallest noun phrase that holds a token.
    pub(super) fn noun_at(&self, token: usize) -> Option<usize> {
        let nouns = &self.phrases.nouns;
        let near = nouns.partition_point(|n| n.first + REACH < token)..nouns.partition_point(|n| n.first <= token + REACH);
        let held = |exact: bool| {
            let fits = near.clone().filter(move |i| {
                let n = &nouns[*i];
                if exact { (n.first..n.last).contains(&token) } else { (n.from..n.to).contains(&token) && n.kind != MentionKind::Norp }
            });
            fits.min_by_key(|i| (nouns[*i].last - nouns[*i].first, *i))
        };
        held(true).or_else(|| held(false))
    }

    /// The verb group whose head is the token.
    pub(super) fn verb_at(&self, head: usize) -> Option<&VerbGroup> {
        let i = self.verbs.partition_point(|g| g.head < head);
        self.verbs.get(i).filter(|g| g.head == head)
    }

    /// Where a noun's phrase ends, with "of …" behind a post.
    pub(super) fn end(&self, noun: usize) -> usize {
        let n = &self.phrases.nouns[noun];
        self.posts(n.first, n.first + 1).iter().find(|p| p.last == n.last).map_or(n.to, |p| p.to)
    }

    /// A noun as those who take part: of "the two countries" each of the two.
    pub(super) fn parties(&self, noun: usize) -> Vec<Participant> {
        let whole = self.participant(noun);
        let members = whole.entity.and_then(|e| self.entities.get(e as usize)).map_or(&[][..], |e| &e.members);
        if members.is_empty() {
            return vec![whole];
        }
        let member =
            |m: &u32| Participant { entity: Some(*m), code: self.entities.get(*m as usize).and_then(|e| e.code.clone()), ..whole.clone() };
        members.iter().map(member).collect()
    }

    /// How many of those who take part have an actor code.
    pub(super) fn coded(&self, nouns: &[usize]) -> usize {
        nouns.iter().flat_map(|n| self.parties(*n)).filter(|p| p.code.is_some()).count()
    }

    /// The code of what stands beside a person whom no list knows: "Kenzo Oshima, the United Nations coordinator".
    fn told_beside(&self, n: &Noun) -> Option<String> {
        let head = (n.first..n.last).find(|t| self.sheet.token(*t).head.is_none_or(|h| !(n.first..n.last).contains(&(h as usize))))?;
        let beside = self.sheet.edges.child(head, &[Relation::Appos]).filter(|_| n.kind == MentionKind::Per)?;
        self.noun_at(beside).filter(|b| self.phrases.nouns[*b].kind == MentionKind::Nom).and_then(|b| self.mentions[b].code.clone())
    }

    /// A noun as a participant.
    pub(super) fn participant(&self, noun: usize) -> Participant {
        let n: &Noun = &self.phrases.nouns[noun];
        let mention = &self.mentions[noun];
        // "Russian diplomats": who they are stands before the noun.
        let described = n.kind == MentionKind::Nom && n.country.is_some() && n.holder.is_none();
        let before = self.nouns(n.from, n.first).filter(|(_, b)| described && b.country == n.country);
        let first = before.map(|(_, b)| b.first).next().unwrap_or(n.first);
        let span = self.sheet.span(first, n.last);
        // A capital that takes part acts as its government; a country has its own code.
        let capital = n.country.as_ref().filter(|_| n.kind == MentionKind::Loc && n.sort == "capital");
        // "in Dhaka" is a place.
        let place =
            self.sheet.edges.child(n.last - 1, &[Relation::Case]).is_some_and(|c| self.sheet.is_any(c, &["in", "at", "near", "across"]));
        let capital = capital.filter(|_| !place);
        let code = capital.map(|country| format!("{country}GOV")).or(mention.code.clone()).or_else(|| self.told_beside(n));
        Participant { start: span.start, end: span.end, text: span.of(self.sheet.text).into(), entity: mention.entity, code }
    }
}
