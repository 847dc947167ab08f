//! The position of a clause or noun: what it hangs on makes of it. One governor after another, up the tree.

use super::{
    beside,
    complement::{self, Form},
    holds, reported, sentence, value,
};
use crate::{
    certainty::{Certainty, Modality, Status, Value},
    frame::Scene,
    label::{Relation, Upos, Xpos},
    language::Predicate,
    parsed::{Attribution, AttributionKind},
};

/// No more governors of one act are looked at.
pub(super) const DEEPEST: usize = 24;

/// The words of somebody, for himself: certain to him.
const SPOKEN: Value = Value::new(Certainty::CtPlus, Status::Reported, Modality::Attributed);

/// A token run that makes a value what it is.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    pub run: (usize, usize),
    /// Whether it does no more than bring in a speaker.
    pub voice: bool,
}

/// A value with the words and entries behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct Position {
    pub value: Value,
    pub cues: Vec<Cue>,
    pub entries: Vec<String>,
    /// Whether a verb has undone what the word below it means: "abandoned".
    undone: bool,
}

impl Position {
    pub(super) fn of(value: Value) -> Self {
        Self { value, ..Self::default() }
    }

    pub(super) fn cue(&mut self, run: (usize, usize)) {
        self.cues.push(Cue { run, voice: false });
    }

    pub(super) fn has(&self, run: (usize, usize)) -> bool {
        self.cues.iter().any(|c| c.run == run)
    }

    pub(super) fn change(&mut self, value: Value, run: (usize, usize), entry: &str) {
        self.value = value;
        self.cue(run);
        self.entries.push(entry.into());
    }
}

/// A way up the tree from one act.
pub(super) struct Walk<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// Whose view is asked for: no further up than what this one says.
    pub(super) speaker: Option<&'a Attribution>,
    /// The innermost attribution around the act.
    within: Option<&'a Attribution>,
    depth: usize,
    /// Whether the way led past the cue of that attribution.
    crossed: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(scene: &'a Scene<'a>, speaker: Option<&'a Attribution>, within: Option<&'a Attribution>) -> Self {
        Self { scene, speaker, within, depth: 0, crossed: false }
    }

    /// The value of the act that a token states.
    pub(super) fn value(mut self, trigger: usize) -> Position {
        let found = self.at(trigger, None);
        self.spoken(found)
    }

    /// The value of the clause of a token, whatever stands beside it.
    pub(super) fn place(mut self, trigger: usize) -> Position {
        let found = self.position(trigger);
        self.spoken(found)
    }

    fn spoken(self, mut found: Position) -> Position {
        // Somebody's words that the tree does not lay below their cue: a quotation, "according to".
        if self.speaker.is_none() && self.within.is_some() && !self.crossed {
            found.value.certainty = Certainty::U;
            if found.value.status == Status::Actual {
                found.value = Value {
                    modality: if found.value.modality == Modality::Evaluative { Modality::Evaluative } else { Modality::Attributed },
                    ..value::REPORTED
                };
            }
        }
        found
    }

    /// The value of a word in its place, without what stands below its child `from`.
    pub(super) fn at(&mut self, word: usize, from: Option<usize>) -> Position {
        let mut position = self.position(word);
        beside::applied(self.scene, word, from, &mut position);
        position
    }

    pub(super) fn relation(&self, word: usize) -> Relation {
        self.scene.sheet.token(word).relation
    }

    /// What the place of a word makes of it.
    pub(super) fn position(&mut self, word: usize) -> Position {
        let sheet = self.scene.sheet;
        self.depth += 1;
        let Some(head) = sheet.token(word).head.map(|h| h as usize).filter(|_| self.depth < DEEPEST) else { return self.root(word) };
        if let Some(speaker) = self.speaker.filter(|s| !holds(self.scene, s, head)) {
            return self.source(speaker, word, head);
        }
        let cue = |a: &Attribution| a.cue.iter().any(|c| c.span().contains(sheet.token(head).span()));
        self.crossed |= self.within.is_some_and(cue);
        if let Some(mark) = sentence::question(self.scene, word) {
            return self.asked(word, mark);
        }
        match self.relation(word) {
            Relation::Conj => self.joined(word, head),
            Relation::Xcomp | Relation::Ccomp | Relation::Csubj | Relation::CsubjPass | Relation::CsubjOuter => self.clause(word, head),
            Relation::Acl => self.of_noun(word, head),
            Relation::AclRelcl => match self.told(word, head) {
                Some(row) => self.cross(row, word, head),
                None => self.relative(word, head),
            },
            Relation::Advcl | Relation::AdvclRelcl => self.adverbial(word, head),
            Relation::Parataxis | Relation::Discourse => self.beside(word, head),
            _ => self.nominal(word, head),
        }
    }

    /// The place of a whole sentence.
    pub(super) fn root(&mut self, word: usize) -> Position {
        let scene = self.scene;
        if let Some(mark) = sentence::question(scene, word) {
            return self.asked(word, mark);
        }
        if sentence::imperative(scene, word) {
            return Position::of(value::DESIRED);
        }
        if let Some(mark) = beside::marker(scene, word) {
            return self.supposed(word, None, mark.run, mark.hedge.value, &mark.hedge.entry);
        }
        // "In case they attack, …", where the tree takes the condition for the sentence.
        let (first, _) = scene.sentence(word);
        if let Some(mark) = beside::hedge(scene, first, &["condition"]).filter(|f| f.run.1 > first + 1 && f.run.1 < word)
            && scene.verbs(mark.run.1, word).is_empty()
            && scene.sheet.token(mark.run.1).upos != Upos::Adp
        {
            return self.supposed(word, None, mark.run, mark.hedge.value, &mark.hedge.entry);
        }
        let indirect = self.within.filter(|a| a.kind == AttributionKind::Indirect && holds(scene, a, word));
        match (self.speaker, indirect) {
            (Some(_), _) => Position::of(SPOKEN),
            (None, Some(_)) => Position::of(value::REPORTED),
            _ => self.scheduled(word).unwrap_or(Position::of(value::PLAIN)),
        }
    }

    /// "The president is to sign", "the plan is to attack", "the danger is that they attack".
    fn scheduled(&self, word: usize) -> Option<Position> {
        let (scene, sheet) = (self.scene, self.scene.sheet);
        let child = |fits: &dyn Fn(usize) -> bool| beside::children(scene, word).find(|c| *c < word && fits(*c));
        let be = child(&|c| matches!(self.relation(c), Relation::Cop | Relation::Aux) && sheet.token(c).lemma == "be")?;
        let to = child(&|c| self.relation(c) == Relation::Mark && sheet.token(c).xpos == Xpos::To);
        let that = child(&|c| self.relation(c) == Relation::Mark && sheet.is(c, "that") && c > be);
        let form = to.map(|_| Form::To).or(that.map(|_| Form::That))?;
        let subject = child(&|c| c < be && matches!(self.relation(c), Relation::NsubjOuter | Relation::Nsubj | Relation::NsubjPass))?;
        let mut found = Position::of(value::PLAIN);
        match complement::row(scene, subject, word, form).filter(|p| p.class == "noun") {
            Some(row) => found.change(row.affirmed, (subject, subject + 1), &row.entry),
            None if form == Form::To => {
                found.value = value::COMING;
                found.cue((be, be + 1));
            }
            None => return None,
        }
        Some(found)
    }

    fn asked(&mut self, word: usize, mark: usize) -> Position {
        if sentence::presupposes(self.scene, word) {
            return Position::of(if self.within.is_some() && self.speaker.is_none() { value::REPORTED } else { value::PLAIN });
        }
        let mut found = Position::of(value::ASKED);
        found.cue((mark, mark + 1));
        found
    }

    /// Where a speaker's words end upwards: what the cue says of how sure the speaker is.
    fn source(&mut self, speaker: &Attribution, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let cue = speaker.cue.iter().any(|c| c.span().contains(scene.sheet.token(head).span()));
        let form = complement::form(scene, word);
        if cue && form == Form::Whether {
            return Position::of(value::ASKED);
        }
        let row = complement::row(scene, head, word, form).filter(|_| cue);
        let source = row.and_then(|r| r.source).unwrap_or(SPOKEN);
        Position::of(if source == value::PLAIN { SPOKEN } else { source })
    }

    /// A conjunct stands where the first one stands; one that cannot be joined to it was meant for its governor.
    fn joined(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let finite = |w: usize| matches!(scene.sheet.token(w).xpos, Xpos::Vbd | Xpos::Vbz) || complement::form(scene, w) == Form::That;
        let infinitive = matches!(complement::form(scene, head), Form::To | Form::Bare | Form::Ing);
        let verb = scene.sheet.token(word).upos == Upos::Verb && scene.sheet.token(head).upos == Upos::Verb;
        if verb && infinitive && finite(word) && scene.sheet.token(word).xpos != Xpos::Vb {
            let above = scene.sheet.token(head).head.map(|h| h as usize).filter(|_| self.depth < DEEPEST);
            return above.map_or_else(|| Position::of(value::PLAIN), |above| self.position(above));
        }
        self.position(head)
    }

    /// Crosses a predicate with what the list says of it.
    pub(super) fn cross(&mut self, row: &Predicate, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let mut found = self.at(head, Some(word));
        let subject = scene.sheet.edges.subject(head).filter(|_| !complement::passive(scene, head));
        let me = subject.is_some_and(|s| scene.sheet.is_any(s, &["I", "we"]) && !scene.sheet.quoted(s));
        let value = value::complement(found.value, row, me && self.speaker.is_none());
        let plain = found.value.status == Status::Actual;
        let told = matches!(found.value.status, Status::Actual | Status::Reported | Status::Future | Status::Possible);
        // "has no plan to": nobody knows; "abandoned its plan to": it was not done; "rejected the claim that": it is denied.
        let value = match (row.class.as_str(), row.affirmed.status) {
            ("noun", Status::Reported) if found.undone => Value::new(Certainty::U, Status::Negated, Modality::Negated),
            ("noun", Status::Future | Status::Hypothetical) if found.undone => {
                Value::new(Certainty::CtMinus, Status::Negated, Modality::Negated)
            }
            _ => value,
        };
        let value = if supposes(scene, head, row) { value::CONDITIONAL } else { value };
        // "will not fail to": denied twice, and still to come.
        let will = |at: usize| scene.sheet.is_any(at, &["will", "wo", "shall", "'ll", "’ll"]);
        let coming = || row.complement != "that" && beside::modal(scene, beside::leader(scene, head)).is_some_and(|m| will(m.at));
        let twice = value == value::PLAIN && found.value.status == Status::Negated && !row.factive();
        let value = if twice && coming() { value::COMING } else { value };
        found.undone = plain && row.complement == "noun" && row.affirmed.status == Status::Negated;
        if row.factive() {
            found.cues.clear();
            found.entries.clear();
        }
        found.value = value;
        found.cues.push(Cue { run: (head, head + 1), voice: told && reported(row.affirmed) });
        found.entries.push(row.entry.clone());
        found
    }

    /// A clause that is the complement of a verb, an adjective or a noun.
    pub(super) fn clause(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let form = complement::form(scene, word);
        let row = complement::governor(scene, head, word, form);
        match form {
            Form::Bare if better(scene, head) => self.had_to(word, head),
            Form::Wh => self.position(head),
            Form::Whether => {
                if let Some(over) = row.filter(|r| r.row.affirmed.status == Status::Possible) {
                    return self.cross(over.row, over.from, over.head);
                }
                let mark = beside::children(scene, word).find(|c| scene.sheet.is_any(*c, &["whether", "if"])).unwrap_or(word);
                let mut found = Position::of(value::ASKED);
                found.cue((head, head + 1));
                found.cue((mark, mark + 1));
                found
            }
            _ => match row {
                Some(over) => self.cross(over.row, over.from, over.head),
                None if form == Form::To && self.object(word, head).is_some() => {
                    self.of_noun(word, self.object(word, head).unwrap_or(head))
                }
                None => match self.degree(word, head).filter(|_| form == Form::To) {
                    Some(found) => found,
                    None => self.unlisted(word, head, form),
                },
            },
        }
    }

    /// "had the nerve to attack": an object that the list knows with such a clause, which the tree hangs on the verb.
    fn object(&self, word: usize, head: usize) -> Option<usize> {
        let objects = beside::children(self.scene, head).filter(|c| (head..word).contains(c) && self.relation(*c) == Relation::Obj);
        objects.into_iter().find(|o| complement::row(self.scene, *o, word, Form::To).is_some_and(|r| r.class == "noun"))
    }

    /// A complement of a predicate that no list holds.
    fn unlisted(&mut self, word: usize, head: usize, form: Form) -> Position {
        let sheet = self.scene.sheet;
        let lemma = sheet.token(head).lemma.as_str();
        match form {
            Form::To | Form::Bare if lemma == "have" => self.had_to(word, head),
            Form::To if lemma != "be" => {
                let mut found = self.at(head, Some(word));
                found.value = if found.value.status == Status::Hypothetical { found.value } else { value::DESIRED };
                found.cue((head, head + 1));
                found
            }
            Form::That if sheet.token(head).upos == Upos::Verb && !matches!(lemma, "be" | "have") => {
                let mut found = self.at(head, Some(word));
                found.value = if found.value.status == Status::Hypothetical { found.value } else { value::REPORTED };
                found.cues.push(Cue { run: (head, head + 1), voice: true });
                found
            }
            _ => self.at(head, Some(word)),
        }
    }

    /// "had to sign" did; "has to sign" should; "has yet to sign" did not; "had better sign" should.
    fn had_to(&mut self, word: usize, head: usize) -> Position {
        let sheet = self.scene.sheet;
        let mut found = self.at(head, Some(word));
        let yet = (head + 1..word).find(|t| sheet.is(*t, "yet"));
        let better = (head + 1..word).any(|t| sheet.is(t, "better"));
        let past = sheet.token(head).xpos == Xpos::Vbd && !better;
        let made = match yet {
            Some(yet) => {
                found.cue((yet, yet + 1));
                value::negated(found.value)
            }
            None => {
                found.cue((head, if better { head + 2 } else { head + 1 }));
                if past { found.value } else { value::under(found.value, Value { modality: Modality::Evaluative, ..value::DESIRED }) }
            }
        };
        found.value = made;
        found
    }

    /// The place of what is taken for granted beside a verb: that of the finite clause around it, for "declined to act while they talked" declines no
    /// talks.
    pub(super) fn granted(&mut self, verb: usize) -> Position {
        let scene = self.scene;
        let mut at = verb;
        for _ in 0..DEEPEST {
            let Some(head) = scene.sheet.token(at).head.map(|h| h as usize) else { break };
            let below = matches!(self.relation(at), Relation::Xcomp | Relation::Advcl | Relation::Acl | Relation::Ccomp);
            let open = matches!(complement::form(scene, at), Form::To | Form::Bare | Form::Ing);
            let verbal = matches!(scene.sheet.token(head).upos, Upos::Verb | Upos::Aux | Upos::Adj);
            let joined = self.relation(at) == Relation::Conj;
            if !(below && open || joined) || !verbal || self.speaker.is_some_and(|s| !holds(scene, s, head)) {
                break;
            }
            at = head;
        }
        self.position(at)
    }

    /// A clause beside another: behind a colon it is what the cue before it brings in.
    fn beside(&mut self, word: usize, head: usize) -> Position {
        let row = complement::row(self.scene, head, word, Form::That).filter(|r| word > head && reported(r.affirmed));
        match row {
            Some(row) => self.cross(row, word, head),
            None => {
                let imperative = sentence::imperative(self.scene, head);
                let position = self.position(head);
                if imperative { Position::of(value::PLAIN) } else { position }
            }
        }
    }
}

/// "Suppose that they attack": an order to believe is a condition.
fn supposes(scene: &Scene<'_>, head: usize, row: &Predicate) -> bool {
    let believed = row.complement == "that" && row.source.is_some_and(|s| s.status == Status::Possible) && reported(row.affirmed);
    believed && sentence::imperative(scene, head)
}

/// "had better sign"
fn better(scene: &Scene<'_>, head: usize) -> bool {
    scene.sheet.token(head).lemma == "have" && scene.sheet.is(head + 1, "better")
}

/// Whether an act under another verb is told at all: under a listed predicate it is, in a mere purpose it is not.
pub(super) fn stated(scene: &Scene<'_>, trigger: usize) -> bool {
    let sheet = scene.sheet;
    let lead = beside::leader(scene, trigger);
    let token = sheet.token(lead);
    let Some(head) = token.head.map(|h| h as usize) else { return true };
    let governed = matches!(token.relation, Relation::Xcomp | Relation::Advcl | Relation::Acl | Relation::Ccomp | Relation::Csubj);
    if !governed || complement::form(scene, lead) != Form::To {
        return true;
    }
    let objects = || beside::children(scene, head).filter(|c| (head..lead).contains(c) && sheet.token(*c).relation == Relation::Obj);
    let degree = || beside::children(scene, head).any(|c| sheet.is_any(c, &["too", "enough"]));
    matches!(sheet.token(head).lemma.as_str(), "have" | "be")
        || complement::governor(scene, head, lead, Form::To).is_some()
        || beside::marker(scene, lead).is_some()
        || objects().any(|o| complement::row(scene, o, lead, Form::To).is_some())
        || degree()
}
