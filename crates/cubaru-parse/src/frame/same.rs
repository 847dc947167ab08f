//! One event told several times: the headline and the lead, "met … the meeting". Only what nothing speaks against is joined: the same class and
//! sides, no other day, place or number.

use super::{Scene, event::Act, sector::country, state};
use crate::{
    certainty::Status,
    label::{Relation, Upos},
    language::{Class as Listed, Kind},
    parsed::{Event, PartKind, Participant},
};
use std::collections::HashMap;

/// What is told again is told within this many sentences, or after the headline.
const NEAR: usize = 8;
/// Each event is compared with so many before it, at most.
const MANY: usize = 32;
/// Words by which an act is another one than that told before.
const OTHERS: &[&str] = &["another", "again", "other", "more", "further"];

/// Tells of each event which earlier one it is, where it is one.
pub(super) fn join(scene: &Scene<'_>, acts: &[Act<'_>], events: &mut [Event]) {
    let tellings: Vec<Telling> = acts.iter().zip(events.iter()).map(|(act, event)| Telling::new(scene, act, event)).collect();
    let mut before: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..events.len() {
        let earlier = before.entry(events[at].class.name().to_string()).or_default();
        let found = earlier.iter().rev().take(MANY).find(|i| tellings[at].again(&events[at], &tellings[**i], &events[**i])).copied();
        events[at].same_as = found.map(|i| events[i].same_as.unwrap_or(i as u32));
        earlier.push(at);
    }
}

/// What tells one act from another, beside who takes part.
struct Telling {
    sentence: usize,
    headline: bool,
    trigger: String,
    /// The numbers of what is acted on.
    counts: Vec<String>,
    /// "another attack", "the second attack", "attacked again"
    other: bool,
    /// "the attack killed": a word takes up what was told.
    takes_up: bool,
    lasts: bool,
}

impl Telling {
    fn new(scene: &Scene<'_>, act: &Act<'_>, event: &Event) -> Self {
        let sheet = scene.sheet;
        let edges = &sheet.edges;
        let own = |t: usize| edges.children(t);
        let nouns = act.recipient.iter().map(|n| scene.phrases.nouns[*n].last.saturating_sub(1));
        let words: Vec<usize> = act.words.iter().copied().chain(nouns).collect();
        let counts = words.iter().flat_map(|w| own(*w)).filter(|c| sheet.token(*c).relation == Relation::Nummod);
        let counts = counts.map(|c| sheet.token(c).lemma.to_lowercase()).collect();
        let ordinal = |at: usize| sheet.entries(at, Listed::NumberWord).any(|(_, e)| e.cell(1).starts_with("ordinal"));
        let other = words.iter().flat_map(|w| own(*w)).any(|c| sheet.is_any(c, OTHERS) || ordinal(c));
        // "The attack killed five", "five were killed in the attack"
        let beside = edges.subject(act.head).into_iter().chain(own(act.head).filter(|c| sheet.token(*c).relation == Relation::Obl));
        let named = |s: &usize| {
            let mut rules = sheet.language.rules().of(Kind::Noun, &sheet.token(*s).lemma);
            rules.any(|r| r.class == act.rule.class) && own(*s).any(|c| matches!(sheet.token(c).lemma.as_str(), "the" | "this" | "that"))
        };
        let takes_up = beside.filter(|s| sheet.token(*s).upos == Upos::Noun).any(|s| named(&s));
        let part = sheet.sentence_of(act.head).map(|s| s.part);
        Self {
            sentence: sheet.sentences.partition_point(|s| s.last_token as usize <= act.head),
            headline: part == Some(PartKind::Headline),
            trigger: sheet.token(act.head).lemma.to_lowercase(),
            counts,
            other,
            takes_up,
            lasts: state::lasts(&event.class),
        }
    }

    /// Whether this one tells of an earlier one again.
    fn again(&self, event: &Event, earlier: &Telling, told: &Event) -> bool {
        let near = self.sentence > earlier.sentence && (self.sentence - earlier.sentence <= NEAR || earlier.headline);
        let modes = event.mode.is_none() || told.mode.is_none() || event.mode == told.mode;
        let fits = near && modes && statuses(event, told) && !self.other && days(event, told) && places(event, told);
        fits && self.counted(earlier) && self.sides(event, earlier, told)
    }

    /// Whether no number speaks against it.
    fn counted(&self, earlier: &Telling) -> bool {
        self.counts.is_empty() || earlier.counts.is_empty() || self.counts.iter().any(|c| earlier.counts.contains(c))
    }

    /// Whether the same take part: on both sides where both tellings name them. Where one telling leaves a side out, the words must be the
    /// same, or take up what was told.
    fn sides(&self, event: &Event, earlier: &Telling, told: &Event) -> bool {
        let (actors, recipients) = (Side::of(&event.actor, &told.actor), Side::of(&event.recipient, &told.recipient));
        let alike = self.trigger == earlier.trigger || self.takes_up || self.lasts;
        match (actors, recipients) {
            (Side::Other, _) | (_, Side::Other) => false,
            (Side::Vague, _) | (_, Side::Vague) => self.takes_up,
            (Side::Same, Side::Same) => true,
            (Side::Same, Side::Open) | (Side::Open, Side::Same) => alike,
            (Side::Open, Side::Open) => self.takes_up,
        }
    }
}

/// How those who take part in two tellings on one side compare.
enum Side {
    Same,
    /// One of the two does not say who.
    Open,
    /// One of the two says no country: "villagers".
    Vague,
    Other,
}

impl Side {
    fn of(a: &[Participant], b: &[Participant]) -> Self {
        if a.is_empty() || b.is_empty() {
            return Self::Open;
        }
        let same = |x: &Participant, y: &Participant| {
            let entities = x.entity.is_some() && x.entity == y.entity;
            let codes = match (x.code.as_deref(), y.code.as_deref()) {
                // "Kenya" and "the Kenyan army", but not "the Kenyan army" and "the Kenyan parliament"
                (Some(x), Some(y)) => x == y && country(x).is_some() || country(x) == Some(y) || country(y) == Some(x),
                _ => false,
            };
            entities || codes
        };
        // All of the shorter list stand in the longer.
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let vague = |p: &Participant| p.code.as_deref().and_then(country).is_none();
        match few.iter().all(|x| many.iter().any(|y| same(x, y))) {
            true => Self::Same,
            false if a.iter().all(vague) || b.iter().all(vague) => Self::Vague,
            false => Self::Other,
        }
    }
}

/// Whether two events may be one by what became of them: both took place, or both are to come.
fn statuses(a: &Event, b: &Event) -> bool {
    let took_place = |e: &Event| matches!(e.status, Status::Actual | Status::Reported);
    took_place(a) && took_place(b) || a.status == Status::Future && b.status == Status::Future
}

/// Whether no day speaks against it.
fn days(a: &Event, b: &Event) -> bool {
    let apart = |first: &Event, second: &Event| matches!((&first.latest, &second.earliest), (Some(l), Some(e)) if l < e);
    !apart(a, b) && !apart(b, a)
}

/// Whether no place speaks against it: a town and its country are no contradiction.
fn places(a: &Event, b: &Event) -> bool {
    let (Some(a), Some(b)) = (&a.place, &b.place) else { return true };
    match (a.code.as_deref(), b.code.as_deref()) {
        (Some(x), Some(y)) if country(x) != country(y) => false,
        _ => a.entity.is_none() || b.entity.is_none() || a.entity == b.entity,
    }
}
