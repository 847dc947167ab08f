//! Walks each sentence and takes, at each token, the longest phrase that a grammar finds.

use super::{
    evidence::Kinds,
    holder::{self, Holding},
    name,
    noun::{Noun, PostPhrase},
    person, post, verb,
};
use crate::{
    input::Sheet,
    label::Relation,
    language::Class,
    parsed::{MentionKind, TokenKind},
    why::Why,
};
use std::collections::{HashMap, HashSet};

/// What the grammars of phrases found in a document.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// In the order of their first tokens; they do not overlap, but a post's own noun may hold a name.
    pub nouns: Vec<Noun>,
    pub posts: Vec<PostPhrase>,
    /// Indices of posts that stand before their holders' names.
    pub titled: Vec<usize>,
    /// Posts with the names of their holders, in the order of the posts.
    pub holdings: Vec<Holding>,
}

/// Names that a first look at the document is sure of, for a second look.
#[derive(Debug, Default)]
pub(crate) struct Known {
    surnames: HashMap<String, Surname>,
    bodies: HashMap<String, Short>,
    // Letters that stand for small words: "ground reaction force (GRF)".
    things: HashSet<String>,
    kinds: Kinds,
}

/// What is known of those who bear a last name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surname {
    pub gender: Option<&'static str>,
    /// Whether only the shape of the full name speaks for a person.
    pub guessed: bool,
}

/// What is known of a body by a shorter name.
#[derive(Debug, Clone)]
pub(crate) struct Short {
    pub country: Option<String>,
    pub sector: Option<String>,
    pub sort: String,
}

impl Short {
    fn of(noun: &Noun) -> Self {
        Self { country: noun.country.clone(), sector: noun.sector.clone(), sort: noun.sort.clone() }
    }

    /// The body where its shorter name stands.
    pub(crate) fn noun(&self, first: usize, last: usize) -> Noun {
        let mut noun = Noun::new(MentionKind::Org, first, last, Why::rule("name-known-body"));
        (noun.country, noun.sector, noun.sort) = (self.country.clone(), self.sector.clone(), self.sort.clone());
        noun
    }
}

impl Known {
    /// Whose last name words are in this document.
    pub(crate) fn surname(&self, words: &str) -> Option<Surname> {
        self.surnames.get(words).copied()
    }

    /// The kind that the words around a name speak for, anywhere in the document.
    pub(crate) fn kind(&self, words: &str) -> Option<(MentionKind, Why)> {
        self.kinds.of(words)
    }

    /// Whether letters stand for a thing of a kind in this document, and for no body.
    pub(crate) fn thing(&self, letters: &str) -> bool {
        self.things.contains(letters)
    }

    /// The body that stands elsewhere in the document under a longer name.
    pub(crate) fn body(&self, words: &str) -> Option<&Short> {
        self.bodies.get(words)
    }

    fn learn(sheet: &Sheet<'_>, phrases: &Phrases) -> Self {
        let mut known = Self { kinds: Kinds::gather(sheet, phrases), ..Self::default() };
        for (i, noun) in phrases.nouns.iter().enumerate() {
            match noun.why.rule.as_str() {
                "name-body-head" => known.shorten(sheet, noun),
                // "TRB" after "the Tidewater Research Board (TRB)": what is known of the long name holds of the letters.
                "name-acronym" => {
                    let long = name::spells(sheet, noun.first).and(i.checked_sub(1)).map(|i| &phrases.nouns[i]);
                    if let Some(long) = long.filter(|l| l.last + 1 == noun.first && l.kind == MentionKind::Org) {
                        known.bodies.insert(sheet.words(noun.first, noun.last).to_string(), Short::of(long));
                    }
                }
                // "the Canucks" after "the Vancouver Canucks"
                "name-team" => drop(known.bodies.insert(sheet.words(noun.last - 1, noun.last).to_string(), Short::of(noun))),
                _ => {}
            }
        }
        for at in (2..sheet.tokens.len()).filter(|i| sheet.token(*i).all_capitals()) {
            if name::spells(sheet, at).is_some_and(|long| (long..at - 1).all(|i| !sheet.token(i).capital())) {
                known.things.insert(sheet.token(at).read().to_string());
            }
        }
        let sure = |n: &&Noun| {
            let kind = || known.kinds.of(sheet.words(n.first, n.last)).map(|(kind, _)| kind);
            n.kind == MentionKind::Per && (!n.weak || kind().is_none_or(|k| k == MentionKind::Per))
        };
        let persons: Vec<&Noun> = phrases.nouns.iter().filter(sure).collect();
        for noun in persons {
            for from in noun.first..noun.last {
                // The last word, with what a hyphen joins to it ("Diaz-Canel"), and the longer tails with particles ("von der Leyen").
                let begins = from == noun.first || sheet.spaced(from);
                let last = !(from + 1..noun.last).any(|i| sheet.spaced(i));
                let particle = sheet.listed(from, Class::Particle) && from > noun.first;
                if begins && (last || particle) {
                    let own = Surname { gender: noun.gender, guessed: noun.weak && noun.why.rule == "name-two-capitals" };
                    let bearer = known.surnames.entry(sheet.words(from, noun.last).to_string()).or_insert(own);
                    bearer.gender = bearer.gender.or(own.gender);
                    bearer.guessed &= own.guessed;
                }
            }
        }
        known
    }

    /// Learns "Omron" from "Omron Corp" and "Purdue" from "Purdue University".
    fn shorten(&mut self, sheet: &Sheet<'_>, noun: &Noun) {
        let named = matches!(noun.sort.as_str(), "company" | "university" | "bank" | "newspaper" | "broadcaster" | "news-agency");
        let head = (noun.first + 1..noun.last).find(|i| sheet.longest(*i, Class::BodyHead).is_some());
        let Some(head) = head.filter(|h| named && h - noun.first <= 2) else { return };
        let own = |i: usize| {
            let listed = [Class::Country, Class::Place, Class::People, Class::GivenName, Class::Post];
            !sheet.common(i, None) && !listed.iter().any(|c| sheet.listed(i, *c)) && sheet.token(i).capital()
        };
        if (noun.first..head).all(own) {
            self.bodies.insert(sheet.words(noun.first, head).to_string(), Short::of(noun));
        }
    }
}

/// All phrases of a document.
pub(crate) fn phrases(sheet: &Sheet<'_>) -> Phrases {
    let first = look(sheet, &Known::default());
    let mut phrases = look(sheet, &Known::learn(sheet, &first));
    holder::hold(sheet, &mut phrases);
    phrases
}

fn look(sheet: &Sheet<'_>, known: &Known) -> Phrases {
    let mut scan = Scan { sheet, known, out: Phrases::default() };
    for sentence in sheet.sentences {
        scan.range(sentence.first_token as usize, sentence.last_token as usize);
    }
    scan.out.nouns.sort_by_key(|n| (n.first, std::cmp::Reverse(n.last)));
    scan.out
}

/// What may stand before the country or the place that people are of: "southern Serbia".
const COMPASS: &[&str] =
    &["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "occupied", "neighbouring", "neighboring"];

/// Sectors of people who act where they live.
const LOCAL: &[&str] = &["COP", "CVL", "UAF"];

struct Scan<'s, 'a> {
    sheet: &'s Sheet<'a>,
    known: &'s Known,
    out: Phrases,
}

impl Scan<'_, '_> {
    fn range(&mut self, first: usize, last: usize) {
        let mut at = first;
        while at < last {
            at = self.step(at, last).max(at + 1);
        }
    }

    /// Takes what begins at a token; gives back the token after it, or the same token.
    fn step(&mut self, at: usize, limit: usize) -> usize {
        let sheet = self.sheet;
        let token = sheet.token(at);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            return at;
        }
        let named = name::at(self.known, sheet, at, limit);
        if let Ok((rest, found)) = post::post(self.known, sheet.tokens(at, limit)) {
            let longer = named.as_ref().is_none_or(|(last, _)| *last <= found.last || *last <= found.to);
            if longer && !self.is_verb(&found) && !self.names_more(&found, limit) {
                return self.post(found, rest.first, limit);
            }
        }
        if let Some((last, mut noun)) = named {
            self.lead(&mut noun);
            self.push(noun);
            return last;
        }
        if let Some((last, entry)) = sheet.longest(at, Class::Agent).filter(|(l, _)| *l <= limit)
            && !self.agent_is_modifier(at, last, limit)
            && !verb::acts(sheet, at)
        {
            let mut noun = Noun::listed(Class::Agent, &entry, at, last);
            let only = noun.sort.strip_prefix("of-").map(String::from);
            if only.is_none() || self.behind_country(at) {
                noun.sort = only.unwrap_or(noun.sort);
                self.lead(&mut noun);
                self.of_country(&mut noun, limit);
                self.push(noun);
                return last;
            }
        }
        if let Some((person, gender)) = pronoun(token.read()) {
            let mut noun = Noun::new(MentionKind::Pron, at, at + 1, Why::rule("pronoun"));
            noun.gender = gender;
            noun.sort = person.into();
            self.push(noun);
            return at + 1;
        }
        at
    }

    /// A post whose words are a verb here: "to head the mission".
    fn is_verb(&self, found: &PostPhrase) -> bool {
        found.last - found.first == 1 && found.from == found.first && verb::acts(self.sheet, found.first)
    }

    /// A post whose words begin a longer name of a body: "the General Assembly".
    fn names_more(&self, found: &PostPhrase, limit: usize) -> bool {
        let named = name::at(self.known, self.sheet, found.first, limit);
        named.is_some_and(|(last, noun)| last > found.last && noun.why.rule == "name-body-head")
    }

    /// A post: with the names of its body, and its holder's name where that follows.
    fn post(&mut self, mut found: PostPhrase, after: usize, limit: usize) -> usize {
        let sheet = self.sheet;
        // Names before and after the post's own words.
        let inside = |scan: &mut Self, from: usize, to: usize| {
            let mut at = from;
            while at < to {
                match name::at(scan.known, sheet, at, to) {
                    Some((last, noun)) => {
                        scan.push(noun);
                        at = last;
                    }
                    None => at += 1,
                }
            }
        };
        inside(self, found.from, found.first);
        if found.body.is_none() && found.country.is_none() {
            self.owner_before(&mut found);
        }
        let name_at = |at: usize| {
            let last = person::name_words(sheet, at, limit);
            let known = name::at(self.known, sheet, at, limit);
            let rival = known.filter(|(l, n)| *l >= last && n.kind != MentionKind::Per && !(n.weak)).is_some();
            (last > at && !rival).then_some(last)
        };
        let straight = if after == found.to { name_at(after) } else { None };
        let post_index = self.out.posts.len();
        let style = matches!(found.sort.as_str(), "style" | "rank");
        if let Some(last) = straight.filter(|l| !found.plural || *l > after) {
            inside(self, found.last, found.to);
            let mut noun =
                Noun::new(MentionKind::Per, after, last, Why { rule: "name-after-title".into(), entries: found.why.entries.clone() });
            noun.gender = sheet
                .longest(after, Class::GivenName)
                .and_then(|(_, e)| person::gender(e.cell(1)))
                .or_else(|| person::title_gender(sheet.words(found.first, found.last)));
            noun.from = found.from;
            noun.country = found.country.clone();
            noun.sector = found.sector.clone();
            self.out.posts.push(found);
            self.out.titled.push(post_index);
            self.out.nouns.push(noun);
            return last;
        }
        if style {
            return found.last;
        }
        // Without a name it stands for its holder.
        let mut noun =
            Noun::new(MentionKind::Nom, found.first, found.last, Why { rule: "noun-post".into(), entries: found.why.entries.clone() });
        noun.from = found.from;
        noun.country = found.country.clone();
        noun.sector = found.sector.clone();
        noun.sort = if found.plural { "pl".into() } else { "sg".into() };
        noun.gender = person::title_gender(sheet.words(found.first, found.last));
        // "a missionary from Calgary", not "recalled its envoy from Lima"
        let from =
            || sheet.is(found.last, "from") && self.sheet.edges.child(found.last - 1, &[Relation::Nmod]).is_some_and(|c| c > found.last);
        if found.to == found.last && found.body.is_none() && from() {
            self.of_country(&mut noun, limit);
        }
        // Article and adjectives before it, as before any description.
        let from = noun.from;
        self.lead(&mut noun);
        noun.from = noun.from.min(from);
        self.push(noun);
        inside(self, found.last, found.to);
        let to = found.to;
        self.out.posts.push(found);
        to
    }

    /// A body just before a post with small letters: "Acme Oil *chief executive*", "the foreign ministry's *spokesman*".
    fn owner_before(&self, found: &mut PostPhrase) {
        let Some(noun) = self.out.nouns.last() else { return };
        let gap = noun.last..found.from;
        let adjacent = gap.is_empty() || (gap.len() == 1 && self.sheet.is_any(noun.last, &["'s", "'", "’"]));
        if adjacent && matches!(noun.kind, MentionKind::Org | MentionKind::Loc | MentionKind::Norp | MentionKind::Nom) {
            found.body = Some((noun.first, noun.last));
            found.country = noun.country.clone();
        }
    }

    /// Takes article, adjectives and the country before a noun into it.
    fn lead(&self, noun: &mut Noun) {
        let sheet = self.sheet;
        let floor = sheet.sentence_of(noun.first).map_or(0, |s| s.first_token as usize);
        let mut at = noun.first;
        while at > floor {
            let token = sheet.token(at - 1);
            if let Some(owner) = self.out.nouns.iter().rev().take(4).find(|n| n.last == at && n.kind != MentionKind::Pron) {
                let adjective = owner.kind == MentionKind::Norp;
                let name = owner.kind == MentionKind::Loc || owner.kind == MentionKind::Org;
                let possessive = at < noun.first && sheet.is_any(at, &["'s", "'", "’"]);
                if !(adjective
                    || possessive
                    || (name && at == noun.first && matches!(owner.sort.as_str(), "abbreviation" | "igo"))
                    || (name && noun.kind == MentionKind::Nom && at == noun.first))
                {
                    break;
                }
                // "Russia's Security Council" is no body of many states, whatever the list says of the name alone.
                if noun.kind == MentionKind::Org
                    && owner.country.is_some()
                    && noun.code.as_deref().is_some_and(|c| c.starts_with("IGO"))
                    && noun.last - noun.first > 1
                    && (adjective || possessive)
                {
                    noun.code = None;
                    noun.sector = Some("GOV".into());
                }
                if noun.country.is_none() && noun.code.is_none() && noun.kind != MentionKind::Per {
                    noun.country = owner.country.clone();
                    if noun.country.is_none()
                        && owner.code.as_deref().is_some_and(|c| c.starts_with("IGO") || c.starts_with("IMG"))
                        && noun.kind == MentionKind::Nom
                    {
                        noun.code = owner.code.clone();
                    }
                }
                at = owner.from.min(owner.first);
                // An article before the owner opens the whole phrase.
                let opened = at < owner.first;
                if possessive || opened {
                    break;
                }
                continue;
            }
            let word = token.read().to_lowercase();
            let article = matches!(
                word.as_str(),
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "his"
                    | "her"
                    | "their"
                    | "some"
                    | "several"
                    | "many"
                    | "no"
                    | "this"
                    | "these"
                    | "those"
                    | "two"
                    | "three"
                    | "all"
                    | "both"
            );
            let possessive = matches!(token.text.as_str(), "'s" | "’s" | "'" | "’");
            let adjective = token.kind == TokenKind::Word
                && !token.capital()
                && !sheet.common(at - 1, Some("function"))
                && !verb::acts(sheet, at - 1)
                && noun.kind == MentionKind::Nom
                && noun.first - at < 3;
            let hyphen = token.hyphen() && noun.kind == MentionKind::Nom;
            if !(article || possessive || adjective || hyphen || token.kind == TokenKind::Number) {
                break;
            }
            at -= 1;
            if article {
                break;
            }
        }
        // A verb's object may stand before an adjective's place: go back no further than what was found.
        noun.from = at.min(noun.first);
    }

    /// Whether the word before is a nationality or a country's name: "the *Zambian* people", "a *US* national".
    fn behind_country(&self, at: usize) -> bool {
        let country =
            |n: &Noun| n.kind == MentionKind::Norp && n.sort == "adjective" || n.kind == MentionKind::Loc && n.why.rule == "name-country";
        self.out.nouns.last().is_some_and(|n| n.last == at && n.country.is_some() && country(n))
    }

    /// "the government of Sudan", "troops from Chad", "rebels in Darfur"
    fn of_country(&self, noun: &mut Noun, limit: usize) {
        if noun.country.is_some() || noun.code.is_some() || !self.sheet.is_any(noun.last, &["of", "from", "in"]) {
            return;
        }
        let article = noun.last + 1 + usize::from(self.sheet.is(noun.last + 1, "the"));
        // "Albanians of southern Serbia"
        let at = article + usize::from(self.sheet.is_any(article, COMPASS));
        let country = || self.sheet.longest(at, Class::Country).filter(|(_, e)| !matches!(e.cell(2), "adjective"));
        // Whoever is in a town need not be of its country ("a Moscow bank in Havana"), but crowds, gunmen and police mostly are.
        let local = noun.sector.as_deref().is_some_and(|s| LOCAL.contains(&s));
        let region = |e: &cubaru_lexicon::Entry| local || !self.sheet.is(noun.last, "in") || e.cell(2) == "region";
        let place = || self.sheet.longest(at, Class::Place).filter(|(_, e)| region(e));
        if at < limit
            && let Some((_, entry)) = country().or_else(place)
        {
            noun.country = Some(entry.cell(1).to_string());
            noun.why = noun.why.clone().with(&entry);
        }
    }

    /// An agent's word before another noun is its modifier: "police station", "government bonds".
    fn agent_is_modifier(&self, first: usize, last: usize, limit: usize) -> bool {
        let sheet = self.sheet;
        if last >= limit || !sheet.spaced(last) || sheet.entries(first, Class::Agent).next().is_some_and(|(_, e)| e.cell(2).ends_with("pl"))
        {
            return false;
        }
        let next = sheet.token(last);
        let agent = sheet.longest(last, Class::Agent).is_some() || sheet.longest(last, Class::Post).is_some();
        let noun = next.kind == TokenKind::Word && !next.capital() && sheet.common(last, Some("open")) && !verb::acts(sheet, last);
        agent && !verb::acts(sheet, last)
            || noun && next.read().ends_with(['s', 'n', 't', 'y']) && !next.read().ends_with("ly") && !next.read().ends_with("ed")
    }

    fn push(&mut self, noun: Noun) {
        self.out.nouns.push(noun);
    }
}

/// A pronoun's number, person and gender: `sg`, `pl` or `it`.
fn pronoun(word: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match word.to_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => ("sg", Some("m")),
        "she" | "her" | "hers" | "herself" => ("sg", Some("f")),
        "they" | "them" | "their" | "theirs" | "themselves" => ("pl", None),
        "it" | "its" | "itself" => ("it", None),
        "i" | "me" | "my" | "myself" => ("i", None),
        "we" | "us" | "our" | "ours" | "ourselves" => ("we", None),
        _ => return None,
    })
}
