//! Who takes part in an act: the places that a rule names, filled from the tree.

use super::{Scene, clause, matching::Matched, sector::sector};
use crate::{
    class::Class,
    label::{Relation, Upos, Xpos},
    language::{Class as Listed, Kind, Place, Rule},
    parsed::MentionKind,
    phrase::{verb, verb::VerbGroup},
};

/// A preposition that the tree hangs elsewhere is looked for this many tokens after the words of a rule.
const REACH: usize = 12;
/// Where an act takes place is said no deeper below its words, and no level is wider.
const LEVELS: usize = 3;
const WIDEST: usize = 8;

impl Scene<'_> {
    /// Actor and recipient as nouns; none where the rule's caution is not met, or nobody is named.
    pub(super) fn roles(&self, group: &VerbGroup, rule: &Rule, matched: &Matched) -> Option<(Vec<usize>, Vec<usize>)> {
        // The first place at which somebody else than the actor stands: "imposed limits on its labour market for Polish workers".
        let first = |places: &[Place], actor: &[usize]| {
            let others = |nouns: Vec<usize>| self.others(actor, nouns);
            let found = places.iter().map(|p| others(self.at_place(group, p, matched))).find(|n| !n.is_empty());
            // What the tree hangs elsewhere: behind the next of the prepositions.
            let prepositions = || places.iter().filter_map(|p| if let Place::Behind(word) = p { Some(word.as_str()) } else { None });
            found.unwrap_or_else(|| others(self.linear(matched.end, &prepositions().collect::<Vec<_>>())))
        };
        let mut actor = first(&rule.actor, &[]);
        // "received a letter from the king": who visits is received himself.
        if rule.actor == [Place::Object] && rule.recipient.contains(&Place::Subject) {
            let received = self.object_words(group, &[]);
            let spread = |n: &usize| received.iter().any(|o| self.noun_at(*o).is_some_and(|r| r == *n || self.nouns_of(*o).contains(n)));
            actor.retain(spread);
        }
        let recipient = first(&rule.recipient, &actor);
        let coded = self.coded(&actor);
        // Of a reciprocal act with no recipient beside it, two actors count as both sides.
        let sides = if recipient.is_empty() && self.reciprocal(rule) { coded.min(2) } else { usize::from(coded > 0) };
        let political = sides + usize::from(self.known(&recipient));
        // What acts must be able to act: a nationality alone stands for its state only beside another actor.
        let nobody = actor.is_empty() && recipient.is_empty() && rule.political > 0;
        if nobody || political < rule.political || actor.is_empty() && rule.political > 1 {
            return None;
        }
        if actor.is_empty() && !group.passive && !rule.actor.is_empty() && rule.political > 0 && !self.unlisted(group) {
            return None;
        }
        // Things of a nation act materially ("Russian missiles struck"), but they neither meet nor accuse.
        let things = |n: &usize| self.phrases.nouns[*n].kind == MentionKind::Norp && self.phrases.nouns[*n].sort == "adjective";
        let material = Class(rule.class.clone().into()).quad().is_none_or(|q| q.starts_with("MATERIAL"));
        // "European states", "Jewish organisations"
        let people = || {
            let subject = self.sheet.edges.subject(group.head);
            let plural = |s: usize| self.sheet.token(s).xpos == Xpos::Nns;
            subject.is_some_and(|s| plural(s) || self.sheet.listed(s, Listed::Description) || self.sheet.listed(s, Listed::Agent))
        };
        if !actor.is_empty() && actor.iter().all(things) && !material && !people() {
            return None;
        }
        // Whom an act concerns by the way, or where it takes place, makes nothing political that was not.
        let objects = rule.recipient.contains(&Place::Object) || rule.needs.iter().any(|n| n.place == Place::Object);
        let further = || {
            let own = self.object_words(group, &matched.words).first().and_then(|o| self.noun_at(*o));
            let mut about = if objects && !group.passive { self.others(&actor, self.within_object(group)) } else { Vec::new() };
            // "ordered patrols by police": they are what is mobilised.
            let by = |n: usize| {
                let case = self.sheet.edges.child(self.phrases.nouns[n].last - 1, &[Relation::Case]);
                case.is_some_and(|c| self.sheet.is(c, "by"))
            };
            if rule.class == "MOBILIZE" && about.first().is_some_and(|n| by(*n)) {
                about.clear();
            }
            about.retain(|n| Some(*n) != own);
            about
        };
        // "received a letter from the king": no visit of his.
        let guests = rule.class == "CONSULT" && rule.needs.is_empty();
        let recipient = if recipient.is_empty() && !guests { further() } else { recipient };
        let recipient = if recipient.is_empty() && rule.recipient.contains(&Place::Where) && (coded < 2 || material) {
            self.others(&actor, self.place_of(matched))
        } else {
            recipient
        };
        // "The two met in Geneva", "returned to Geneva for talks": where they met is no third side.
        let place = |n: &usize| self.phrases.nouns[*n].kind == MentionKind::Loc;
        let talks = rule.mode.is_none() || rule.needs.iter().any(|n| n.place == Place::Behind("for".into()));
        let recipient = if rule.class == "CONSULT" && talks && coded > 1 && recipient.iter().all(place) { Vec::new() } else { recipient };
        Some((actor, recipient))
    }

    /// Whether nouns are pronouns that nobody is known to stand for.
    pub(super) fn pronouns(&self, nouns: &[usize]) -> bool {
        let open = |n: &usize| self.phrases.nouns[*n].kind == MentionKind::Pron && self.participant(*n).code.is_none();
        !nouns.is_empty() && nouns.iter().all(open)
    }

    /// Whether what acts is named, though no list tells who it is: "Tevsalo accused Mali", "the bombing killed two Malian soldiers".
    fn unlisted(&self, group: &VerbGroup) -> bool {
        let Some(subject) = self.sheet.edges.subject(group.head) else { return false };
        let token = self.sheet.token(subject);
        let act = || self.sheet.language.rules().of(Kind::Noun, &token.lemma).next().is_some();
        token.upos == Upos::Propn || token.upos == Upos::Noun && act()
    }

    /// Whether one and the same act is done by both sides.
    fn reciprocal(&self, rule: &Rule) -> bool {
        rule.recipient.iter().all(|p| matches!(p, Place::Behind(w) if w == "with" || w == "between"))
    }

    /// Whether one of some nouns has an actor code.
    pub(super) fn known(&self, nouns: &[usize]) -> bool {
        self.coded(nouns) > 0
    }

    /// Nobody acts upon himself: "offered his condolences".
    pub(super) fn others(&self, actor: &[usize], recipient: Vec<usize>) -> Vec<usize> {
        let entity = |noun: usize| self.mentions[noun].entity;
        let same = |r: &usize| actor.iter().any(|a| a == r || entity(*a).is_some() && entity(*a) == entity(*r));
        // "agreed to extend its peacekeeping mission": his own forces are what he acts with.
        let force = |r: usize| {
            let code = self.participant(r).code.filter(|_| self.phrases.nouns[r].kind == MentionKind::Nom);
            code.as_deref().and_then(sector).is_some_and(|s| matches!(s, "MIL" | "IGO"))
        };
        let owner = |r: usize| {
            let own = self.sheet.edges.child(self.phrases.nouns[r].last - 1, &[Relation::NmodPoss]);
            own.filter(|o| self.sheet.token(*o).xpos == Xpos::PrpPossessive).and_then(|o| self.noun_at(o))
        };
        let own = |r: &usize| force(*r) && owner(*r).is_some_and(|o| same(&o));
        recipient.into_iter().filter(|r| !same(r) && !own(r)).collect()
    }

    /// The nouns at a place around a verb.
    fn at_place(&self, group: &VerbGroup, place: &Place, matched: &Matched) -> Vec<usize> {
        match place {
            Place::Subject if group.passive => match self.agent(group) {
                agent if agent.is_empty() => self.linear(matched.end, &["by"]),
                agent => agent,
            },
            // "The rebels said that they would attack": who says so, where no other is meant.
            Place::Subject => {
                Some(self.subject(group)).filter(|s| matched.source.is_empty() || !self.pronouns(s)).unwrap_or(matched.source.clone())
            }
            Place::Object => self.objects(group, matched),
            Place::Behind(preposition) => {
                let mut anchors = matched.anchors.clone();
                anchors.extend(self.object_words(group, &matched.words));
                let words = anchors.into_iter().flat_map(|a| self.behind_word(a, preposition)).filter(|w| !matched.words.contains(w));
                self.all(words.map(|w| self.nouns_of(w)))
            }
            Place::Owner | Place::Before => {
                let below = matched.anchors.iter().skip(1).map(|a| self.beside(*a, place)).find(|n| !n.is_empty());
                below.unwrap_or_default()
            }
            Place::Clause => self.asked(group, 2),
            Place::Source => matched.source.clone(),
            Place::Small | Place::Where | Place::Auxiliary => Vec::new(),
        }
    }

    /// The nouns that are the object of a verb, or of the clause that a rule needs below it: "threatened to attack Nepal".
    fn objects(&self, group: &VerbGroup, matched: &Matched) -> Vec<usize> {
        let given = self.sheet.edges.child(group.head, &[Relation::Iobj]).filter(|o| !matched.words.contains(o));
        let below = || matched.anchors.iter().skip(1).find_map(|a| self.verb_at(*a)).map(|g| self.object_words(g, &matched.words));
        // A word that the rule itself needs takes part if it is somebody: "recalled the ambassador".
        let somebody = |word: usize| self.noun_at(word).filter(|n| self.participant(*n).code.is_some());
        // "called the minister to discuss Syria": the verb's own object comes before that of the clause.
        let own = || self.sheet.edges.child(group.head, &[Relation::Obj]).filter(|o| !group.passive && somebody(*o).is_some());
        let words = match given.or_else(own) {
            Some(given) => vec![given],
            None => below().unwrap_or_else(|| self.object_words(group, &matched.words)),
        };
        let nouns = |word: usize| if matched.words.contains(&word) { somebody(word).into_iter().collect() } else { self.nouns_of(word) };
        self.all(words.into_iter().map(nouns))
    }

    /// Nouns together, each once.
    pub(super) fn all(&self, found: impl Iterator<Item = Vec<usize>>) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        for noun in found.flatten() {
            if !all.contains(&noun) {
                all.push(noun);
            }
        }
        all
    }

    /// The nouns that own a word, or stand before it.
    pub(super) fn beside(&self, word: usize, place: &Place) -> Vec<usize> {
        let relations: &[Relation] =
            if *place == Place::Owner { &[Relation::NmodPoss] } else { &[Relation::Amod, Relation::Compound, Relation::NmodDesc] };
        let below = self.sheet.edges.children(word).filter(|c| relations.contains(&self.sheet.token(*c).relation));
        below.map(|c| self.nouns_of(c)).find(|n| self.known(n)).unwrap_or_default()
    }

    /// The countries and towns in which an act takes place that has nobody to whom it is done.
    fn place_of(&self, matched: &Matched) -> Vec<usize> {
        let inside = ["in", "at", "near", "across", "throughout", "outside", "inside", "around"];
        let mut level = matched.anchors.clone();
        for _ in 0..LEVELS {
            let words = level.iter().flat_map(|a| inside.iter().flat_map(|p| self.behind_word(*a, p)));
            let mut nouns = self.all(words.map(|w| self.nouns_of(w)));
            nouns.retain(|n| self.phrases.nouns[*n].kind == MentionKind::Loc);
            if !nouns.is_empty() {
                return nouns;
            }
            let deeper = |c: &usize| matches!(self.sheet.token(*c).relation, Relation::Nmod | Relation::Obj | Relation::Xcomp);
            level = level.iter().flat_map(|a| self.sheet.edges.children(*a).filter(deeper)).take(WIDEST).collect();
        }
        Vec::new()
    }

    /// Whether a "by" tells who does what a noun names, and not what the verb states: "were treated after the *attack by* rebels".
    fn of_another(&self, by: usize) -> bool {
        let head = |t: usize| self.sheet.token(t).head.map(|h| h as usize);
        let act = head(by).filter(|_| self.sheet.is(by, "by")).and_then(head).map(|noun| self.sheet.token(noun));
        act.is_some_and(|t| t.upos == Upos::Noun && self.sheet.language.rules().of(Kind::Noun, &t.lemma).next().is_some())
    }

    /// The nouns behind the next of some prepositions, up to the end of the clause.
    fn linear(&self, from: usize, prepositions: &[&str]) -> Vec<usize> {
        let limit = self.sentence(from.saturating_sub(1)).1;
        for at in from..limit.min(from + REACH) {
            if self.sheet.is_any(at, prepositions) {
                return if self.of_another(at) { Vec::new() } else { self.governed(at) };
            }
            if clause::ends(self, at) || self.verb_at(at).is_some_and(|g| g.form != verb::Form::Participle) {
                return Vec::new();
            }
        }
        Vec::new()
    }
}
