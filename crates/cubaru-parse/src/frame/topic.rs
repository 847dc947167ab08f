//! What a sentence is about where that is no politics, and which acts it makes into none: harm by an earthquake, the defeat of a team, a visit by
//! a tourist.

use super::{
    Scene,
    event::Act,
    sector::{country, official, private, sector},
};
use crate::{label::Relation, language::Class as Listed, parsed::PartKind};

/// What is done to those harmed by a disaster is told this many sentences around it.
const NEAR: usize = 2;
/// No more tokens on each side are looked at.
const REACH: usize = 24;

/// Whether a word of a topic begins at a token.
fn told(scene: &Scene<'_>, at: usize, kind: &str) -> bool {
    scene.sheet.entries(at, Listed::Topic).any(|(_, e)| e.cell(1) == kind)
}

/// The tokens of its sentence around a word, first and after the last.
fn around(scene: &Scene<'_>, at: usize) -> (usize, usize) {
    let (first, last) = scene.sentence(at);
    (first.max(at.saturating_sub(REACH)), last.min(at + REACH))
}

/// Whether an act takes place in a story: "in the novel, Norway invades Denmark".
fn in_story(scene: &Scene<'_>, act: &Act<'_>) -> bool {
    let (first, last) = around(scene, act.head);
    let within = |i: usize| scene.sheet.edges.child(i, &[Relation::Case]).is_some_and(|c| scene.sheet.is(c, "in"));
    let verb = act.verb.map_or(act.head, |v| v.head);
    (first..last).any(|i| scene.sheet.token(i).head == Some(verb as u32) && told(scene, i, "story") && within(i))
}

/// The topics of each sentence, by the list.
pub(super) struct Topics {
    disaster: Vec<bool>,
    sport: Vec<bool>,
}

impl Topics {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let sentences = |kind: &str| {
            let any = |i: usize| told(scene, i, kind);
            scene.sheet.sentences.iter().map(|s| (s.first_token as usize..s.last_token as usize).any(any)).collect()
        };
        Self { disaster: sentences("disaster"), sport: sentences("sport") }
    }

    /// Whether a topic is that of a sentence or of one near it.
    fn near(told: &[bool], sentence: usize) -> bool {
        told[sentence.saturating_sub(NEAR)..(sentence + NEAR + 1).min(told.len())].contains(&true)
    }

    /// Whether an act is none of politics.
    pub(super) fn exclude<'s>(&self, scene: &'s Scene<'_>, act: &Act<'s>) -> bool {
        let sides = Sides::new(scene, act);
        let at = scene.sheet.sentences.partition_point(|s| s.last_token as usize <= act.head);
        if at >= self.disaster.len() {
            return false;
        }
        sides.harmed_by_nobody(scene, act)
            || Self::near(&self.disaster, at) && sides.relief()
            || Self::near(&self.sport, at) && sides.game(scene.sheet.sentences[at].part)
            || sides.private()
            || in_story(scene, act)
    }
}

/// Who takes part in an act, by their codes.
struct Sides<'a> {
    /// The countries that the sentence names.
    countries: Vec<&'a str>,
    class: &'a str,
    mode: &'a str,
    actor: Vec<String>,
    recipient: Vec<String>,
}

impl<'a> Sides<'a> {
    fn new(scene: &'a Scene<'_>, act: &Act<'a>) -> Self {
        let codes = |nouns: &[usize]| nouns.iter().flat_map(|n| scene.parties(*n)).filter_map(|p| p.code).collect();
        let mode = act.rule.mode.as_deref().unwrap_or_default();
        let (first, last) = around(scene, act.head);
        let mut countries: Vec<&str> = scene.nouns(first, last).filter_map(|(i, _)| country(scene.mentions[i].code.as_deref()?)).collect();
        countries.sort_unstable();
        countries.dedup();
        Self { countries, class: &act.rule.class, mode, actor: codes(&act.actor), recipient: codes(&act.recipient) }
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.actor.iter().chain(&self.recipient).map(String::as_str)
    }

    /// "An earthquake killed eight people": nobody did it.
    fn harmed_by_nobody(&self, scene: &Scene<'_>, act: &Act<'_>) -> bool {
        let (first, last) = around(scene, act.head);
        let disaster = |i: usize| told(scene, i, "disaster");
        self.class == "ASSAULT" && self.actor.is_empty() && (first..last).any(disaster)
    }

    /// An army that digs out its own people shows no force, and who clears a flooded town represses nobody. What one country does for
    /// another stands.
    fn relief(&self) -> bool {
        let restricts = self.class == "COERCE" && matches!(self.mode, "restrict" | "curfew" | "martial-law" | "withhold");
        if !(restricts || matches!(self.class, "MOBILIZE" | "AID")) {
            return false;
        }
        let armed = self.all().filter_map(sector).any(|s| matches!(s, "REB" | "UAF" | "IGO" | "NGO"));
        self.countries.len() < 2 && !armed
    }

    /// Countries, towns and people that beat and attack one another in a game.
    fn game(&self, part: PartKind) -> bool {
        let plays = match self.class {
            "ASSAULT" => matches!(self.mode, "" | "beat" | "firearms" | "targeted" | "destroy"),
            "PROTEST" | "SANCTION" => false,
            _ => true,
        };
        plays && !self.all().any(official) && matches!(part, PartKind::Body | PartKind::Headline)
    }

    /// What people, firms and schools say to and do for one another; and journeys of those who hold no office.
    fn private(&self) -> bool {
        if self.class == "CONSULT" && self.mode == "visit" {
            // A country alone is a delegation that the text does not name.
            let travels = |code: &String| matches!(sector(code), None | Some("NGO"));
            return !self.all().any(official) && !self.actor.iter().any(travels);
        }
        let own = matches!(self.class, "AGREE" | "CONSULT" | "SUPPORT" | "CONCEDE" | "COOPERATE" | "AID" | "RETREAT");
        let quarrel = matches!(self.class, "REJECT" | "REQUEST" | "ACCUSE" | "THREATEN" | "MOBILIZE");
        let mut homes = self.all().map(country);
        let first = homes.next().flatten();
        // Doctors of one country treat people of another; what people of a country demand is heard there.
        let abroad = homes.any(|home| home.is_some() && first.is_some() && home != first);
        let stands = abroad || quarrel && self.all().any(|code| country(code).is_some());
        (own || quarrel) && !stands && self.all().next().is_some() && self.all().all(private)
    }
}
