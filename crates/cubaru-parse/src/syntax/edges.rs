//! The dependency tree as the floors above walk it: children, subjects, and how far a word's phrase reaches.

use crate::{
    label::{Relation, Upos, Xpos},
    parsed::Token,
};

/// The children of every token, and what lies below it.
pub(crate) struct Edges<'a> {
    tokens: &'a [Token],
    /// Where the children of each token begin in `children`.
    starts: Vec<u32>,
    children: Vec<u32>,
    /// The first token below each and the one after the last, itself among them.
    extents: Vec<(u32, u32)>,
}

impl<'a> Edges<'a> {
    pub(crate) fn new(tokens: &'a [Token]) -> Self {
        let n = tokens.len();
        let mut starts = vec![0_u32; n + 1];
        let heads = || tokens.iter().enumerate().filter_map(|(i, t)| Some((i, t.head? as usize)));
        heads().for_each(|(_, h)| starts[h + 1] += 1);
        (0..n).for_each(|i| starts[i + 1] += starts[i]);
        let (mut next, mut children) = (starts.clone(), vec![0; n]);
        for (i, h) in heads() {
            children[next[h] as usize] = i as u32;
            next[h] += 1;
        }
        let mut extents: Vec<(u32, u32)> = (0..n as u32).map(|i| (i, i + 1)).collect();
        for i in 0..n {
            let mut at = i;
            // A walk ends where somebody has been as far already.
            while let Some(head) = tokens[at].head {
                at = head as usize;
                let (first, last) = extents[at];
                let wider = (first.min(i as u32), last.max(i as u32 + 1));
                if wider == (first, last) {
                    break;
                }
                extents[at] = wider;
            }
        }
        Self { tokens, starts, children, extents }
    }

    /// The children of a token, in the order of the text.
    pub(crate) fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children[self.starts[token] as usize..self.starts[token + 1] as usize].iter().map(|c| *c as usize)
    }

    /// The first child with one of these relations.
    pub(crate) fn child(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token).find(|c| relations.contains(&self.tokens[*c].relation))
    }

    /// The tokens from the first below a token to the last, itself among them.
    pub(crate) fn extent(&self, token: usize) -> (usize, usize) {
        let (first, last) = self.extents[token];
        (first as usize, last as usize)
    }

    fn relation(&self, token: usize) -> Relation {
        self.tokens[token].relation
    }

    /// The word that a verb's act is by: its own subject, or that of the clause that it shares one with. Of a passive, who is acted on.
    pub(crate) fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..6 {
            // Of two subjects, which a tree may have by mistake, the nearer one is right.
            let subjects = self.children(at).filter(|c| matches!(self.relation(*c), Relation::Nsubj | Relation::NsubjPass));
            let own = subjects.min_by_key(|c| c.abs_diff(at));
            if let Some(own) = own {
                let relative =
                    matches!(self.tokens[own].lemma.as_str(), "who" | "which" | "that" | "whom") && self.tokens[own].upos == Upos::Pron;
                let clause = self.relation(at) == Relation::AclRelcl;
                return if relative && clause { self.tokens[at].head.map(|h| h as usize) } else { Some(own) };
            }
            if let Some(outer) = self.outer(at) {
                return Some(outer);
            }
            if let Some(beside) = self.beside(at) {
                return Some(beside);
            }
            let head = self.tokens[at].head? as usize;
            match self.relation(at) {
                Relation::Conj | Relation::Advcl => at = head,
                // "no intention of attacking", "the fear of Laos attacking"
                Relation::Acl if self.tokens[at].xpos == Xpos::Vbg && self.preposition(at) => return self.owner(head),
                // "officials visiting Cuba"
                Relation::Acl if self.tokens[at].xpos == Xpos::Vbg || at == verb && self.tokens[at].xpos == Xpos::Vbn => {
                    return Some(head);
                }
                // "is certain to attack", which a tree may take for a subject of its own
                Relation::Csubj if self.infinitive(at) => at = head,
                Relation::Acl if self.infinitive(at) => return self.owner(head),
                // "urged Moscow to withdraw": who was urged acts.
                Relation::Xcomp => match self.child(head, &[Relation::Obj, Relation::Iobj]) {
                    Some(object) if self.tokens[head].lemma != "promise" => return Some(object),
                    _ => at = head,
                },
                _ => return None,
            }
        }
        None
    }

    /// Whether a verb stands behind "to".
    fn infinitive(&self, verb: usize) -> bool {
        self.children(verb).any(|c| c < verb && self.relation(c) == Relation::Mark && self.tokens[c].xpos == Xpos::To)
    }

    /// Whether a verb stands behind a preposition, its own or that of the noun before it.
    fn preposition(&self, verb: usize) -> bool {
        let of = |token: usize| self.children(token).any(|c| c < verb && matches!(self.relation(c), Relation::Mark | Relation::Case));
        of(verb)
            || verb > 0 && self.relation(verb - 1) == Relation::Nmod && self.tokens[verb - 1].head == self.tokens[verb].head && of(verb - 1)
    }

    /// The subject that stands outside an infinitive: "Moscow is to withdraw", "it is hard for Moscow to withdraw".
    fn outer(&self, verb: usize) -> Option<usize> {
        if !self.infinitive(verb) {
            return None;
        }
        let subject = self.children(verb).find(|c| *c < verb && self.relation(*c) == Relation::NsubjOuter);
        let head = self.tokens[verb].head.map(|h| h as usize);
        let whom = |h: usize| {
            let between = self.children(h).filter(|c| (h..verb).contains(c) && matches!(self.relation(*c), Relation::Obl | Relation::Nmod));
            let for_whom = |c: &usize| {
                let first = self.extent(*c).0;
                self.tokens[first].lemma == "for" || first > 0 && self.tokens[first - 1].lemma == "for"
            };
            between.filter(|c| matches!(self.tokens[*c].upos, Upos::Noun | Upos::Propn | Upos::Pron)).find(for_whom)
        };
        let clause = matches!(self.relation(verb), Relation::Advcl | Relation::Xcomp | Relation::Ccomp | Relation::Csubj);
        subject.or_else(|| head.filter(|_| clause).and_then(whom))
    }

    /// Whose plan, threat or refusal a noun is: its owner, its nationality, or the subject of the verb whose object it is.
    fn owner(&self, noun: usize) -> Option<usize> {
        // "is on the verge of attacking"
        let subject = self.children(noun).find(|c| matches!(self.relation(*c), Relation::Nsubj));
        if subject.is_some() && self.children(noun).any(|c| self.relation(c) == Relation::Cop) {
            return subject;
        }
        let own = |relation: Relation| self.children(noun).find(|c| *c < noun && self.relation(*c) == relation);
        let capital = |c: &usize| self.tokens[*c].text.starts_with(char::is_uppercase);
        let of = || {
            let modifiers = self.children(noun).filter(|c| *c > noun && self.relation(*c) == Relation::Nmod);
            modifiers.into_iter().find(|c| {
                self.children(*c)
                    .any(|d| self.relation(d) == Relation::Case && matches!(self.tokens[d].lemma.as_str(), "of" | "by" | "for"))
            })
        };
        let found = own(Relation::NmodPoss)
            .or_else(|| own(Relation::Amod).filter(capital))
            .or_else(|| own(Relation::Compound).filter(capital))
            .or_else(of);
        let verb = || self.tokens[noun].head.map(|h| h as usize).filter(|_| matches!(self.relation(noun), Relation::Obj | Relation::Obl));
        let subject = |v: usize| self.children(v).find(|c| matches!(self.relation(*c), Relation::Nsubj | Relation::NsubjPass));
        found.or_else(|| verb().and_then(subject))
    }

    /// The noun right before a finite verb that the tree gives no subject: trees go wrong where one clause follows another without a mark
    /// ("after fighters attacked", "say militants seized").
    fn beside(&self, verb: usize) -> Option<usize> {
        let finite = |x: Xpos| matches!(x, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
        let auxiliaries = self.children(verb).filter(|c| matches!(self.relation(*c), Relation::Aux | Relation::AuxPass | Relation::Cop));
        let (mut tensed, mut first) = (finite(self.tokens[verb].xpos), verb);
        for auxiliary in auxiliaries {
            tensed |= finite(self.tokens[auxiliary].xpos);
            first = first.min(auxiliary);
        }
        if !tensed || matches!(self.relation(verb), Relation::Conj | Relation::AclRelcl | Relation::Parataxis) {
            return None;
        }
        let mut at = first.checked_sub(1)?;
        while self.tokens[at].upos == Upos::Adv && self.tokens[at].xpos != Xpos::Wrb {
            at = at.checked_sub(1)?;
        }
        if !matches!(self.tokens[at].upos, Upos::Noun | Upos::Propn) {
            return None;
        }
        let inner = |r: Relation| {
            matches!(
                r,
                Relation::Flat
                    | Relation::Compound
                    | Relation::Nmod
                    | Relation::NmodDesc
                    | Relation::NmodPoss
                    | Relation::Appos
                    | Relation::Conj
            )
        };
        while inner(self.relation(at)) {
            at = self.tokens[at].head.map(|h| h as usize).filter(|h| *h < first)?;
        }
        // The noun must not itself hang on the verb, nor stand in another sentence.
        (self.tokens[at].head != Some(verb as u32) && self.root(at) == self.root(verb)).then_some(at)
    }

    fn root(&self, token: usize) -> usize {
        let mut at = token;
        while let Some(head) = self.tokens[at].head {
            at = head as usize;
        }
        at
    }
}
