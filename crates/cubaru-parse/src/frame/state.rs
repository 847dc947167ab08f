//! What somebody is, told by "be" and a noun: "is an ally of Russia", "is under an American embargo", "was in Havana". The rules of "be" say what
//! each means: a state, which lasts, or an act that it implies.

use super::{
    Scene,
    event::Act,
    sector::{country, sector},
};
use crate::{
    class::Class,
    label::{Relation, Upos},
    language::{Kind, Need, Place, Rule},
};

/// Whether a class is that of a lasting state, and no act.
pub(super) fn lasts(class: &Class) -> bool {
    class.quad().is_none() && *class != Class::SAY
}

/// The states and acts that nouns with a copula tell.
pub(super) fn copular<'s>(scene: &'s Scene<'_>) -> Vec<Act<'s>> {
    let nouns = (0..scene.sheet.tokens.len()).filter(|at| matches!(scene.sheet.token(*at).upos, Upos::Noun | Upos::Propn));
    nouns.filter_map(|at| predicate(scene, at)).collect()
}

/// What a noun tells of its subject.
fn predicate<'s>(scene: &'s Scene<'_>, at: usize) -> Option<Act<'s>> {
    let copula = scene.sheet.edges.child(at, &[Relation::Cop]).filter(|c| scene.sheet.token(*c).lemma == "be")?;
    let rules = scene.sheet.language.rules().of(Kind::Verb, "be");
    let acts = rules.filter_map(|rule| act(scene, copula, at, rule));
    acts.max_by_key(|act| act.rule.weight())
}

fn act<'s>(scene: &'s Scene<'_>, copula: usize, at: usize, rule: &'s Rule) -> Option<Act<'s>> {
    let case = scene.sheet.edges.child(at, &[Relation::Case]);
    let mut words = vec![copula];
    let (own, others) = rule.needs.split_first()?;
    if !stands(scene, case, &own.place) {
        return None;
    }
    if !own.words.is_empty() {
        words.extend(own.words.iter().find_map(|run| scene.run_over(at, run))?);
    }
    if !others.iter().all(|need| beside(scene, at, need)) {
        return None;
    }
    let side = |places: &[Place]| places.iter().map(|p| who(scene, at, case, p)).find(|n| !n.is_empty()).unwrap_or_default();
    let actor = side(&rule.actor);
    let recipient = scene.others(&actor, side(&rule.recipient));
    let sides = if recipient.is_empty() { scene.coded(&actor).min(2) } else { usize::from(scene.known(&actor)) };
    if sides + usize::from(scene.known(&recipient)) < rule.political || !abroad(scene, rule, &actor, &recipient) {
        return None;
    }
    words.sort_unstable();
    words.dedup();
    Some(Act { rule, head: at, verb: None, words, end: at + 1, actor, recipient, by: "event-copula", entries: Vec::new() })
}

/// Whether a noun with this preposition stands at a place; an object has none.
fn stands(scene: &Scene<'_>, case: Option<usize>, place: &Place) -> bool {
    match place {
        Place::Object => case.is_none(),
        Place::Behind(word) => case.is_some_and(|c| scene.sheet.is(c, word)),
        _ => false,
    }
}

/// Whether a noun has what else a rule needs.
fn beside(scene: &Scene<'_>, at: usize, need: &Need) -> bool {
    let Place::Behind(preposition) = &need.place else { return false };
    let mut found = scene.behind_word(at, preposition).into_iter();
    found.any(|w| need.words.is_empty() || need.words.iter().any(|run| scene.run_over(w, run).is_some()))
}

/// The nouns at a place around the noun of a copula.
fn who(scene: &Scene<'_>, at: usize, case: Option<usize>, place: &Place) -> Vec<usize> {
    match place {
        Place::Subject => scene.sheet.edges.child(at, &[Relation::Nsubj]).map(|s| scene.nouns_of(s)).unwrap_or_default(),
        Place::Owner | Place::Before => scene.beside(at, place),
        place if stands(scene, case, place) => scene.nouns_of(at),
        Place::Behind(preposition) => {
            let words = scene.behind_word(at, preposition).into_iter();
            scene.all(words.map(|w| scene.nouns_of(w)))
        }
        _ => Vec::new(),
    }
}

/// Whether those who are somewhere are there for their country: a minister abroad pays a visit, and soldiers abroad are a presence. Other
/// rules ask for nothing of the kind.
pub(super) fn abroad(scene: &Scene<'_>, rule: &Rule, actor: &[usize], recipient: &[usize]) -> bool {
    let wanted: &[&str] = match (rule.class.as_str(), rule.mode.as_deref()) {
        ("CONSULT", Some("visit")) => &["GOV", "LEG", "IGO"],
        ("PRESENCE", _) => &["MIL", "REB", "UAF"],
        _ => return true,
    };
    let codes = |nouns: &[usize]| nouns.iter().flat_map(|n| scene.parties(*n)).filter_map(|p| p.code).collect::<Vec<_>>();
    let there: Vec<String> = codes(recipient);
    codes(actor).iter().any(|code| {
        let home = country(code);
        let away = home.is_some() || sector(code) == Some("IGO");
        sector(code).is_some_and(|s| wanted.contains(&s)) && away && there.iter().all(|c| country(c) != home)
    })
}
