//! Whose an agent is beside whom no country stands: that of the same words before ("the Kenyan government … the government"), else that of
//! the text, where the text is about one country alone ("Police opened fire in Nairobi").

use crate::{
    input::Sheet,
    language::Class,
    parsed::MentionKind,
    phrase::{Noun, Phrases},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The rule that such a mention bears.
pub(crate) const RULE: &str = "country-around";
/// The text is about one country where at least so many in so many of those named are it.
const SHARE: (usize, usize) = (4, 5);
/// Sectors whose people are often abroad, or of many states.
const ABROAD: &[&str] = &["BUS", "CRM", "IGO", "MNC", "NGO", "REF", "UAF"];
/// Sectors of bodies that act in their own country.
const HOME: &[&str] = &["OPP", "PTY", "REB"];
/// Sectors whose bodies have names that are known beyond their country.
const LETTERED: &[&str] = &["EDU", "MED"];

/// Gives agents without a country theirs. Gives back which nouns got it.
pub(crate) fn around(sheet: &Sheet<'_>, phrases: &mut Phrases) -> Vec<bool> {
    let mut countries = again(sheet, phrases);
    if let Some(about) = About::of(sheet, phrases) {
        for (noun, country) in phrases.nouns.iter().zip(&mut countries) {
            if country.is_none() && about.holds(sheet, noun) {
                *country = Some(about.country.clone());
            }
        }
    }
    let given = countries.iter().map(Option::is_some).collect();
    for (noun, country) in phrases.nouns.iter_mut().zip(countries) {
        noun.country = noun.country.take().or(country);
    }
    given
}

/// Whether a noun acts for somebody of whom nothing says the country.
fn open(sheet: &Sheet<'_>, noun: &Noun) -> bool {
    let named = noun.kind == MentionKind::Org;
    let acts = |s: &str| !(ABROAD.contains(&s) || named && LETTERED.contains(&s));
    // "foreign troops", "other governments"
    let other = || (noun.from..noun.last).any(|t| sheet.entries(t, Class::Description).any(|(_, e)| e.cell(1) == "elsewhere"));
    noun.country.is_none() && noun.code.is_none() && noun.sector.as_deref().is_some_and(acts) && !other()
}

/// The countries of definite descriptions whose words had one country before.
fn again(sheet: &Sheet<'_>, phrases: &Phrases) -> Vec<Option<String>> {
    let mut before: HashMap<String, Option<&str>> = HashMap::new();
    let mut out = Vec::with_capacity(phrases.nouns.len());
    for noun in &phrases.nouns {
        let mut found = None;
        if noun.kind == MentionKind::Nom {
            let words = cubaru_lexicon::fold_case(sheet.words(noun.first, noun.last)).into_owned();
            if let Some(country) = noun.country.as_deref() {
                // Of two countries nobody can tell which is meant.
                before.entry(words).and_modify(|c| *c = c.filter(|c| *c == country)).or_insert(Some(country));
            } else if sheet.is(noun.from, "the") && open(sheet, noun) {
                found = before.get(&words).copied().flatten().map(String::from);
            }
        }
        out.push(found);
    }
    out
}

/// The one country that a text is about.
struct About {
    country: String,
    /// The sentences that name another.
    elsewhere: Vec<bool>,
    /// The last names of persons whose country is told.
    known: HashSet<String>,
    /// Whether a place of it is named. Without one it may be the other side's alone: "President Solis met the Cuban minister".
    placed: bool,
}

impl About {
    fn of(sheet: &Sheet<'_>, phrases: &Phrases) -> Option<Self> {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        let mut here: Vec<HashSet<&str>> = vec![HashSet::new(); sheet.sentences.len()];
        for noun in &phrases.nouns {
            // The agency that tells a story is seldom of its country.
            let Some(country) = noun.country.as_deref().filter(|_| noun.sector.as_deref() != Some("MED")) else { continue };
            *named.entry(country).or_default() += 1;
            here[sentence(sheet, noun)].insert(country);
        }
        let (country, votes) = named.iter().max_by_key(|(_, votes)| **votes)?;
        let own = || phrases.nouns.iter().filter(|n| n.country.as_deref() == Some(*country));
        let home = |n: &Noun| n.kind == MentionKind::Org && n.sector.as_deref().is_some_and(|s| HOME.contains(&s));
        let placed = own().any(|n| n.kind == MentionKind::Loc || home(n));
        // Where neither a place nor an actor is named, a nationality is that of a thing: "sank a Saudi ship".
        let stands = placed || own().any(|n| n.sector.is_some());
        let most = votes * SHARE.1 >= named.values().sum::<usize>() * SHARE.0;
        let elsewhere = here.iter().map(|countries| countries.iter().any(|c| c != country)).collect();
        let told = phrases.nouns.iter().filter(|n| n.kind == MentionKind::Per && n.country.is_some());
        (most && stands).then(|| Self { country: country.to_string(), elsewhere, known: told.map(|n| last(sheet, n)).collect(), placed })
    }

    fn holds(&self, sheet: &Sheet<'_>, noun: &Noun) -> bool {
        let person = noun.kind == MentionKind::Per || noun.why.rule == "noun-post";
        let told = || noun.kind == MentionKind::Per && self.known.contains(&last(sheet, noun));
        open(sheet, noun) && !self.elsewhere[sentence(sheet, noun)] && (self.placed || !person) && !told()
    }
}

fn sentence(sheet: &Sheet<'_>, noun: &Noun) -> usize {
    sheet.sentences.partition_point(|s| s.last_token as usize <= noun.first)
}

fn last(sheet: &Sheet<'_>, noun: &Noun) -> String {
    cubaru_lexicon::fold_case(sheet.words(noun.last - 1, noun.last)).into_owned()
}
