//! Coding with patterns over words, as TABARI and PETRARCH-1 do: what stands before the verb, what stands after it, and the noun phrases
//! among it. The tree says how far a verb's phrase reaches and who its subject is.

use super::Coded;
use crate::{
    Dictionaries, Place,
    day::Day,
    noun::{Finder, Who},
    read::verb::{
        Atom, Code, FlatVerbs, Verb,
        flat::{Element, FlatPattern, Item},
    },
    tree::Tree,
};
use cubaru_parse::syntax::{Relation, Upos, Xpos};

/// A noun phrase, with those that are joined to it.
struct Phrase {
    /// Its first and last word, everything behind prepositions included.
    first: usize,
    last: usize,
    /// Its last word before the first preposition: there `^` ends.
    base: usize,
    who: Vec<Who>,
    /// Whether it lies in none of the others. Only such phrases are sources and targets where no pattern says who is.
    top: bool,
}

/// A sentence that is being coded.
struct Coder<'a> {
    verbs: &'a FlatVerbs,
    tree: &'a Tree,
    phrases: Vec<Phrase>,
}

/// What a pattern found out beside its match: indexes of phrases.
#[derive(Debug, Clone, Copy, Default)]
struct Roles {
    source: Option<usize>,
    target: Option<usize>,
    compound: Option<usize>,
}

/// Codes a sentence.
pub(super) fn code(dictionaries: &Dictionaries, tree: &Tree, day: Option<Day>) -> Vec<Coded> {
    if dictionaries.flat.forms.is_empty() {
        return Vec::new();
    }
    let finder = Finder { dictionaries, tree, day, flat: true };
    let coder = Coder { verbs: &dictionaries.flat, tree, phrases: phrases(&finder) };
    let mut out = Vec::new();
    let mut done = vec![false; tree.words.len()];
    for verb in (0..tree.words.len()).filter(|w| tree.is_predicate(*w)) {
        if done[verb] {
            continue;
        }
        let Some((code, place, roles)) = coder.meaning(verb) else { continue };
        // What stands below a verb that means something is part of its meaning.
        coder.reach(verb).into_iter().for_each(|word| done[word] = true);
        coder.events(verb, &code, place, roles, &mut out);
    }
    out
}

/// The noun phrases of a sentence in the order of their first words.
fn phrases(finder: &Finder<'_>) -> Vec<Phrase> {
    let tree = finder.tree;
    let inside = |word: usize| {
        let relation = tree.relation(word);
        let inner = matches!(
            relation,
            Relation::Compound
                | Relation::Flat
                | Relation::Amod
                | Relation::Det
                | Relation::Nummod
                | Relation::Nmod
                | Relation::NmodPoss
                | Relation::NmodDesc
                | Relation::NmodUnmarked
                | Relation::Conj
                | Relation::Fixed
        );
        inner && tree.words[word].head.is_some_and(|head| tree.is_noun(head) || tree.words[head].upos == Upos::Num)
    };
    let nouns = (0..tree.words.len()).filter(|w| tree.is_noun(*w) && (!inside(*w) || tree.relation(*w) == Relation::Nmod));
    let clause = |word: usize| {
        matches!(
            tree.relation(word),
            Relation::Acl
                | Relation::AclRelcl
                | Relation::Advcl
                | Relation::Ccomp
                | Relation::Xcomp
                | Relation::Parataxis
                | Relation::Appos
        ) || tree.relation(word) == Relation::Conj && tree.is_verb(word)
    };
    let phrase = |top: usize| {
        let words = tree.below(top, |w| {
            clause(w) || tree.relation(w) == Relation::Punct || matches!(tree.relation(w), Relation::Nsubj | Relation::Cop)
        });
        let (first, last) = (words.first().copied().unwrap_or(top), words.last().copied().unwrap_or(top));
        let behind = tree.children(top, &[Relation::Nmod, Relation::Obl]).filter(|n| *n > top).map(|n| tree.below(n, clause)[0]).min();
        let base = behind.map_or(last, |n| n.saturating_sub(1).max(top));
        Phrase { first, last, base, who: finder.who(top), top: !inside(top) }
    };
    let mut found: Vec<Phrase> = nouns.map(phrase).collect();
    // Those inside others come after them.
    found.sort_by_key(|p| (p.first, std::cmp::Reverse(p.last)));
    found
}

impl Coder<'_> {
    /// What a verb means by its pattern or by itself; none where it stands in no block, or means nothing.
    fn meaning(&self, verb: usize) -> Option<(Code, Place, Roles)> {
        let (entry, first, last) = self.entry(verb)?;
        let patterns = self.verbs.blocks.get(entry.block).map_or(&[][..], |b| &b.patterns);
        let before = self.before(first);
        let after: Vec<usize> = self.reach(verb).into_iter().filter(|w| *w > last).collect();
        let found = patterns.iter().find_map(|p| Some((p, self.matched(p, &before, &after)?)));
        match found {
            Some((pattern, roles)) if !pattern.code.is_null() => Some((pattern.code.clone(), pattern.place, roles)),
            _ if !entry.code.is_null() => Some((entry.code.clone(), entry.place, Roles::default())),
            _ => None,
        }
    }

    /// The verb's entry, and the first and last word of it.
    fn entry(&self, verb: usize) -> Option<(&Verb, usize, usize)> {
        let word = &self.tree.words[verb];
        let forms = self.verbs.forms.get(&word.text).or_else(|| self.verbs.forms.get(&word.lemma))?;
        let text = |at: usize| self.tree.words.get(at).map(|w| w.text.as_str());
        forms.iter().find_map(|entry| {
            // Between the verb and its particle small words may stand.
            let mut last = verb;
            for after in &entry.after {
                let at = (last + 1..self.tree.words.len()).find(|at| text(*at) == Some(after) || !self.small(*at))?;
                last = (text(at) == Some(after)).then_some(at)?;
            }
            let first = verb.checked_sub(entry.before.len())?;
            let fits = entry.before.iter().enumerate().all(|(i, before)| text(first + i) == Some(before));
            fits.then_some((entry, first, last))
        })
    }

    /// The words that a verb's phrase reaches, in the order of the text; other verbs beside it and clauses around it are not among them.
    fn reach(&self, verb: usize) -> Vec<usize> {
        let tree = self.tree;
        let skip = |word: usize| {
            tree.words[word].head == Some(verb)
                && (tree.relation(word) == Relation::Conj && tree.is_predicate(word) || tree.relation(word) == Relation::Parataxis)
        };
        let mut words: Vec<usize> = tree.below(verb, skip).into_iter().filter(|w| *w >= verb).collect();
        if words.len() == 1 {
            // Trees go wrong; a verb with nothing behind it takes what stands there up to a mark, another verb or another clause.
            let stops = |w: usize| tree.is_verb(w) || matches!(tree.words[w].upos, Upos::Punct | Upos::Sconj | Upos::Cconj | Upos::Aux);
            words.extend((verb + 1..tree.words.len()).take_while(|w| !stops(*w)));
        }
        words
    }

    /// The words before a verb, the nearest first, up to the sentence's start or a comma that stands outside noun phrases.
    fn before(&self, first: usize) -> Vec<usize> {
        let tree = self.tree;
        let inside = |at: usize| self.phrases.iter().any(|p| p.first <= at && at <= p.last);
        (0..first)
            .rev()
            .take_while(|at| tree.words[*at].xpos != Xpos::Comma || inside(*at))
            .filter(|at| !tree.words[*at].text.is_empty())
            .collect()
    }

    /// Whether a word may stand between two that a pattern puts side by side: articles, numbers, pronouns, forms of "have".
    fn small(&self, at: usize) -> bool {
        let word = &self.tree.words[at];
        word.text.is_empty()
            || matches!(word.upos, Upos::Det | Upos::Num)
            || word.xpos == Xpos::Prp
            || word.upos == Upos::Aux && word.lemma == "HAVE"
    }

    /// Whether a pattern fits, and whom it finds.
    fn matched(&self, pattern: &FlatPattern, before: &[usize], after: &[usize]) -> Option<Roles> {
        let mut roles = Roles::default();
        self.side(&pattern.before, before, &mut roles).then_some(())?;
        self.side(&pattern.after, after, &mut roles).then_some(())?;
        Some(roles)
    }

    /// Matches one side, from the verb outwards. Between elements that are not joined other words may stand, so that the nearest place of
    /// each run of joined ones is the best.
    fn side(&self, elements: &[Element], words: &[usize], roles: &mut Roles) -> bool {
        let mut at = 0;
        let mut rest = elements;
        while !rest.is_empty() {
            let length = 1 + rest[1..].iter().take_while(|e| e.beside).count();
            let (run, later) = rest.split_at(length);
            let places = if run[0].beside { at..at + 1 } else { at..words.len().max(at + 1) };
            // The run must begin at a word itself, not at small words before it, unless it is tied to what came before.
            let found = places.clone().find_map(|from| {
                let mut tried = *roles;
                let tied = run[0].beside;
                self.run(run, words, from, tied, &mut tried).map(|end| (end, tried))
            });
            let Some((end, tried)) = found else { return false };
            *roles = tried;
            at = end;
            rest = later;
        }
        true
    }

    /// Matches joined elements from a place on, and gives the place after them.
    fn run(&self, run: &[Element], words: &[usize], from: usize, tied: bool, roles: &mut Roles) -> Option<usize> {
        let mut at = from;
        for (i, element) in run.iter().enumerate() {
            at = match &element.item {
                Item::Atom(atom) => {
                    let mut end = self.atom(atom, words, at);
                    while end.is_none() && (i > 0 || tied) && words.get(at).is_some_and(|w| self.small(*w)) {
                        at += 1;
                        end = self.atom(atom, words, at);
                    }
                    end?
                }
                Item::Skip => self.past(words, at)?,
                Item::Source => {
                    let (phrase, at) = self.named(words, at)?;
                    roles.source = Some(phrase);
                    at
                }
                Item::Target => {
                    let (phrase, at) = self.named(words, at)?;
                    roles.target = Some(phrase);
                    at
                }
                Item::Compound => {
                    let phrase = self.phrase_at(words, at).filter(|p| self.phrases[*p].who.len() > 1)?;
                    roles.compound = Some(phrase);
                    self.past(words, at)?
                }
            };
        }
        Some(at)
    }

    /// The place after a word or a member of a set that stands at a place.
    fn atom(&self, atom: &Atom, words: &[usize], at: usize) -> Option<usize> {
        let text = |at: usize| words.get(at).map(|w| self.tree.words[*w].text.as_str());
        match atom {
            Atom::Word(word) => (text(at)? == word).then_some(at + 1),
            Atom::Set(set) => {
                let backwards = words.len() > 1 && words[0] > words[1];
                let fits = |member: &&Vec<String>| {
                    let count = member.len();
                    (0..count).all(|i| text(at + if backwards { count - 1 - i } else { i }) == Some(member[i].as_str()))
                };
                let members = self.verbs.sets.get(*set)?;
                members.iter().filter(fits).map(|m| at + m.len()).max()
            }
        }
    }

    /// The phrase that a place lies in.
    fn phrase_at(&self, words: &[usize], at: usize) -> Option<usize> {
        let word = *words.get(at)?;
        self.phrases.iter().rposition(|p| p.first <= word && word <= p.last)
    }

    /// The phrase at a place where it has a code, and the place itself: words inside may still be asked for.
    fn named(&self, words: &[usize], at: usize) -> Option<(usize, usize)> {
        let word = *words.get(at)?;
        let phrase = self.phrases.iter().rposition(|p| p.first <= word && word <= p.last && !p.who.is_empty())?;
        Some((phrase, at))
    }

    /// The place after the phrase that a place lies in.
    fn past(&self, words: &[usize], at: usize) -> Option<usize> {
        let phrase = &self.phrases[self.phrase_at(words, at)?];
        let inside = |word: &usize| phrase.first <= *word && *word <= phrase.base;
        Some(at + words[at..].iter().take_while(|w| inside(w)).count())
    }

    /// The events of a verb that means something.
    fn events(&self, verb: usize, code: &Code, place: Place, roles: Roles, out: &mut Vec<Coded>) {
        let mut all = |source: usize, target: usize| {
            for (source, target) in self.phrases[source].who.iter().flat_map(|s| self.phrases[target].who.iter().map(move |t| (s, t))) {
                for (code, source, target) in [(&code.active, source, target), (&code.passive, target, source)] {
                    if let Some(code) = code.as_ref().filter(|_| source.code != target.code) {
                        out.push(Coded { code: code.clone(), source: source.clone(), target: target.clone(), verb, place });
                    }
                }
            }
        };
        if let Some(compound) = roles.compound {
            // Before the verb its members act on one another; behind it they are what the subject acts on.
            let before = self.phrases[compound].first < verb;
            let source = if before { Some(compound) } else { roles.source.or_else(|| self.subject(verb)) };
            source.into_iter().for_each(|source| all(source, compound));
            return;
        }
        let agent = self.by_agent(verb);
        let target = roles.target.or_else(|| if agent.is_some() { self.subject(verb) } else { self.target(verb) });
        let Some(target) = target else { return };
        let source = roles.source.or(agent).or_else(|| self.source(verb, target));
        source.into_iter().for_each(|source| all(source, target));
    }

    /// The phrase that a word belongs to.
    fn phrase_of(&self, word: usize) -> Option<usize> {
        self.phrases.iter().rposition(|p| p.top && p.first <= word && word <= p.last)
    }

    /// The phrase behind "by" of a passive verb.
    fn by_agent(&self, verb: usize) -> Option<usize> {
        let tree = self.tree;
        if !tree.is_passive(verb) {
            return None;
        }
        let by = tree.children(verb, &[Relation::OblAgent, Relation::Obl]).find(|n| tree.preposition(*n) == Some("BY"))?;
        self.phrase_of(by).filter(|p| !self.phrases[*p].who.is_empty())
    }

    /// The first phrase with a code that a verb's own phrase reaches.
    fn target(&self, verb: usize) -> Option<usize> {
        let reach = self.reach(verb);
        let within = |p: &Phrase| p.first > verb && reach.binary_search(&p.base).is_ok() && p.top && !p.who.is_empty();
        self.phrases.iter().position(within)
    }

    /// The phrase of a verb's subject, that of a verb above included.
    fn subject(&self, verb: usize) -> Option<usize> {
        let tree = self.tree;
        let mut at = verb;
        loop {
            if let Some(subject) = tree.subject(at) {
                // "the fleet that sailed": who sails stands before the clause.
                let relative = matches!(tree.words[subject].xpos, Xpos::Wdt | Xpos::Wp) || tree.words[subject].text == "THAT";
                let word = if relative { tree.words[at].head? } else { subject };
                return self.phrase_of(word).filter(|p| !self.phrases[*p].who.is_empty());
            }
            let above = matches!(tree.relation(at), Relation::Conj | Relation::Xcomp | Relation::Advcl | Relation::Acl | Relation::Ccomp);
            at = tree.words[at].head.filter(|_| above)?;
            if !tree.is_predicate(at) && tree.subject(at).is_none() {
                return self.phrase_of(at).filter(|p| !self.phrases[*p].who.is_empty());
            }
        }
    }

    /// Who acts, where the target is known: the subject, or the nearest phrase before the verb that has another code.
    fn source(&self, verb: usize, target: usize) -> Option<usize> {
        let differs = |p: &usize| {
            let codes = |p: usize| self.phrases[p].who.iter().map(|w| &w.code);
            *p != target && !codes(*p).eq(codes(target))
        };
        let before = self.before(verb);
        let reachable = |p: &Phrase| p.top && before.contains(&p.base) && !p.who.is_empty();
        let nearest = || (0..self.phrases.len()).rev().find(|p| reachable(&self.phrases[*p]) && differs(p));
        self.subject(verb).filter(|p| self.phrases[*p].first < verb).filter(differs).or_else(nearest)
    }
}
