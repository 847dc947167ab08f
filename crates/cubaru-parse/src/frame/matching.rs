//! What a rule needs around its trigger, looked for on the tree.

use super::{Scene, clause};
use crate::{
    label::{Relation, Upos, Xpos},
    language::{Need, Place, Rule},
    phrase::verb::VerbGroup,
};

/// Where the words of a rule stand.
#[derive(Debug, Clone)]
pub(super) struct Matched {
    /// The tokens that state the act: the trigger and the words it needs.
    pub words: Vec<usize>,
    /// The trigger and the nouns it needs, by the words that hold their place in the tree: whose prepositions lead to who takes part.
    pub anchors: Vec<usize>,
    /// The token after the last word.
    pub end: usize,
    /// In whose words the act stands, where the rule asks.
    pub source: Vec<usize>,
}

impl Matched {
    fn new(group: &VerbGroup) -> Self {
        Self { words: vec![group.head], anchors: vec![group.head], end: group.head + 1, source: Vec::new() }
    }
}

/// A needed word that the tree hangs elsewhere stands at most this many tokens behind its verb.
const REACH: usize = 6;
/// No walk over joined nouns gathers more than this.
const MANY: usize = 12;

impl Scene<'_> {
    /// Whether a verb has what a rule needs.
    pub(super) fn matched(&self, group: &VerbGroup, rule: &Rule) -> Option<Matched> {
        let mut matched = Matched::new(group);
        for need in &rule.needs {
            let (words, anchor) = self.needed(group, need, &matched)?;
            // A preposition is no trigger, nor is what may be anything, nor who takes part.
            let somebody = || self.noun_at(anchor).is_some_and(|n| self.participant(n).code.is_some());
            let role = rule.actor.contains(&need.place) || rule.recipient.contains(&need.place);
            let takes_part = role && somebody();
            if !need.words.is_empty() && !takes_part {
                matched.words.extend(words.clone());
                matched.end = matched.end.max(words.end);
            }
            if !need.words.is_empty() {
                matched.anchors.push(anchor);
            }
        }
        matched.words.sort_unstable();
        matched.words.dedup();
        Some(matched)
    }

    /// Whether a verb is one that only carries nouns, and this noun stands where the rule says that they stand.
    pub(super) fn carries(&self, group: &VerbGroup, rule: &Rule, noun: usize) -> bool {
        let (open, closed): (Vec<&Need>, Vec<&Need>) = rule.needs.iter().partition(|need| need.words.is_empty());
        let mut matched = Matched::new(group);
        for need in closed {
            let Some((words, anchor)) = self.needed(group, need, &matched) else { return false };
            matched.end = matched.end.max(words.end);
            matched.anchors.push(anchor);
        }
        open.iter().all(|need| self.fillers(group, &need.place, &matched).contains(&noun))
    }

    /// The words at a place, with the one of them that the others hang on.
    fn needed(&self, group: &VerbGroup, need: &Need, so_far: &Matched) -> Option<(std::ops::Range<usize>, usize)> {
        let run = |at: usize| need.words.iter().find_map(|run| self.run_over(at, run)).map(|words| (words, at));
        let any = need.words.is_empty();
        match &need.place {
            Place::Small => {
                let limit = self.sentence(group.head).1.min(group.head + REACH);
                let edges = &self.sheet.edges;
                let below = edges.children(group.head).filter(|c| *c > group.head || self.sheet.token(*c).relation == Relation::Advmod);
                let object =
                    edges.child(group.head, &[Relation::Obj]).into_iter().flat_map(|o| edges.children(o)).filter(|c| *c > group.head);
                below.chain(object).find_map(run).or_else(|| {
                    let near = (group.head + 1..limit).take_while(|i| !clause::ends(self, *i) && !self.punctuation(*i));
                    near.filter(|i| !matches!(self.sheet.token(*i).upos, Upos::Noun | Upos::Propn)).find_map(run)
                })
            }
            Place::Clause => {
                let below =
                    self.sheet.edges.children(group.head).chain(so_far.anchors.iter().skip(1).flat_map(|a| self.sheet.edges.children(*a)));
                let clauses = |c: &usize| {
                    let t = self.sheet.token(*c);
                    *c > group.head && matches!(t.relation, Relation::Xcomp | Relation::Ccomp | Relation::Advcl | Relation::Acl)
                };
                let mut found = below.filter(clauses);
                if any {
                    return found.next().map(|c| (c..c + 1, c));
                }
                // What opens a clause tells its kind: `clause=to`, `clause=that`.
                let opened = |c: usize| {
                    let mark = self.sheet.edges.child(c, &[Relation::Mark])?;
                    let fits = need.words.iter().any(|run| matches!(run.as_slice(), [only] if self.sheet.is(mark, only)));
                    fits.then_some((mark..mark + 1, c))
                };
                found.find_map(|c| opened(c).or_else(|| run(c)))
            }
            Place::Auxiliary => need.words.iter().find_map(|run| self.auxiliaries(group, run)).map(|words| (words, group.head)),
            place => {
                let fillers = self.fillers(group, place, so_far);
                if any {
                    // "called on Tuesday" calls on nobody.
                    let time = |f: &&usize| matches!(place, Place::Behind(_)) && self.sheet.temporal(**f);
                    return fillers.iter().find(|f| !time(f)).map(|f| (*f..*f + 1, *f));
                }
                fillers.into_iter().find_map(run).or_else(|| self.near(group, need, so_far.end))
            }
        }
    }

    /// Where the modal of a verb and its negation stand, if they are these: `must`, `will_not`, `not`.
    fn auxiliaries(&self, group: &VerbGroup, run: &[String]) -> Option<std::ops::Range<usize>> {
        let reads = |at: usize, word: &str| self.sheet.token(at).lemma.eq_ignore_ascii_case(word) || self.sheet.is(at, word);
        let at = |word: &String| match word.as_str() {
            "not" => group.negated,
            modal => group.modal.filter(|m| reads(*m, modal)),
        };
        let found = run.iter().map(at).collect::<Option<Vec<usize>>>()?;
        Some(*found.iter().min()?..found.iter().max()? + 1)
    }

    /// A needed noun that stands behind the verb with no other verb between, though the tree hangs it elsewhere.
    fn near(&self, group: &VerbGroup, need: &Need, from: usize) -> Option<(std::ops::Range<usize>, usize)> {
        let (_, limit) = self.sentence(group.head);
        for at in from..limit.min(from + REACH) {
            if clause::ends(self, at) || self.verb_at(at).is_some() || self.sheet.is(at, ",") {
                return None;
            }
            let found = need.words.iter().find_map(|run| self.run_over(at, run));
            if let Some(words) = found.filter(|_| self.behind(at, &need.place, from)) {
                return Some((words, at));
            }
        }
        None
    }

    /// Whether the preposition of a noun phrase is the one that a place asks for; an object has none.
    fn behind(&self, noun: usize, place: &Place, from: usize) -> bool {
        // What the rule has as a particle can be taken for a preposition.
        let case = self.sheet.edges.child(noun, &[Relation::Case]).filter(|c| (from..noun).contains(c));
        match place {
            Place::Behind(word) => case.is_some_and(|c| self.sheet.is(c, word)),
            Place::Object => case.is_none() && self.sheet.token(noun).relation != Relation::Compound,
            _ => false,
        }
    }

    /// Whether a run of words, the last or the first of which is the token, reads as a rule writes it.
    pub(super) fn run_over(&self, at: usize, run: &[String]) -> Option<std::ops::Range<usize>> {
        let reads = |i: usize, word: &String| {
            self.sheet.tokens.get(i).is_some_and(|t| t.lemma.eq_ignore_ascii_case(word) || t.read().eq_ignore_ascii_case(word))
        };
        let [only] = run else {
            let all = |first: usize| run.iter().enumerate().all(|(k, w)| reads(first + k, w)).then_some(first..first + run.len());
            return (0..run.len()).find_map(|back| all(at.checked_sub(back)?));
        };
        reads(at, only).then_some(at..at + 1)
    }

    fn punctuation(&self, at: usize) -> bool {
        self.sheet.token(at).upos == Upos::Punct && !self.sheet.token(at).hyphen()
    }

    /// The words that stand at a place around a verb, and those joined to them.
    fn fillers(&self, group: &VerbGroup, place: &Place, so_far: &Matched) -> Vec<usize> {
        let first = match place {
            Place::Subject if group.passive => self.sheet.edges.child(group.head, &[Relation::OblAgent]).into_iter().collect(),
            Place::Subject => self.sheet.edges.subject(group.head).into_iter().collect(),
            Place::Object => self.object_words(group, &so_far.words),
            Place::Behind(preposition) => {
                let mut below = so_far.anchors.clone();
                below.extend(self.spread(self.object_words(group, &so_far.words)));
                let below = below.into_iter().flat_map(|a| self.behind_word(a, preposition));
                below.collect()
            }
            _ => Vec::new(),
        };
        self.spread(first)
    }

    /// The words that are the object of a verb: its own, what a passive tells of, what a relative clause or a participle hangs on, what
    /// it shares with the verb that it is joined to. `words` are those of the verb's own that a rule has found.
    pub(super) fn object_words(&self, group: &VerbGroup, words: &[usize]) -> Vec<usize> {
        let edges = &self.sheet.edges;
        let token = self.sheet.token(group.head);
        let relative = |t: &usize| self.sheet.token(*t).upos == Upos::Pron && matches!(self.sheet.token(*t).xpos, Xpos::Wdt | Xpos::Wp);
        let own: Vec<usize> =
            edges.children(group.head).filter(|c| self.sheet.token(*c).relation == Relation::Obj).filter(|c| !relative(c)).collect();
        if !own.is_empty() {
            return own;
        }
        let mut after = edges.children(group.head).filter(|c| *c > group.head && self.sheet.token(*c).relation == Relation::Obl).take(MANY);
        if let Some(object) = after.find(|c| !group.passive && self.disguised(group, *c, words)) {
            return vec![object];
        }
        if group.passive {
            return edges.subject(group.head).into_iter().collect();
        }
        let head = token.head.map(|h| h as usize);
        let acts = edges.child(group.head, &[Relation::Nsubj]).filter(|s| !relative(s)).is_some();
        match (token.relation, head) {
            // "the sanctions that Brussels imposed"
            (Relation::AclRelcl, Some(noun)) if acts => vec![noun],
            // "arrested and deported the diplomats", on whichever verb the tree hangs them
            (Relation::Conj, Some(first)) => edges.child(first, &[Relation::Obj]).filter(|o| *o > group.head).into_iter().collect(),
            _ => {
                let joined = edges.children(group.head).filter(|c| self.sheet.token(*c).relation == Relation::Conj);
                let near = joined.filter(|c| self.verb_at(*c).is_some() && *c <= group.head + 3);
                near.filter_map(|c| edges.child(c, &[Relation::Obj])).take(1).collect()
            }
        }
    }

    /// Whether what the tree has as adverbial is the object: behind a particle that it takes for a preposition ("handed over the general"), or
    /// behind words that only round a number ("killed at least eight leaders", "kidnapped up to 16 advisers").
    fn disguised(&self, group: &VerbGroup, noun: usize, words: &[usize]) -> bool {
        let first = self.sheet.edges.extent(noun).0;
        match self.sheet.edges.child(noun, &[Relation::Case]) {
            Some(case) => {
                let up = || case.checked_sub(1).is_some_and(|before| self.sheet.is(before, "up"));
                let rounds = self.sheet.is_any(case, &["over", "about", "around"]) || self.sheet.is(case, "to") && up();
                words.contains(&case) || rounds && case <= group.head + 2 && case + 1 < noun && self.sheet.token(case + 1).upos == Upos::Num
            }
            None => first == group.head + 1 && self.sheet.edges.child(noun, &[Relation::Nummod]).is_some() && !self.sheet.temporal(noun),
        }
    }

    /// The words that a preposition joins to a word.
    pub(super) fn behind_word(&self, word: usize, preposition: &str) -> Vec<usize> {
        let edges = &self.sheet.edges;
        let governed = |c: &usize| {
            edges.children(*c).any(|m| {
                let t = self.sheet.token(m);
                m < *c && matches!(t.relation, Relation::Case | Relation::Mark | Relation::Advmod) && self.sheet.is(m, preposition)
            })
        };
        edges.children(word).filter(governed).collect()
    }

    /// The words, those joined to them, and what stands behind their "of": "a series of attacks and raids".
    fn spread(&self, mut words: Vec<usize>) -> Vec<usize> {
        let edges = &self.sheet.edges;
        let mut next = 0;
        while next < words.len() && words.len() < MANY {
            let at = words[next];
            next += 1;
            let further = edges.children(at).filter(|c| match self.sheet.token(*c).relation {
                Relation::Conj => true,
                Relation::Nmod => edges.child(*c, &[Relation::Case]).is_some_and(|case| self.sheet.is(case, "of")),
                _ => false,
            });
            let further: Vec<usize> = further.filter(|c| !words.contains(c)).collect();
            words.extend(further);
        }
        words
    }
}
