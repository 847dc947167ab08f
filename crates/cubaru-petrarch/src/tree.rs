//! A sentence as the coders see it: written words on the dependency tree of cubaru's syntax floor.

use crate::words::normal;
use cubaru_parse::{
    Token,
    syntax::{Relation, Upos, Xpos},
};

/// A written word. Dictionaries write `AL-BAHR` as one word, the syntax floor as three.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// As it is compared; empty for a mark.
    pub text: String,
    /// Its lemma in the same form.
    pub lemma: String,
    pub upos: Upos,
    pub xpos: Xpos,
    pub relation: Relation,
    pub head: Option<usize>,
    pub children: Vec<usize>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its bytes in the text.
    pub start: u32,
    pub end: u32,
}

/// The words of a sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub words: Vec<Word>,
}

impl Tree {
    /// From the tokens of one sentence; `first` is the document's number of the first of them.
    pub(crate) fn new(tokens: &[Token], first: usize) -> Self {
        let within = |token: &Token| token.head.and_then(|h| (h as usize).checked_sub(first)).filter(|h| *h < tokens.len());
        let depths = depths(tokens.len(), |i| within(&tokens[i]));
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            match groups.last_mut() {
                Some((_, end)) if joined(&tokens[i - 1], token) => *end = i + 1,
                _ => groups.push((i, i + 1)),
            }
        }
        let mut of = vec![0; tokens.len()];
        for (word, (from, to)) in groups.iter().enumerate() {
            of[*from..*to].fill(word);
        }
        let mut words: Vec<Word> = Vec::new();
        for (from, to) in groups {
            // The one nearest the root has all its heads outside, so that words make a tree as tokens do.
            let head = (from..to).rev().min_by_key(|i| depths[*i]).unwrap_or(from);
            let text: String = tokens[from..to].iter().map(|t| t.read()).collect();
            let token = &tokens[head];
            words.push(Word {
                text: normal(&text).unwrap_or_default(),
                lemma: if to - from == 1 { normal(&token.lemma).unwrap_or_default() } else { String::new() },
                upos: token.upos,
                xpos: token.xpos,
                relation: token.relation,
                head: within(token).map(|h| of[h]),
                children: Vec::new(),
                capital: text.starts_with(char::is_uppercase),
                start: tokens[from].start,
                end: tokens[to - 1].end,
            });
        }
        let mut tree = Self { words };
        tree.hang();
        tree
    }

    /// Mends what trees get wrong about names: what a dictionary knows as a name is no verb, its words hang together, who has the `'s` owns
    /// what follows, and of two subjects the second, behind "and", belongs to the first. `names` are runs of words, none within another.
    pub(crate) fn mend(&mut self, names: &[(usize, usize)]) {
        let depths = depths(self.words.len(), |w| self.words[w].head);
        for (from, to) in names.iter().copied() {
            for word in &mut self.words[from..to] {
                if word.capital && matches!(word.upos, Upos::Verb | Upos::Adv | Upos::Intj | Upos::X) {
                    (word.upos, word.xpos) = (Upos::Propn, Xpos::Nnp);
                }
            }
            // The topmost word keeps its head, so that no circle comes about.
            let Some(top) = (from..to).rev().min_by_key(|w| depths[*w]) else { continue };
            for word in from..to {
                let outside = self.words[word].head.is_none_or(|h| !(from..to).contains(&h));
                if word != top && outside {
                    self.words[word].head = Some(top);
                }
                // What a name holds is no clause with a subject and an object.
                if word != top && (outside || is_clausal(self.words[word].relation)) {
                    self.words[word].relation = Relation::Flat;
                }
            }
        }
        for word in 0..self.words.len() {
            let owner = self.words.iter().skip(word + 1).take(1).any(|w| w.xpos == Xpos::Pos && w.head == Some(word));
            if !owner || !self.is_noun(word) || self.words[word].relation == Relation::NmodPoss {
                continue;
            }
            let head = self.words[word].head;
            let owned = (word + 2..self.words.len()).take(8).find(|w| self.words[*w].head == head && self.is_noun(*w) && head.is_some());
            if let Some(owned) = owned {
                self.words[word].head = Some(owned);
                self.words[word].relation = Relation::NmodPoss;
            }
        }
        self.hang();
        for verb in 0..self.words.len() {
            let subjects: Vec<usize> = self.children(verb, &[Relation::Nsubj, Relation::NsubjPass]).filter(|s| self.is_noun(*s)).collect();
            if let [first, second] = subjects[..]
                && self.child(second, &[Relation::Cc]).is_some()
            {
                self.words[second].head = Some(first);
                self.words[second].relation = Relation::Conj;
            }
        }
        self.hang();
    }

    /// Tells every word its children.
    fn hang(&mut self) {
        self.words.iter_mut().for_each(|w| w.children.clear());
        for i in 0..self.words.len() {
            if let Some(head) = self.words[i].head {
                self.words[head].children.push(i);
            }
        }
    }

    pub(crate) fn relation(&self, word: usize) -> Relation {
        self.words[word].relation
    }

    /// The children with one of these relations, in the order of the text.
    pub(crate) fn children<'a>(&'a self, word: usize, relations: &'a [Relation]) -> impl DoubleEndedIterator<Item = usize> + 'a {
        self.words[word].children.iter().copied().filter(|c| relations.contains(&self.words[*c].relation))
    }

    pub(crate) fn child(&self, word: usize, relations: &[Relation]) -> Option<usize> {
        self.children(word, relations).next()
    }

    /// The words below a word, itself among them, leaving out what `skip` refuses with all below it; in the order of the text.
    pub(crate) fn below(&self, word: usize, skip: impl Fn(usize) -> bool) -> Vec<usize> {
        let (mut open, mut found) = (vec![word], Vec::new());
        while let Some(at) = open.pop() {
            found.push(at);
            open.extend(self.words[at].children.iter().copied().filter(|c| !skip(*c)));
        }
        found.sort_unstable();
        found
    }

    /// Whether a word is, or hangs directly or further below, another.
    pub(crate) fn is_below(&self, word: usize, above: usize) -> bool {
        let mut at = Some(word);
        while let Some(word) = at {
            if word == above {
                return true;
            }
            at = self.words[word].head;
        }
        false
    }

    /// The subjects of a verb that stand in its own clause.
    pub(crate) fn subject(&self, verb: usize) -> Option<usize> {
        self.children(verb, &[Relation::Nsubj, Relation::NsubjPass]).min_by_key(|c| c.abs_diff(verb))
    }

    /// Whether the verb is in the passive.
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        let word = &self.words[verb];
        let participle = matches!(word.xpos, Xpos::Vbn | Xpos::Vbd);
        participle && (self.child(verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some() || word.relation == Relation::Acl)
    }

    /// The preposition in front of a noun.
    pub(crate) fn preposition(&self, noun: usize) -> Option<&str> {
        self.child(noun, &[Relation::Case]).filter(|c| self.words[*c].xpos != Xpos::Pos).map(|c| self.words[c].text.as_str())
    }

    /// A word and those joined to it by "and".
    pub(crate) fn conjuncts(&self, word: usize) -> Vec<usize> {
        let mut found = vec![word];
        let mut at = 0;
        while at < found.len() {
            found.extend(self.children(found[at], &[Relation::Conj]));
            at += 1;
        }
        found.sort_unstable();
        found
    }

    pub(crate) fn is_noun(&self, word: usize) -> bool {
        matches!(self.words[word].upos, Upos::Noun | Upos::Propn)
    }

    pub(crate) fn is_verb(&self, word: usize) -> bool {
        self.words[word].upos == Upos::Verb || self.words[word].xpos.label().starts_with("VB")
    }

    /// The word itself where it is a verb of its own, not an auxiliary.
    pub(crate) fn is_predicate(&self, word: usize) -> bool {
        self.is_verb(word) && !matches!(self.relation(word), Relation::Aux | Relation::AuxPass | Relation::Cop)
    }
}

/// Whether a relation is one of clauses.
fn is_clausal(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Nsubj
            | Relation::NsubjPass
            | Relation::Obj
            | Relation::Iobj
            | Relation::Obl
            | Relation::OblUnmarked
            | Relation::Xcomp
            | Relation::Ccomp
            | Relation::Acl
            | Relation::Advcl
            | Relation::Advmod
            | Relation::Parataxis
            | Relation::Dep
    )
}

/// Whether two tokens are written as one word: hyphens join; clitics stand apart, as in the Penn Treebank.
fn joined(before: &Token, token: &Token) -> bool {
    let hyphen = |t: &Token| matches!(t.text.as_str(), "-" | "‐" | "‑");
    before.end == token.start && !token.clitic && (hyphen(before) || hyphen(token))
}

/// How far each lies below its root, in time linear in their number.
fn depths(count: usize, head: impl Fn(usize) -> Option<usize>) -> Vec<u32> {
    let mut depths: Vec<Option<u32>> = vec![None; count];
    for i in 0..count {
        let (mut path, mut at) = (Vec::new(), Some(i));
        while let Some(word) = at.filter(|w| depths[*w].is_none() && path.len() <= count) {
            path.push(word);
            at = head(word);
        }
        let first = at.and_then(|w| depths[w]).map_or(0, |d| d + 1);
        for (depth, word) in (first..).zip(path.into_iter().rev()) {
            depths[word] = Some(depth);
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}
