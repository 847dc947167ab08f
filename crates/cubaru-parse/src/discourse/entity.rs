//! Mentions that mean one entity: full and short names, codes; pronouns by [`pronoun`].

use super::{
    acronym, around, belong, description, latent,
    pronoun::{self, Scales},
    reference,
};
use crate::{
    input::Sheet,
    parsed::{Entity, Mention, MentionKind},
    phrase::{Noun, Phrases},
};
use std::collections::HashMap;

/// The entities with their mentions; the mentions stand in the order of the nouns of the phrases.
pub(crate) struct People {
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
}

/// Names of so many letters are compared as any transliteration may write them.
const LONG: usize = 6;
/// A name is compared with so many entities that share its last word.
const BEARERS: usize = 64;

/// Joins the nouns of a document into entities; adds the names that only pronouns show to be persons.
pub(crate) fn people(sheet: &Sheet<'_>, phrases: &mut Phrases, scales: Scales<'_>) -> People {
    latent::add(sheet, phrases);
    reference::add(sheet, phrases);
    belong::residents(sheet, phrases);
    belong::owned(sheet, phrases);
    let placed = around::around(sheet, phrases);
    let (mut chain, mut entity_of) = names(sheet, phrases);
    let of_post = description::join(sheet, phrases, &mut entity_of);
    acronym::join(sheet, phrases, &mut chain.entities, &mut entity_of);
    let resolved = pronoun::resolve(sheet, &phrases.nouns, scales, &mut chain.entities, &mut entity_of);
    // A guess stays where something takes it up, a description where it means something.
    let stays = |(noun, entity): (&Noun, &Option<u32>)| match noun.why.rule.as_str() {
        latent::RULE => entity.is_some_and(|e| resolved.taken[e as usize]),
        rule if reference::RULES.contains(&rule) => entity.is_some(),
        _ => true,
    };
    let kept: Vec<bool> = phrases.nouns.iter().zip(&entity_of).map(stays).collect();
    let rule = |i: usize| match (of_post[i], resolved.described[i], placed[i]) {
        (true, _, _) => Some(description::RULE),
        (_, true, _) if !reference::RULES.contains(&phrases.nouns[i].why.rule.as_str()) => Some(reference::GROUP),
        (_, false, true) => Some(around::RULE),
        _ => None,
    };
    let mut rules: Vec<Option<&'static str>> = (0..phrases.nouns.len()).map(rule).collect();
    latent::keep(phrases, &kept);
    let mut kept_entities = kept.iter();
    entity_of.retain(|_| kept_entities.next().copied().unwrap_or(true));
    let mut kept = kept.iter();
    rules.retain(|_| kept.next().copied().unwrap_or(true));
    chain.finish(phrases, &entity_of, &rules)
}

/// The entities of names and descriptions, and which noun is which.
fn names<'s, 'a>(sheet: &'s Sheet<'a>, phrases: &Phrases) -> (Chain<'s, 'a>, Vec<Option<u32>>) {
    let mut chain = Chain {
        sheet,
        entities: Vec::new(),
        by_key: HashMap::new(),
        surnames: HashMap::new(),
        inner: HashMap::new(),
        firsts: HashMap::new(),
    };
    // Full names first, so that a short name finds its long one wherever it stands.
    let mut order: Vec<usize> = (0..phrases.nouns.len()).collect();
    let nouns = &phrases.nouns;
    order.sort_by_key(|i| {
        let noun = &nouns[*i];
        (noun.kind != MentionKind::Per, noun.why.rule == latent::RULE, std::cmp::Reverse(noun.last - noun.first), *i)
    });
    let mut entity_of: Vec<Option<u32>> = vec![None; nouns.len()];
    for i in order {
        entity_of[i] = chain.named(&nouns[i]);
    }
    for (i, noun) in nouns.iter().enumerate() {
        if let Some(holder) = noun.holder {
            entity_of[i] = entity_of[holder];
        }
    }
    (chain, entity_of)
}

struct Chain<'s, 'a> {
    sheet: &'s Sheet<'a>,
    entities: Vec<Entity>,
    by_key: HashMap<String, u32>,
    // A last name and the entities that bear it.
    surnames: HashMap<String, Vec<u32>>,
    // A name in the middle of a longer one and the entities that bear it.
    inner: HashMap<String, Vec<u32>>,
    // The first word of a longer name and the entities that bear it.
    firsts: HashMap<String, Vec<u32>>,
}

impl Chain<'_, '_> {
    /// The entity of a name or description; none for pronouns, which are resolved later.
    fn named(&mut self, noun: &Noun) -> Option<u32> {
        let words = self.sheet.words(noun.first, noun.last);
        let folded = cubaru_lexicon::fold_case(words).into_owned();
        let key = match noun.kind {
            MentionKind::Pron => return None,
            _ if reference::RULES.contains(&noun.why.rule.as_str()) => return None,
            MentionKind::Per => return Some(self.person(noun, words)),
            // Countries and bodies with a code are one whatever their words: "Russia", "the Russian Federation".
            MentionKind::Loc if matches!(noun.why.rule.as_str(), "name-country") => {
                format!("country {}", noun.country.as_deref().unwrap_or(&folded))
            }
            MentionKind::Org if noun.code.as_deref().is_some_and(|c| c.starts_with("IGO") && c.len() > 3) => {
                format!("body {}", noun.code.as_deref().unwrap_or(""))
            }
            MentionKind::Norp => {
                format!("norp {} {}", noun.country.as_deref().unwrap_or(""), if noun.country.is_some() { "" } else { &folded })
            }
            MentionKind::Nom => format!("nom {} {} {folded}", noun.country.as_deref().unwrap_or(""), noun.sector.as_deref().unwrap_or("")),
            kind => format!("{kind:?} {folded}"),
        };
        if let Some(found) = self.by_key.get(&key).copied() {
            // A name in capitals alone, from a headline or a dateline, gives way to one that was not shouted.
            let name = &mut self.entities[found as usize].name;
            let loud = |name: &str| name.chars().filter(|c| c.is_alphabetic()).count() > 3 && !name.chars().any(char::is_lowercase);
            if loud(name) && !loud(words) {
                *name = one_line(words);
            }
            return Some(found);
        }
        let id = self.add(noun, words);
        self.by_key.insert(key, id);
        Some(id)
    }

    fn person(&mut self, noun: &Noun, words: &str) -> u32 {
        let parts: Vec<&str> = words.split_whitespace().collect();
        let last = fold(parts.last().copied().unwrap_or(words));
        let latent = noun.why.rule == latent::RULE;
        let bearers = self.surnames.get(&last).map(|b| b[..b.len().min(BEARERS)].to_vec()).unwrap_or_default();
        let fits = |id: &&u32| {
            let entity = &self.entities[**id as usize];
            let other: Vec<String> = entity.name.split_whitespace().map(fold).collect();
            let mine: Vec<String> = parts.iter().map(|p| fold(p)).collect();
            let gender = latent || entity.gender.is_none() || noun.gender.is_none() || entity.gender.as_deref() == noun.gender;
            // Every word of the shorter name stands in the longer, or is an initial of one there.
            gender && mine.iter().all(|w| other.iter().any(|o| o == w || initial(w, o) || initial(o, w)))
        };
        let found = bearers.iter().find(fits).copied();
        // A name that is the first or the middle part of a longer one: "Fidel", "Castro" in "Castro Ruz".
        let found = found.or_else(|| {
            let bearers = self.inner.get(&last).filter(|b| parts.len() == 1 && b.len() == 1)?;
            bearers.first().copied()
        });
        // A first name alone, where one person alone in the text bears it.
        let found = found.or_else(|| {
            let bearers = self.firsts.get(&last).filter(|b| latent && parts.len() == 1 && b.len() == 1)?;
            bearers.first().copied()
        });
        let id = found.unwrap_or_else(|| self.add(noun, words));
        let bearers = self.surnames.entry(last).or_default();
        if found.is_none() || bearers.len() < BEARERS && !bearers.contains(&id) {
            bearers.push(id);
        }
        if found.is_none() && parts.len() > 2 {
            parts[1..parts.len() - 1].iter().for_each(|p| self.inner.entry(fold(p)).or_default().push(id));
        }
        if found.is_none() && parts.len() > 1 {
            self.firsts.entry(fold(parts[0])).or_default().push(id);
        }
        let entity = &mut self.entities[id as usize];
        entity.gender = entity.gender.take().or(noun.gender.map(String::from));
        entity.code = entity.code.take().or_else(|| code(noun));
        id
    }

    fn add(&mut self, noun: &Noun, words: &str) -> u32 {
        self.entities.push(Entity {
            kind: noun.kind,
            name: one_line(words),
            code: code(noun),
            gender: noun.gender.map(String::from),
            members: Vec::new(),
            mentions: Vec::new(),
        });
        self.entities.len() as u32 - 1
    }

    /// Orders entities by their first mention and ties mentions to them; some mentions bear the rule of this floor that made them what they are.
    fn finish(self, phrases: &Phrases, entity_of: &[Option<u32>], rules: &[Option<&'static str>]) -> People {
        let mut rank: Vec<Option<u32>> = vec![None; self.entities.len()];
        // A person's country, wherever the text tells it: "Kenyan Trade Minister Grace Wanjiru … the minister".
        let mut countries: Vec<Option<&str>> = vec![None; self.entities.len()];
        for (noun, entity) in phrases.nouns.iter().zip(entity_of) {
            let person = entity.filter(|e| self.entities[*e as usize].kind == MentionKind::Per);
            if let (Some(e), Some(country)) = (person, &noun.country) {
                countries[e as usize].get_or_insert(country);
            }
        }
        let mut entities: Vec<Entity> = Vec::new();
        let mut mentions = Vec::new();
        for (i, noun) in phrases.nouns.iter().enumerate() {
            let entity = entity_of[i].map(|old| {
                *rank[old as usize].get_or_insert_with(|| {
                    let mut entity = self.entities[old as usize].clone();
                    entity.code = with_country(entity.code, noun, countries[old as usize]);
                    entities.push(entity);
                    entities.len() as u32 - 1
                })
            });
            if let Some(e) = entity {
                entities[e as usize].mentions.push(mentions.len() as u32);
            }
            let span = self.sheet.span(noun.first, noun.last);
            let own = code(noun).or_else(|| entity.and_then(|e| entities[e as usize].code.clone()));
            let code = with_country(own, noun, entity_of[i].and_then(|e| countries[e as usize]));
            let mut why = noun.why.clone();
            if let Some(rule) = rules[i] {
                why.rule = rule.into();
            }
            mentions.push(Mention {
                start: span.start,
                end: span.end,
                text: span.of(self.sheet.text).into(),
                kind: noun.kind,
                entity,
                code,
                why,
            });
        }
        for entity in &mut entities {
            entity.members = entity.members.iter().filter_map(|old| rank[*old as usize]).collect();
        }
        People { entities, mentions }
    }
}

/// A code that is a sector alone, with the country that the text tells of its bearer elsewhere.
fn with_country(code: Option<String>, noun: &Noun, country: Option<&str>) -> Option<String> {
    let bare = noun.country.is_none() && noun.code.is_none() && code == noun.sector;
    code.map(|code| match country.filter(|_| bare) {
        Some(country) => format!("{country}{code}"),
        None => code,
    })
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word of a name as it is compared: in small letters, and long ones as any transliteration may write them ("Chernyshenko",
/// "Chernishenko"; "Mohammed", "Mohamed").
fn fold(word: &str) -> String {
    let small = cubaru_lexicon::fold_case(word).trim_end_matches("'s").to_string();
    if small.chars().count() < LONG {
        return small;
    }
    let mut out = String::with_capacity(small.len());
    for (i, letter) in small.chars().enumerate() {
        let letter = match letter {
            'y' | 'j' if i > 0 => 'i',
            'w' if i > 0 => 'v',
            other => other,
        };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

/// Whether `short` is an initial of `long`: "J." of "john".
fn initial(short: &str, long: &str) -> bool {
    short.len() == 2 && short.ends_with('.') && long.starts_with(&short[..1])
}

/// The actor code of a noun by itself.
pub(crate) fn code(noun: &Noun) -> Option<String> {
    if noun.code.is_some() {
        return noun.code.clone();
    }
    let country = noun.country.as_deref().unwrap_or("");
    let sector = noun.sector.as_deref().unwrap_or("");
    Some(format!("{country}{sector}")).filter(|c| !c.is_empty())
}
