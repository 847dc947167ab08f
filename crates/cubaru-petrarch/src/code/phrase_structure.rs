//! Coding with patterns over phrases, as PETRARCH-2 does: each verb's meaning is made of its own code, its subject, its objects, and the
//! meanings of the verbs below it.

use super::Coded;
use crate::{
    Dictionaries, Place,
    combine::{combine, covers, is_verbal, negated, pair},
    day::Day,
    noun::{Finder, Who},
    read::verb::{
        Atom, Code, TreeVerbs, Verb,
        transform::{Object, Slot, Term},
        tree::{Noun, Side, TreePattern},
    },
    tree::Tree,
};
use cubaru_parse::syntax::{Relation, Xpos};

/// Prepositions behind which a passive names who acts.
const BY: [&str; 3] = ["BY", "FROM", "IN"];

/// Who or what an event is done to.
#[derive(Debug, Clone, PartialEq)]
enum Target {
    Nobody,
    /// Whoever the subject of the verb above is.
    Above,
    Who(Who),
    Event(Box<Meaning>),
}

/// What a verb says: who does what to whom.
#[derive(Debug, Clone, PartialEq)]
struct Meaning {
    source: Vec<Who>,
    target: Target,
    code: Option<String>,
    verb: usize,
    place: Place,
}

struct Coder<'a> {
    verbs: &'a TreeVerbs,
    tree: &'a Tree,
    finder: Finder<'a>,
}

/// Codes a sentence.
pub(super) fn code(dictionaries: &Dictionaries, tree: &Tree, day: Option<Day>) -> Vec<Coded> {
    if dictionaries.tree.forms.is_empty() {
        return Vec::new();
    }
    let coder = Coder { verbs: &dictionaries.tree, tree, finder: Finder { dictionaries, tree, day, flat: false } };
    let mut out = Vec::new();
    for root in (0..tree.words.len()).filter(|w| tree.words[*w].head.is_none()) {
        for clause in coder.clauses(root) {
            coder.meanings(clause, 0).into_iter().for_each(|m| coder.finish(m, &mut out));
        }
    }
    out
}

/// How deep verbs are followed into the clauses below them.
const DEPTH: u32 = 12;

impl Coder<'_> {
    /// The clauses of a sentence that are not part of one another: beside each other, around "…, he said", and in front of the main one.
    fn clauses(&self, root: usize) -> Vec<usize> {
        let (mut open, mut found) = (vec![root], Vec::new());
        while let Some(verb) = open.pop() {
            found.push(verb);
            open.extend(self.tree.words[verb].children.iter().copied().filter(|c| self.stands_alone(verb, *c)));
        }
        found.sort_unstable();
        found
    }

    /// Whether a clause below a verb is none of its complements.
    fn stands_alone(&self, verb: usize, child: usize) -> bool {
        let tree = self.tree;
        match tree.relation(child) {
            Relation::Parataxis => true,
            Relation::Conj => tree.subject(child).is_some(),
            // "Arnor signed, officials said", "As Arnor signed, Gondor left"
            Relation::Ccomp | Relation::Advcl => child < verb && tree.subject(child).is_some(),
            _ => false,
        }
    }

    /// What a verb and everything below it says.
    fn meanings(&self, verb: usize, depth: u32) -> Vec<Meaning> {
        let tree = self.tree;
        if depth > DEPTH {
            return Vec::new();
        }
        let up = tree.subject(verb).map_or(Vec::new(), |s| self.who(s));
        let mut out = self.own(verb, &up, depth);
        // "Arnor signed and left": the second verb has the first one's subject.
        for beside in tree.children(verb, &[Relation::Conj]).filter(|c| tree.is_predicate(*c) && !self.stands_alone(verb, *c)) {
            for meaning in self.meanings(beside, depth + 1) {
                out.extend(self.under(&up, None, verb, Place::default(), meaning));
            }
        }
        out.into_iter().flat_map(|m| self.transformed(m)).collect()
    }

    /// What a verb says with its own objects and complements.
    fn own(&self, verb: usize, up: &[Who], depth: u32) -> Vec<Meaning> {
        let tree = self.tree;
        let (mut code, place) = self.meaning(verb).unwrap_or_default();
        if self.is_negated(verb) {
            code = Code { active: code.active.as_deref().and_then(negated), passive: None };
        }
        let meaning =
            |source: &[Who], target, code: &Option<String>| Meaning { source: source.to_vec(), target, code: code.clone(), verb, place };
        let passive = tree.is_passive(verb);
        if passive || code.active.is_none() && code.passive.is_some() {
            let code = if passive { &code.active } else { &code.passive };
            let behind = |prepositions: &[&str]| -> Vec<Who> {
                let nouns = tree.children(verb, &[Relation::Obl, Relation::OblAgent, Relation::Obj]);
                nouns.filter(|n| tree.preposition(*n).is_some_and(|p| prepositions.contains(&p))).flat_map(|n| self.who(n)).collect()
            };
            let by = behind(&["BY"]);
            let source = if by.is_empty() { behind(&BY) } else { by };
            let targets = if up.is_empty() { behind(&["AT", "AGAINST", "INTO", "TOWARDS"]) } else { up.to_vec() };
            if code.is_some() && (!source.is_empty() || self.complements(verb).is_empty()) {
                if targets.is_empty() {
                    return vec![meaning(&source, Target::Above, code)];
                }
                return targets.into_iter().map(|who| meaning(&source, Target::Who(who), code)).collect();
            }
        }
        let complements = self.complements(verb);
        let controlled = self.controlled(verb);
        let low = if controlled.is_some() { Vec::new() } else { self.low(verb) };
        let mut out = Vec::new();
        for who in low {
            for (source, code) in up.iter().filter_map(|u| Some((u, code.passive.clone()?))) {
                out.push(meaning(std::slice::from_ref(&who), Target::Who(source.clone()), &Some(code)));
            }
            out.push(meaning(up, Target::Who(who), &code.active));
        }
        if !out.is_empty() {
            return out;
        }
        if complements.is_empty() {
            return vec![meaning(up, Target::Nobody, &code.active)];
        }
        for complement in complements {
            // "came as Arnor announced …": a clause of its own, which the verb is not about.
            let apart = tree.relation(complement) == Relation::Advcl && tree.subject(complement).is_some();
            for mut inner in self.meanings(complement, depth + 1) {
                if apart {
                    out.push(inner);
                    continue;
                }
                // "asked Obama to help": whom the verb is done to acts in the clause.
                if let Some((object, _)) = controlled.as_ref().filter(|(_, c)| *c == complement && inner.source.is_empty()) {
                    inner.source = self.who(*object);
                }
                out.extend(self.under(up, code.active.as_deref(), verb, place, inner));
            }
        }
        out
    }

    /// A meaning below a verb with a subject and a code.
    fn under(&self, up: &[Who], code: Option<&str>, verb: usize, place: Place, inner: Meaning) -> Vec<Meaning> {
        if up.is_empty() && code.is_none() {
            return vec![inner];
        }
        let place = |combined: &Option<String>| if code.is_some() && combined.as_deref() == code { place } else { inner.place };
        if inner.target == Target::Above {
            let combined = combine(code, inner.code.as_deref());
            let place = place(&combined);
            let whole = |target| Meaning { target, code: combined.clone(), place, ..inner.clone() };
            return if up.is_empty() { vec![whole(Target::Above)] } else { up.iter().map(|u| whole(Target::Who(u.clone()))).collect() };
        }
        if inner.source.is_empty() {
            let combined = combine(code, inner.code.as_deref());
            return vec![Meaning {
                source: up.to_vec(),
                target: inner.target.clone(),
                place: place(&combined),
                code: combined,
                verb: inner.verb,
            }];
        }
        let place = place(&code.map(str::to_string));
        vec![Meaning { source: up.to_vec(), target: Target::Event(Box::new(inner)), code: code.map(str::to_string), verb, place }]
    }

    /// An event about an event as the transformations have it, or by what both codes mean together.
    fn transformed(&self, meaning: Meaning) -> Vec<Meaning> {
        for transform in &self.verbs.transforms {
            let mut bound = Bound::default();
            if !bound.term(&transform.term, &meaning) {
                continue;
            }
            let code = transform.code.clone().or_else(|| bound.any.clone());
            let (Some(source), Some(targets)) = (bound.of(transform.source), bound.of(transform.target)) else { continue };
            return targets
                .iter()
                .map(|t| Meaning {
                    source: source.clone(),
                    target: Target::Who(t.clone()),
                    code: code.clone(),
                    verb: meaning.verb,
                    place: if transform.code.is_some() { transform.place } else { meaning.place },
                })
                .collect();
        }
        if let (false, Target::Event(inner), Some(outer)) = (meaning.source.is_empty(), &meaning.target, &meaning.code)
            && let Some(code) = about(outer, inner.code.as_deref())
        {
            let done = |who: &Who| Meaning { target: Target::Who(who.clone()), code: Some(code.clone()), ..meaning.clone() };
            return inner.source.iter().map(done).collect();
        }
        vec![meaning]
    }

    /// Events that have both sides.
    fn finish(&self, meaning: Meaning, out: &mut Vec<Coded>) {
        let Some(code) = meaning.code else { return };
        let mut push = |source: &Who, target: &Who| {
            out.push(Coded {
                code: code.clone(),
                source: source.clone(),
                target: target.clone(),
                verb: meaning.verb,
                place: meaning.place,
            });
        };
        match &meaning.target {
            Target::Who(target) => meaning.source.iter().for_each(|source| push(source, target)),
            // Several who meet, agree or work together do so with one another.
            Target::Nobody if ["03", "04", "05", "06"].iter().any(|c| code.starts_with(c)) => {
                for source in &meaning.source {
                    meaning.source.iter().filter(|t| *t != source).for_each(|target| push(source, target));
                }
            }
            _ => {}
        }
    }

    /// Who a noun phrase or a pronoun is.
    fn who(&self, word: usize) -> Vec<Who> {
        if self.finder.is_pronoun(word) { self.finder.antecedent(word) } else { self.finder.who(word) }
    }

    /// Whom a verb is done to: its objects, else what stands behind its prepositions.
    fn low(&self, verb: usize) -> Vec<Who> {
        let tree = self.tree;
        let known = |words: Vec<usize>| {
            let mut found: Vec<Who> = Vec::new();
            for who in words.into_iter().flat_map(|w| self.who(w)) {
                if !found.iter().any(|f| f.code.starts_with(&who.code)) {
                    // "met the Peruvian minister in Peru": the country says no more than its minister.
                    found.retain(|f| !who.code.starts_with(&f.code));
                    found.push(who);
                }
            }
            found
        };
        let named = |who: &[Who]| who.iter().any(|w| !w.code.starts_with("---"));
        let objects = known(tree.children(verb, &[Relation::Obj, Relation::Iobj, Relation::OblUnmarked]).collect());
        if named(&objects) {
            return objects;
        }
        let behind = known(tree.children(verb, &[Relation::Obl, Relation::OblAgent]).collect());
        if named(&behind) || objects.is_empty() { behind } else { objects }
    }

    /// The clauses below a verb that say what it is about.
    fn complements(&self, verb: usize) -> Vec<usize> {
        let tree = self.tree;
        let relations = [Relation::Xcomp, Relation::Ccomp, Relation::Advcl];
        let clause = |c: &usize| tree.is_predicate(*c) || tree.child(*c, &[Relation::Cop]).is_some();
        // What stands before a verb is not what it is about.
        tree.children(verb, &relations).filter(|c| *c > verb && clause(c) && !self.stands_alone(verb, *c)).collect()
    }

    /// The object that acts in the clause below a verb, with that clause: "asked Obama to help".
    fn controlled(&self, verb: usize) -> Option<(usize, usize)> {
        let tree = self.tree;
        let clause = tree.children(verb, &[Relation::Xcomp]).find(|c| tree.is_predicate(*c))?;
        let object = tree.children(verb, &[Relation::Obj, Relation::Iobj]).find(|o| *o < clause)?;
        (!self.who(object).is_empty() && tree.words[verb].lemma != "PROMISE").then_some((object, clause))
    }

    fn is_negated(&self, verb: usize) -> bool {
        let tree = self.tree;
        tree.children(verb, &[Relation::Advmod]).any(|a| matches!(tree.words[a].text.as_str(), "NOT" | "N'T" | "NEVER"))
    }

    /// What a verb means by its pattern or by itself.
    fn meaning(&self, verb: usize) -> Option<(Code, Place)> {
        let entry = self.entry(verb)?;
        let patterns = self.verbs.blocks.get(entry.block).map_or(&[][..], |b| &b.patterns);
        let found = patterns.iter().find(|p| self.matched(p, verb));
        Some(found.map_or_else(|| (entry.code.clone(), entry.place), |p| (p.code.clone(), p.place)))
    }

    /// The verb's entry: by its form, or where no form fits by its lemma.
    fn entry(&self, verb: usize) -> Option<&Verb> {
        let tree = self.tree;
        let word = &tree.words[verb];
        let forms = self.verbs.forms.get(&word.text).or_else(|| self.verbs.forms.get(&word.lemma))?;
        let text = |at: usize| tree.words.get(at).map(|w| w.text.as_str());
        let particle = |after: &String| {
            let near = text(verb + 1) == Some(after);
            near || tree.children(verb, &[Relation::CompoundPrt, Relation::Advmod]).any(|c| c > verb && tree.words[c].text == *after)
        };
        let before = |entry: &Verb| {
            let count = entry.before.len();
            verb >= count && entry.before.iter().enumerate().all(|(i, b)| text(verb - count + i) == Some(b))
        };
        forms.iter().find(|entry| before(entry) && entry.after.iter().all(particle))
    }

    /// Whether a pattern fits a verb. Of a passive, what stands before the verb is what the pattern has behind it.
    fn matched(&self, pattern: &TreePattern, verb: usize) -> bool {
        let tree = self.tree;
        let subjects: Vec<usize> = self.subject(verb).map_or(Vec::new(), |s| tree.conjuncts(s));
        let objects =
            [Relation::Obj, Relation::Iobj, Relation::OblUnmarked, Relation::Advmod, Relation::CompoundPrt, Relation::Xcomp, Relation::Obl];
        let bare = |word: usize| tree.preposition(word).is_none() && !tree.is_predicate(word);
        let objects: Vec<usize> = tree.children(verb, &objects).filter(|w| bare(*w)).flat_map(|w| tree.conjuncts(w)).collect();
        let by = tree.children(verb, &[Relation::Obl, Relation::OblAgent]);
        let by: Vec<usize> = by.filter(|n| tree.preposition(*n).is_some_and(|p| matches!(p, "BY" | "FROM"))).collect();
        let (before, after) = if tree.is_passive(verb) { (by, subjects) } else { (subjects, objects) };
        self.side(&pattern.before, &before, None) && self.side(&pattern.after, &after, Some(verb))
    }

    /// The subject of a verb, that of the verb above where it shares one.
    fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            if let Some(subject) = self.tree.subject(at) {
                return Some(subject);
            }
            let shared = matches!(self.tree.relation(at), Relation::Conj | Relation::Xcomp | Relation::Advcl);
            at = self.tree.words[at].head.filter(|_| shared)?;
        }
    }

    /// Whether the nouns and prepositions of a side stand among the phrases there.
    fn side(&self, side: &Side, phrases: &[usize], verb: Option<usize>) -> bool {
        let mut heads: Vec<usize> = phrases.to_vec();
        let found = side.nouns.iter().all(|noun| {
            let at = heads.iter().position(|h| self.noun(noun, *h));
            at.map(|at| heads.remove(at)).is_some()
        });
        // A preposition may hang on the verb or on the noun before it.
        let hosts: Vec<usize> = phrases.iter().copied().chain(verb).collect();
        found
            && side.preps.iter().all(|prep| {
                let mut nouns = hosts
                    .iter()
                    .flat_map(|h| self.tree.children(*h, &[Relation::Obl, Relation::OblAgent, Relation::Nmod, Relation::Advcl]));
                nouns.any(|n| {
                    let behind = self
                        .tree
                        .children(n, &[Relation::Case, Relation::Mark])
                        .any(|c| self.tree.words[c].xpos != Xpos::To && self.atom(&prep.preposition, c));
                    behind && prep.nouns.iter().all(|noun| self.tree.conjuncts(n).into_iter().any(|n| self.noun(noun, n)))
                })
            })
    }

    /// Whether a phrase has a head and the words that a pattern wants with it.
    fn noun(&self, noun: &Noun, head: usize) -> bool {
        let heads = [head].into_iter().chain(self.tree.children(head, &[Relation::Flat]));
        let inner = self.tree.below(head, |w| {
            !matches!(
                self.tree.relation(w),
                Relation::Amod
                    | Relation::Compound
                    | Relation::Flat
                    | Relation::Det
                    | Relation::Nummod
                    | Relation::NmodPoss
                    | Relation::NmodDesc
            )
        });
        heads.into_iter().any(|h| self.headed(&noun.head, h, &inner))
            && noun.with.iter().all(|atom| inner.iter().any(|w| self.headed(atom, *w, &inner)))
    }

    /// Whether a word is an atom; of members of several words the last is the head, the others stand in the phrase.
    fn headed(&self, atom: &Atom, word: usize, phrase: &[usize]) -> bool {
        let text = |w: usize| self.tree.words[w].text.as_str();
        match atom {
            Atom::Word(wanted) => text(word) == wanted,
            Atom::Set(set) => self.verbs.sets.get(*set).is_some_and(|members| {
                members.iter().any(|member| {
                    let Some((last, others)) = member.split_last() else { return false };
                    text(word) == last && others.iter().all(|o| phrase.iter().any(|w| text(*w) == o))
                })
            }),
        }
    }

    /// Whether a single word is an atom.
    fn atom(&self, atom: &Atom, word: usize) -> bool {
        self.headed(atom, word, &[])
    }
}

/// What it means to somebody that a verb with a code is about what they do: "asked Arnor to help". What they do may have no code.
fn about(outer: &str, inner: Option<&str>) -> Option<String> {
    match inner {
        Some(inner) if outer.starts_with("01") => (!is_verbal(inner)).then(|| outer.to_string()),
        // "ordered the paper to close": what CAMEO has no code for is an order all the same.
        Some(inner) => {
            pair(outer, inner).or_else(|| (is_verbal(outer) && !is_verbal(inner) && !inner.starts_with("12")).then(|| outer.to_string()))
        }
        None => Some(outer.to_string()),
    }
}

/// Which actors the letters of a transformation stand for.
#[derive(Default)]
struct Bound {
    letters: Vec<(char, Vec<Who>)>,
    any: Option<String>,
}

impl Bound {
    fn term(&mut self, term: &Term<Option<Vec<String>>>, meaning: &Meaning) -> bool {
        let code = meaning.code.as_deref().unwrap_or("---");
        let verb = match &term.verb {
            None => {
                self.any = meaning.code.clone();
                self.any.is_some()
            }
            Some(codes) => {
                let wanted = codes.iter().skip(1).fold(codes.first().cloned(), |outer, inner| combine(outer.as_deref(), Some(inner)));
                wanted.is_some_and(|wanted| covers(&wanted, code))
            }
        };
        verb && self.slot(term.source, &meaning.source)
            && match (&term.object, &meaning.target) {
                (Object::Event(term), Target::Event(inner)) => self.term(term, inner),
                (Object::Slot(slot), Target::Who(who)) => self.slot(*slot, std::slice::from_ref(who)),
                (Object::Slot(slot), Target::Nobody | Target::Above) => self.slot(*slot, &[]),
                _ => false,
            }
    }

    fn slot(&mut self, slot: Slot, who: &[Who]) -> bool {
        let codes = |who: &[Who]| who.iter().map(|w| w.code.clone()).collect::<Vec<_>>();
        match slot {
            Slot::Any => true,
            Slot::None => who.is_empty(),
            Slot::Letter(letter) => match self.letters.iter().find(|(l, _)| *l == letter) {
                Some((_, known)) => codes(known) == codes(who),
                // Two letters are two actors.
                None if who.is_empty() || self.letters.iter().any(|(_, known)| codes(known) == codes(who)) => false,
                None => {
                    self.letters.push((letter, who.to_vec()));
                    true
                }
            },
        }
    }

    fn of(&self, slot: Slot) -> Option<Vec<Who>> {
        let Slot::Letter(letter) = slot else { return None };
        self.letters.iter().find(|(l, _)| *l == letter).map(|(_, who)| who.clone())
    }
}
