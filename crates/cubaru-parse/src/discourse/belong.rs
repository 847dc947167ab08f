//! Whose people are of whom no list tells a country: their owner's ("Myanmar's military-run *companies*"), or that of the land in which they
//! live ("ethnic *Albanians* in southern Serbia").

use crate::{
    input::Sheet,
    label::Relation,
    parsed::MentionKind,
    phrase::{Noun, Phrases},
};

/// The rule that people of a place bear.
const RULE: &str = "people-of-place";
/// The sector of people of whom nothing else is told.
const PEOPLE: &str = "CVL";
/// No more words stand between people and the place behind their preposition: "of the southern".
const NEAR: usize = 4;
/// What stands between people and the land in which they live.
const LIVING: &[&str] = &["in", "of", "from", "across", "throughout"];

/// Gives a people that live in another's state, or have none, the country of the place: they are no citizens of the state that their name
/// recalls.
pub(crate) fn residents(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let nouns = &phrases.nouns;
    let mut found: Vec<(usize, bool, Option<String>)> = Vec::new();
    for (i, noun) in nouns.iter().enumerate() {
        let people = noun.kind == MentionKind::Norp && matches!(noun.sort.as_str(), "demonym-plural" | "group");
        if !people {
            continue;
        }
        let floor = sheet.sentence_of(noun.first).map_or(0, |s| s.first_token as usize);
        let before = noun.first > floor && sheet.is(noun.first - 1, "ethnic");
        let ethnic = before || sheet.is(noun.first, "ethnic");
        let of = sheet.is(noun.last, "of");
        // A faith or a people without a state: "Kurds", but not "Iraqi Kurds".
        let stateless = noun.country.is_none();
        if !(ethnic || of || stateless) {
            continue;
        }
        let land = behind(sheet, nouns, i).or_else(|| said(sheet, nouns, i).filter(|_| ethnic));
        let land = land.filter(|l| noun.country.as_ref() != Some(l));
        if land.is_some() || before {
            found.push((i, before, land));
        }
    }
    for (i, ethnic, land) in found {
        let noun = &mut phrases.nouns[i];
        noun.first -= usize::from(ethnic);
        noun.from = noun.from.min(noun.first);
        noun.sector = Some(PEOPLE.into());
        noun.kind = MentionKind::Nom;
        noun.sort = "pl".into();
        noun.country = land;
        noun.why.rule = RULE.into();
    }
}

/// The country of the place that a preposition joins to people: "of southern Serbia".
fn behind(sheet: &Sheet<'_>, nouns: &[Noun], at: usize) -> Option<String> {
    let people = &nouns[at];
    let land = nouns[at + 1..].iter().take(NEAR).find(|n| n.kind == MentionKind::Loc)?;
    let near = sheet.is_any(people.last, LIVING) && land.first > people.last && land.first <= people.last + NEAR;
    // "of the Israeli-occupied West Bank" names two.
    land.country.clone().filter(|_| near)
}

/// The only country in which the sentence says that anything is.
fn said(sheet: &Sheet<'_>, nouns: &[Noun], at: usize) -> Option<String> {
    let sentence = sheet.sentence_of(nouns[at].first)?;
    let (first, last) = (sentence.first_token as usize, sentence.last_token as usize);
    let own = nouns.partition_point(|n| n.first < first)..nouns.partition_point(|n| n.first < last);
    let placed = |n: &&Noun| {
        let case = sheet.edges.child(n.last - 1, &[Relation::Case]);
        n.kind == MentionKind::Loc && case.is_some_and(|c| sheet.is_any(c, &["in", "across", "throughout"]))
    };
    let mut lands = nouns[own].iter().filter(placed).filter_map(|n| n.country.clone());
    let land = lands.next()?;
    lands.all(|l| l == land).then_some(land)
}

/// Gives people and bodies without a country that of their owner on the tree: "Maduro's *vice president*".
pub(crate) fn owned(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let nouns = &phrases.nouns;
    let owner = |noun: &Noun| {
        let open = noun.kind == MentionKind::Nom && noun.country.is_none() && noun.code.is_none() && noun.sector.is_some();
        let owner = sheet.edges.child(noun.last - 1, &[Relation::NmodPoss]).filter(|_| open)?;
        let named = sheet.edges.child(owner, &[Relation::Case]).is_some();
        let near = nouns.partition_point(|n| n.first + LONGEST < owner)..nouns.partition_point(|n| n.first <= owner);
        let holds = |n: &&Noun| (n.first..n.last).contains(&owner) && n.kind != MentionKind::Pron;
        nouns[near].iter().filter(holds).filter(|_| named).find_map(|n| n.country.clone())
    };
    let lands: Vec<Option<String>> = nouns.iter().map(owner).collect();
    for (noun, land) in phrases.nouns.iter_mut().zip(lands) {
        noun.country = noun.country.take().or(land);
    }
}

/// A name has no more words.
const LONGEST: usize = 12;
