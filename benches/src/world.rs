//! The world that the articles tell of: its countries and places are those of the lists, its people and events are made up.

use crate::{chance::Chance, day::Day};
use std::collections::{BTreeMap, BTreeSet};

const COUNTRIES: &str = include_str!("../../crates/cubaru-english/en/countries.tsv");
const PLACES: &str = include_str!("../../crates/cubaru-english/en/places.tsv");
const POSTS: &str = include_str!("../../crates/cubaru-english/en/posts.tsv");
const GIVEN_NAMES: &str = include_str!("../../crates/cubaru-english/en/given-names.tsv");
const LEADERS: &str = include_str!("../../crates/cubaru-english/en/leaders.tsv");
const TEMPLATES: &str = include_str!("../generator/templates.tsv");
const RULES: [&str; 8] = [
    include_str!("../../crates/cubaru-english/en/events/ACCUSE.rules"),
    include_str!("../../crates/cubaru-english/en/events/AID.rules"),
    include_str!("../../crates/cubaru-english/en/events/ASSAULT.rules"),
    include_str!("../../crates/cubaru-english/en/events/COERCE.rules"),
    include_str!("../../crates/cubaru-english/en/events/CONSULT.rules"),
    include_str!("../../crates/cubaru-english/en/events/REJECT.rules"),
    include_str!("../../crates/cubaru-english/en/events/RETREAT.rules"),
    include_str!("../../crates/cubaru-english/en/events/SUPPORT.rules"),
];

/// 1 January 1990, the first day of an event, and how many days follow it.
const FIRST: usize = 7_305;
const DAYS: usize = 35 * 365;
/// How many posts a country has, and for how many years a person holds one.
const POSTS_HELD: usize = 8;
const TERM: usize = 5;

/// A country with what its sentences need.
pub struct Country {
    pub name: &'static str,
    pub adjective: &'static str,
    pub capital: &'static str,
    pub cities: Vec<&'static str>,
}

/// A way to tell an act, with its headline.
#[derive(Clone, Copy)]
pub struct Telling {
    pub text: &'static str,
    pub headline: &'static str,
}

/// A person in a post.
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub surname: &'static str,
    pub post: &'static str,
}

/// What several articles may tell.
pub struct Event {
    /// Index of the act.
    pub act: usize,
    pub day: Day,
    /// Indexes of the countries: who acts, and towards whom.
    pub countries: [usize; 2],
    /// Their officials and somebody who once held the first one's post.
    pub people: [Person; 3],
    pub city: &'static str,
    pub other_city: &'static str,
    pub thing: &'static str,
    /// A small and a large number.
    pub few: usize,
    pub many: usize,
}

pub struct World {
    pub seed: u64,
    pub countries: Vec<Country>,
    pub acts: Vec<Vec<Telling>>,
    /// Sentences that may follow.
    pub more: Vec<&'static str>,
    pub outlets: Vec<&'static str>,
    /// Sentences of the event rules, with the names of countries in them.
    pub examples: Vec<&'static str>,
    /// The words that name a country, and those that are its adjective.
    pub names: BTreeMap<&'static str, &'static str>,
    pub adjectives: BTreeMap<&'static str, &'static str>,
    posts: Vec<&'static str>,
    given_names: Vec<&'static str>,
    surnames: Vec<&'static str>,
    leaders: BTreeSet<&'static str>,
    things: Vec<&'static str>,
}

/// The rows of a list, each cut into its cells.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect())
}

impl World {
    pub fn new(seed: u64) -> Self {
        let of_kind = |kind: &'static str| rows(COUNTRIES).filter(move |r| r[2] == kind).map(|r| (r[0], r[1]));
        let templates = |kind: &'static str| rows(TEMPLATES).filter(move |r| r[0] == kind);
        let mut acts: BTreeMap<&str, Vec<Telling>> = BTreeMap::new();
        for row in templates("act") {
            acts.entry(row[1]).or_default().push(Telling { text: row[2], headline: row[3] });
        }
        let ordinary = |form: &str| form.ends_with("minister") && !form.contains('-') && !BESIDES.iter().any(|b| form.starts_with(b));
        let surname = |name: &'static str| name.rsplit(' ').next().filter(|s| s.len() > 3 && s.chars().all(char::is_alphabetic));
        let mut surnames: Vec<_> = rows(LEADERS).filter_map(|r| surname(r[0])).collect();
        surnames.sort_unstable();
        surnames.dedup();
        let sentences = RULES.iter().flat_map(|rules| rules.lines()).filter(|l| !l.starts_with('#'));
        let names: BTreeMap<_, _> = of_kind("name").filter(|(form, _)| !form.contains(' ')).collect();
        let adjectives: BTreeMap<_, _> = of_kind("adjective").collect();
        // "Saudi Arabia" with another country in it would be no country.
        let long: Vec<_> = rows(COUNTRIES).filter(|r| r[0].contains(' ')).map(|r| r[0]).collect();
        let short = |sentence: &&str| !long.iter().any(|name| sentence.contains(name));
        let told = |sentence: &&str| sentence.split(' ').any(|word| names.contains_key(bare(word)) || adjectives.contains_key(bare(word)));
        Self {
            seed,
            countries: countries(),
            acts: acts.into_values().collect(),
            more: templates("more").map(|r| r[2]).collect(),
            outlets: templates("outlet").map(|r| r[2]).collect(),
            examples: sentences.filter_map(|l| l.split(" | ").nth(4)).filter(told).filter(short).collect(),
            posts: rows(POSTS).filter(|r| r[1] == "GOV" && r[2] == "post" && ordinary(r[0])).map(|r| r[0]).collect(),
            given_names: rows(GIVEN_NAMES).filter(|r| r[1] != "u").map(|r| r[0]).collect(),
            leaders: rows(LEADERS).map(|r| r[0]).collect(),
            things: templates("thing").map(|r| r[2]).collect(),
            surnames,
            names,
            adjectives,
        }
    }

    /// Who holds a post of a country in a year.
    fn holder(&self, country: usize, post: usize, year: usize) -> Person {
        let place = country * POSTS_HELD + post;
        let post = Chance::of(self.seed, "post", place as u64).pick(&self.posts);
        // Terms do not begin in the same year everywhere.
        let mut chance = Chance::of(self.seed, "holder", (place * 1_000 + (year + place) / TERM) as u64);
        loop {
            let surname = chance.pick(&self.surnames);
            let name = format!("{} {surname}", chance.pick(&self.given_names));
            // The people are made up: none may bear the name of a real leader.
            if !self.leaders.contains(name.as_str()) {
                return Person { name, surname, post };
            }
        }
    }

    pub fn event(&self, number: usize) -> Event {
        let mut chance = Chance::of(self.seed, "event", number as u64);
        let day = Day(FIRST + chance.below(DAYS));
        let first = chance.below(self.countries.len());
        let second = (first + 1 + chance.below(self.countries.len() - 1)) % self.countries.len();
        let [own, other] = [chance.below(POSTS_HELD), chance.below(POSTS_HELD)];
        Event {
            act: chance.below(self.acts.len()),
            day,
            countries: [first, second],
            people: [
                self.holder(first, own, day.year()),
                self.holder(second, other, day.year()),
                self.holder(first, own, day.year() - 2 * TERM),
            ],
            city: chance.pick(&self.countries[first].cities),
            other_city: chance.pick(&self.countries[second].cities),
            thing: chance.pick(&self.things),
            few: 2 + chance.below(10),
            many: (2 + chance.below(90)) * 100,
        }
    }
}

/// Ministers who are not in office, and those below them.
const BESIDES: [&str; 10] = ["acting", "assistant", "caretaker", "deputy", "first", "former", "interim", "junior", "under", "vice"];

/// A word without the marks and the possessive at its end.
pub fn bare(word: &str) -> &str {
    let word = word.trim_end_matches(['.', ',', ';', ':']);
    word.strip_suffix("'s").unwrap_or(word)
}

/// The countries whose name is one word, with an adjective, a capital and a few cities.
fn countries() -> Vec<Country> {
    let mut by_code: BTreeMap<&str, [Vec<&'static str>; 2]> = BTreeMap::new();
    for row in rows(COUNTRIES) {
        match row[2] {
            "name" => by_code.entry(row[1]).or_default()[0].push(row[0]),
            "adjective" => by_code.entry(row[1]).or_default()[1].push(row[0]),
            _ => {}
        }
    }
    let mut places: BTreeMap<&str, [Vec<&'static str>; 2]> = BTreeMap::new();
    for row in rows(PLACES) {
        match row[2] {
            "capital" => places.entry(row[1]).or_default()[0].push(row[0]),
            "city" => places.entry(row[1]).or_default()[1].push(row[0]),
            _ => {}
        }
    }
    let country = |(code, [names, adjectives]): (&str, [Vec<&'static str>; 2])| {
        let [capitals, cities] = places.get(code)?;
        // "the Gambia", "the Maldives": names that need an article would need a grammar.
        let name = names.first().filter(|n| !n.contains(' ') && !n.ends_with('s'))?;
        (cities.len() > 2).then_some(Country { name, adjective: adjectives.first()?, capital: capitals.first()?, cities: cities.clone() })
    };
    by_code.into_iter().filter_map(country).collect()
}
