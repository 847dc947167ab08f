//! One article: an event, what was said of it, and what happened before.

use crate::{
    Article,
    chance::Chance,
    day::Day,
    world::{Event, World, bare},
};
use std::fmt::Write;

/// How many articles tell one event, on average, and how many events there are at least.
const TOLD_BY: usize = 3;
const LEAST: usize = 200;

/// The article of this number, of `count` that share their events.
pub fn tell(world: &World, number: usize, count: usize, words: usize) -> Article {
    let mut chance = Chance::of(world.seed, "article", number as u64);
    let events = count.div_ceil(TOLD_BY).max(LEAST);
    let event = world.event(chance.below(events));
    let published = Day(event.day.0 + chance.below(4));
    let telling = chance.pick(&world.acts[event.act]);
    let mut story = Story { world, event, published, text: String::new(), words: 0, known: [false; 2], left: world.more.clone() };
    let title = story.filled(telling.headline, &story.event, 0);
    story.sentence(telling.text, &mut chance);
    while story.words < words {
        if chance.below(3) == 0 && !story.text.ends_with('\n') {
            story.text.push_str("\n\n");
        }
        match chance.below(8) {
            0 => story.example(&mut chance),
            1 | 2 => story.earlier(events, &mut chance),
            _ if story.left.is_empty() => story.turn(events, &mut chance),
            _ => story.more(&mut chance),
        }
    }
    let outlet = chance.pick(&world.outlets);
    let text = story.text.trim_end().to_string();
    Article { id: format!("s{}-{number:07}", world.seed), title, publisher: outlet.into(), published: published.iso(), text }
}

struct Story<'a> {
    world: &'a World,
    event: Event,
    published: Day,
    text: String,
    words: usize,
    /// Whether the officials of both countries have been named in full.
    known: [bool; 2],
    /// The sentences that have not followed yet.
    left: Vec<&'static str>,
}

impl Story<'_> {
    fn push(&mut self, sentence: &str) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        let mut letters = sentence.chars();
        self.text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        self.text.push_str(letters.as_str());
        self.words += sentence.split_whitespace().count();
    }

    /// A sentence about the event of the article.
    fn sentence(&mut self, template: &str, chance: &mut Chance) {
        for (known, name) in self.known.iter_mut().zip(["{a.name}", "{b.name}"]) {
            *known |= template.contains(name);
        }
        let sentence = self.filled(template, &self.event, chance.below(2));
        self.push(&sentence);
    }

    /// A sentence that may follow, each once; nobody is called by the surname before the name was given.
    fn more(&mut self, chance: &mut Chance) {
        let template = self.left.swap_remove(chance.below(self.left.len()));
        let stranger = self.known.iter().zip(["{a.last}", "{b.last}"]).any(|(known, last)| !known && template.contains(last));
        if !stranger {
            self.sentence(template, chance);
        }
    }

    /// Turns to another event, when all is said of this one.
    fn turn(&mut self, events: usize, chance: &mut Chance) {
        let other = self.world.event(chance.below(events));
        if other.day.0 <= self.published.0 {
            (self.event, self.known, self.left) = (other, [false; 2], self.world.more.clone());
        }
        // With nothing earlier in this world, the same is told again in other words.
        let telling = chance.pick(&self.world.acts[self.event.act]);
        self.sentence(telling.text, chance);
    }

    /// Another event, if it lies before this one.
    fn earlier(&mut self, events: usize, chance: &mut Chance) {
        let other = self.world.event(chance.below(events));
        if other.day.0 < self.event.day.0 {
            let telling = chance.pick(&self.world.acts[other.act]);
            let sentence = self.filled(telling.text, &other, chance.below(2));
            self.push(&sentence);
        }
    }

    /// A sentence of the event rules, told of the two countries.
    fn example(&mut self, chance: &mut Chance) {
        let example = chance.pick(&self.world.examples);
        let mut sentence = String::new();
        let mut codes = Vec::new();
        for word in example.split(' ') {
            let plain = bare(word);
            let (name, adjective) = (self.world.names.get(plain), self.world.adjectives.get(plain));
            let replaced = name.or(adjective).and_then(|code| {
                let place = codes.iter().position(|c| c == code).unwrap_or(codes.len());
                if place == codes.len() {
                    codes.push(*code);
                }
                let country = &self.world.countries[*self.event.countries.get(place)?];
                Some(if name.is_some() { country.name } else { country.adjective })
            });
            let gap = if sentence.is_empty() { "" } else { " " };
            let _ = write!(sentence, "{gap}{}{}", replaced.unwrap_or(plain), &word[plain.len()..]);
        }
        self.push(&sentence);
    }

    /// The template with its gaps filled.
    fn filled(&self, template: &str, event: &Event, style: usize) -> String {
        let [own, other] = event.countries.map(|c| &self.world.countries[c]);
        let [a, b, c] = &event.people;
        let mut filled = String::with_capacity(template.len() + 64);
        let mut rest = template;
        while let Some((before, (gap, after))) = rest.split_once('{').and_then(|(before, r)| Some((before, r.split_once('}')?))) {
            filled.push_str(before);
            rest = after;
            match gap {
                "A" => filled.push_str(own.name),
                "A.adj" => filled.push_str(own.adjective),
                "A.capital" => filled.push_str(own.capital),
                "A.city" => filled.push_str(event.city),
                "B" => filled.push_str(other.name),
                "B.adj" => filled.push_str(other.adjective),
                "B.capital" => filled.push_str(other.capital),
                "B.city" => filled.push_str(event.other_city),
                "a.name" => filled.push_str(&a.name),
                "a.last" => filled.push_str(a.surname),
                "a.post" => filled.push_str(a.post),
                "b.name" => filled.push_str(&b.name),
                "b.last" => filled.push_str(b.surname),
                "b.post" => filled.push_str(b.post),
                "c.name" => filled.push_str(&c.name),
                "thing" => filled.push_str(event.thing),
                "when" => filled.push_str(&event.day.told_on(self.published, style)),
                "month" => filled.push_str(self.published.month_after(2 + event.few % 6)),
                "k" => filled.push_str(&event.few.to_string()),
                "n" => filled.push_str(&thousands(event.many)),
                gap => panic!("a gap that nothing fills: {{{gap}}} in {template}"),
            }
        }
        filled + rest
    }
}

/// As in 12,300.
fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}
