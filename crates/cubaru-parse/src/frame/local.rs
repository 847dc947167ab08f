//! Who takes part in an act of force by where it happens: a state arrests in its own country, and unknown gunmen, crowds and bystanders
//! are counted with the country that they are in.

use super::{
    Scene,
    event::Act,
    sector::{country, sector},
};
use crate::{
    class::Class,
    label::Relation,
    language::Class as Listed,
    parsed::{MentionKind, Participant},
};

/// Sectors of people who are of the place unless a word says another.
const THERE: &[&str] = &["COP", "CRM", "CVL", "UAF"];
/// Sectors that arrest at home.
const HOME: &[&str] = &["COP", "GOV", "JUD", "SPY"];
/// Sectors of people whom the authorities of their own country arrest, unless a word says another.
const FELLOW: &[&str] = &["EDU", "LAB", "MED", "OPP", "PTY"];
/// The sector of people of whom nothing else is told.
const PEOPLE: &str = "CVL";

/// Envoys who live in the country where they meet its officials.
const RESIDENT: &[&str] = &["ambassador", "chargé", "charge", "consul", "attaché", "attache"];

/// A place stands no deeper below the words of its act.
const DEPTH: usize = 6;

/// Whether a visit's actor is a pronoun taken for somebody of the country that is visited: then it was taken wrongly.
pub(super) fn at_home(scene: &Scene<'_>, act: &Act<'_>) -> bool {
    let visit = act.rule.class == "CONSULT" && act.rule.mode.as_deref() == Some("visit");
    let lands =
        |nouns: &[usize]| nouns.iter().filter_map(|n| country(scene.mentions[*n].code.as_deref()?)).map(String::from).collect::<Vec<_>>();
    let pronoun = !act.actor.is_empty() && act.actor.iter().all(|n| scene.phrases.nouns[*n].kind == MentionKind::Pron);
    let (own, there) = (lands(&act.actor), lands(&act.recipient));
    visit && pronoun && !there.is_empty() && own.iter().any(|land| there.contains(land))
}

/// An act, and where it takes place.
pub(super) struct Local<'a> {
    pub scene: &'a Scene<'a>,
    pub act: &'a Act<'a>,
    pub class: &'a Class,
    pub place: Option<&'a Participant>,
}

impl Local<'_> {
    /// The country of the place, where the tree hangs it on the act itself: not in "killing ten, officials in Nairobi said".
    fn country(&self) -> Option<&str> {
        let place = self.place?;
        let tokens = &self.scene.sheet.tokens;
        let own = |t: usize| t == self.act.head || self.act.verb.is_some_and(|v| v.head == t);
        let mut at = tokens.partition_point(|t| t.end < place.end);
        for _ in 0..DEPTH {
            at = tokens.get(at)?.head? as usize;
            if own(at) {
                return place.code.as_deref().and_then(country);
            }
            if self.scene.verb_at(at).is_some() {
                return None;
            }
        }
        None
    }

    fn mode(&self, class: &str, modes: &[&str]) -> bool {
        self.class.0 == class && self.act.rule.mode.as_deref().is_some_and(|m| modes.contains(&m))
    }

    /// The country whose authorities act where a passive names nobody: "was arrested in Lebanon", "is under investigation in Italy".
    pub(super) fn authority(&self) -> Option<Participant> {
        let passive = self.act.verb.is_some_and(|v| v.passive);
        let lawful = self.mode("COERCE", &["arrest", "deport"]) || self.mode("ACCUSE", &["investigate"]);
        let land = self.country().filter(|_| passive && lawful)?;
        self.place.map(|place| Participant { code: Some(land.to_string()), ..place.clone() })
    }

    /// The country of the police, the court or the government that arrests: they do so at home.
    fn home<'p>(&self, actor: &'p [Participant]) -> Option<&'p str> {
        let arrest = self.mode("COERCE", &["arrest"]);
        let codes = actor.iter().filter_map(|a| a.code.as_deref());
        let mut own = codes.filter(|c| arrest && sector(c).is_some_and(|s| HOME.contains(&s))).filter_map(country);
        own.next()
    }

    /// Those whom violence or an arrest befalls, where no list holds them as somebody who acts: "killed *two men*", "detained *18 people*".
    pub(super) fn struck(&self, actor: &[Participant]) -> Option<Participant> {
        let arrest = self.mode("COERCE", &["arrest"]);
        let group = self.act.verb.filter(|_| arrest || self.class.0 == "ASSAULT")?;
        let sheet = self.scene.sheet;
        let head = *self.scene.object_words(group, &[]).first()?;
        let person = sheet.entries(head, Listed::Agent).any(|(last, e)| last == head + 1 && e.cell(1) == PEOPLE);
        if !person || self.scene.noun_at(head).is_some() {
            return None;
        }
        let count = sheet.edges.child(head, &[Relation::Nummod]).map(|n| sheet.edges.extent(n).0);
        let first = count.map_or(head, |n| n.min(head));
        let span = sheet.span(first, head + 1);
        let land = self.country().or_else(|| self.home(actor)).unwrap_or_default();
        let code = Some(format!("{land}{PEOPLE}"));
        Some(Participant { start: span.start, end: span.end, text: span.of(sheet.text).into(), entity: None, code })
    }

    /// Who visits where office-holders of two countries meet in the country of one of them: whether it is the actor.
    pub(super) fn guest(&self, actor: &[Participant], recipient: &[Participant]) -> Option<bool> {
        let land = self.country().filter(|_| self.class.0 == "CONSULT" && self.act.rule.mode.is_none())?;
        let official = |p: &Participant| p.code.as_deref().is_some_and(|c| c.len() > 3);
        let of = |p: &Participant| p.code.as_deref().and_then(country).map(|c| c == land);
        let guests = |all: &[Participant]| all.iter().all(|p| official(p) && of(p) == Some(false) && !self.resident(p)) && !all.is_empty();
        let hosts = |all: &[Participant]| all.iter().any(|p| of(p) == Some(true)) && all.iter().all(|p| of(p) != Some(false));
        if guests(actor) && hosts(recipient) {
            return Some(true);
        }
        (guests(recipient) && hosts(actor)).then_some(false)
    }

    /// Whether a person holds a post of those who live where they meet others.
    fn resident(&self, who: &Participant) -> bool {
        let scene = self.scene;
        let same = |noun: usize| scene.mentions.get(noun).is_some_and(|m| m.entity.is_some() && m.entity == who.entity);
        let posts = scene.phrases.holdings.iter().filter(|h| same(h.noun)).map(|h| scene.sheet.words(h.post.first, h.post.last));
        let mut words = posts.chain([who.text.as_str()]).flat_map(|post| post.split([' ', '-']));
        words.any(|word| RESIDENT.iter().any(|r| word.to_lowercase().starts_with(r)))
    }

    /// Gives people without a country that of the place where they protest, strike or suffer, and those arrested that of the authorities.
    pub(super) fn settle(&self, actor: &mut [Participant], recipient: &mut [Participant]) {
        if !matches!(&*self.class.0, "ASSAULT" | "COERCE" | "PROTEST") {
            return;
        }
        let home = self.home(actor).map(str::to_string);
        for (participant, acts) in actor.iter_mut().map(|p| (p, true)).chain(recipient.iter_mut().map(|p| (p, false))) {
            // "a missionary from Calgary": a word says where they are from.
            let sheet = self.scene.sheet;
            let behind = sheet.tokens.partition_point(|t| t.start < participant.end);
            let Some(sector) = participant.code.as_deref().filter(|_| !sheet.is(behind, "from")) else { continue };
            let there = || self.seat(behind).or(self.country()).filter(|_| THERE.contains(&sector));
            let own = || home.as_deref().filter(|_| !acts && (THERE.contains(&sector) || FELLOW.contains(&sector)));
            if let Some(land) = there().or_else(own) {
                participant.code = Some(format!("{land}{sector}"));
            }
        }
    }

    /// The country of the place right behind people: "protesters *in the coastal town of Gabes*".
    fn seat(&self, behind: usize) -> Option<&str> {
        let sheet = self.scene.sheet;
        let place = sheet.tokens.get(behind).filter(|_| sheet.is(behind, "in"))?.head? as usize;
        let (first, last) = sheet.edges.extent(place);
        let inside = self.scene.nouns(first.max(behind), last).map(|(_, n)| n);
        let mut lands = inside
            .filter(|n| n.kind == MentionKind::Loc && sheet.token(behind).relation == Relation::Case)
            .filter_map(|n| n.country.as_deref());
        lands.next()
    }
}
