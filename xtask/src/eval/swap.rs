//! The same gold with countries, peoples, capitals and surnames traded, so that a reading which hangs on particular names shows.
//!
//! A country is traded only in texts where all that stands for it can be: where a text names its leader, a province or an armed group, a
//! "Zambian" Kandahar would ask the reader to believe what is not so.

use crate::root;
use cubaru::{Reader, Source};
use serde_json::Value;
use std::{
    collections::{HashMap, HashSet},
    fs,
};

/// Words and codes that trade places, in both directions.
#[derive(Clone)]
pub struct Swap {
    words: HashMap<String, String>,
    codes: HashMap<String, String>,
    /// The countries of words that stand for one.
    countries: HashMap<String, String>,
}

/// The lists that know which country a name belongs to.
const GROUNDS: [&str; 6] = ["bodies", "countries", "leaders", "peoples", "places", "seats"];

impl Swap {
    /// The pairs of `cases/swap.tsv`.
    pub fn read() -> Result<Self, String> {
        let table = fs::read_to_string(root().join("cases/swap.tsv")).map_err(|e| format!("cases/swap.tsv: {e}"))?;
        let reader = Reader::english();
        let code = |name: &str| -> Result<String, String> {
            let entries = reader.language().lexicon().get(name);
            let country = entries.iter().find(|e| matches!(e.list(), "countries" | "places")).map(|e| e.cell(1).to_string());
            country.ok_or_else(|| format!("cases/swap.tsv: `{name}` is of no country of the lists"))
        };
        let mut swap = Self { words: HashMap::new(), codes: HashMap::new(), countries: HashMap::new() };
        for row in table.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [one, other, kind] = cells[..] else { return Err(format!("cases/swap.tsv: `{row}`")) };
            swap.trade(one, other);
            if kind == "surname" {
                continue;
            }
            for (word, other) in [(one, other), (other, one)] {
                let (country, other) = (code(word)?, code(other)?);
                [word.to_string(), word.to_uppercase()].into_iter().for_each(|w| drop(swap.countries.insert(w, country.clone())));
                if kind == "name" {
                    swap.codes.insert(country, other);
                }
            }
        }
        Ok(swap)
    }

    /// The word that a word trades with.
    pub fn word(&self, word: &str) -> Option<&str> {
        self.words.get(word).map(String::as_str)
    }

    /// A word that stands in two pairs keeps the first.
    fn trade(&mut self, one: &str, other: &str) {
        for (from, to) in [(one, other), (other, one)] {
            self.words.entry(from.into()).or_insert_with(|| to.into());
            self.words.entry(from.to_uppercase()).or_insert_with(|| to.to_uppercase());
        }
    }

    /// The same pairs, and those of the surnames that the gold marks: two neighbours trade places. A surname that also
    /// stands outside the gold's persons (Washington, May) stays as it is.
    pub fn with_surnames(&self, gold: &[Value]) -> Self {
        let mut order: Vec<String> = Vec::new();
        let mut elsewhere: HashSet<String> = HashSet::new();
        for record in gold {
            let text: Vec<char> = record["text"].as_str().unwrap_or_default().chars().collect();
            let persons = record["entities"].as_array().into_iter().flatten().filter(|e| is_person(e));
            let spans: Vec<(usize, usize)> = persons.filter_map(|e| Some((offset(&e["start"])?, offset(&e["end"])?))).collect();
            for (start, end) in runs(&text) {
                let word: String = text[start..end].iter().collect();
                match spans.iter().find(|(s, e)| *s <= start && end <= *e) {
                    Some((s, e)) => {
                        if *s < start && end == *e && is_surname(&word) && !order.contains(&word) {
                            order.push(word);
                        }
                    }
                    None => {
                        elsewhere.insert(word);
                    }
                }
            }
        }
        let mut swap = self.clone();
        let free: Vec<&String> = order.iter().filter(|w| !elsewhere.contains(*w) && !self.words.contains_key(*w)).collect();
        free.chunks_exact(2).for_each(|pair| swap.trade(pair[0], pair[1]));
        swap
    }

    /// The same pairs but for the countries that this record names otherwise too: by a name which the lists know and no pair trades, or in
    /// the gold alone; and but for leaders.
    pub fn for_record(&self, reader: &Reader, record: &Value) -> Self {
        let text = record["text"].as_str().unwrap_or_default();
        let partner = |code: &str| code.get(..3).and_then(|c| self.codes.get_key_value(c));
        let mut pinned: HashSet<&str> = HashSet::new();
        let mut leaders: HashSet<&str> = HashSet::new();
        let document = reader.read(&Source::new(text)).ok();
        for mention in document.iter().flat_map(|d| d.mentions()) {
            for (list, form) in mention.why.entries.iter().filter_map(|e| e.split_once('#')) {
                if GROUNDS.contains(&list) && !self.countries.contains_key(form) {
                    pinned.extend(
                        mention.code.as_deref().and_then(partner).into_iter().flat_map(|(one, other)| [one.as_str(), other.as_str()]),
                    );
                }
                if list == "leaders" {
                    leaders.extend(mention.text.split(' ').flat_map(|w| [Some(w), self.word(w)]).flatten());
                }
            }
        }
        let named: HashSet<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter_map(|w| self.countries.get(w)).map(String::as_str).collect();
        codes_of(record, &mut |code| {
            if let Some((one, other)) = partner(code).filter(|(one, _)| !named.contains(one.as_str())) {
                pinned.extend([one.as_str(), other.as_str()]);
            }
        });
        let mut swap = self.clone();
        swap.codes.retain(|code, _| !pinned.contains(code.as_str()));
        swap.words.retain(|word, _| {
            let stays = self.countries.get(word).map_or(leaders.contains(word.as_str()), |c| pinned.contains(c.as_str()));
            !stays
        });
        swap
    }

    /// A gold record with its words traded, its offsets moved along and its codes traded.
    pub fn record(&self, record: &Value) -> Value {
        let text: Vec<char> = record["text"].as_str().unwrap_or_default().chars().collect();
        let (traded, moved) = self.text(&text);
        let mut out = record.clone();
        if let Some(fields) = out.as_object_mut() {
            // Strings and numbers at the top are the record's own data, not a layer.
            for value in fields.values_mut().filter(|v| v.is_array() || v.is_object()) {
                self.layer(value, &moved, false);
            }
            fields.insert("text".into(), Value::String(traded));
        }
        out
    }

    /// The text with its words traded, and for every old offset the new one.
    fn text(&self, text: &[char]) -> (String, Vec<usize>) {
        let (mut out, mut length, mut moved) = (String::new(), 0, Vec::with_capacity(text.len() + 1));
        let mut at = 0;
        let mut keep = |from: usize, to: usize, new: &[char], moved: &mut Vec<usize>| {
            moved.extend((from..to).map(|i| length + (i - from).min(new.len())));
            out.extend(new);
            length += new.len();
        };
        for (start, end) in runs(text) {
            keep(at, start, &text[at..start], &mut moved);
            let word: String = text[start..end].iter().collect();
            let new: Vec<char> = self.words.get(&word).unwrap_or(&word).chars().collect();
            keep(start, end, &new, &mut moved);
            at = end;
        }
        keep(at, text.len(), &text[at..], &mut moved);
        moved.push(length);
        (out, moved)
    }

    /// Moves the offsets of a layer, and trades the codes of its actors, places and countries.
    fn layer(&self, value: &mut Value, moved: &[usize], is_code: bool) {
        let to = |old: &Value| offset(old).and_then(|o| moved.get(o)).map_or(old.clone(), |n| Value::from(*n));
        match value {
            Value::Array(items) => match &mut items[..] {
                [start, end] if offset(start).is_some() && offset(end).is_some() => {
                    (*start, *end) = (to(start), to(end));
                }
                items => items.iter_mut().for_each(|v| self.layer(v, moved, is_code)),
            },
            Value::Object(fields) => {
                for (key, value) in fields.iter_mut() {
                    match key.as_str() {
                        "start" | "end" => *value = to(value),
                        key => self.layer(value, moved, holds_codes(key)),
                    }
                }
            }
            Value::String(code) if is_code && is_actor_code(code) => {
                if let Some(other) = code.get(..3).and_then(|c| self.codes.get(c)) {
                    *code = format!("{other}{}", &code[3..]);
                }
            }
            _ => {}
        }
    }
}

/// Whether a key of the gold has codes of actors, places or countries.
fn holds_codes(key: &str) -> bool {
    matches!(key, "source" | "target" | "code" | "place" | "country")
}

fn is_actor_code(code: &str) -> bool {
    code.len().is_multiple_of(3)
}

/// The codes in a record's layers.
fn codes_of(record: &Value, each: &mut impl FnMut(&str)) {
    fn layer(value: &Value, is_code: bool, each: &mut impl FnMut(&str)) {
        match value {
            Value::Array(items) => items.iter().for_each(|v| layer(v, is_code, each)),
            Value::Object(fields) => fields.iter().for_each(|(key, v)| layer(v, holds_codes(key), each)),
            Value::String(code) if is_code && is_actor_code(code) => each(code),
            _ => {}
        }
    }
    let layers = record.as_object().into_iter().flatten().map(|(_, v)| v).filter(|v| v.is_array() || v.is_object());
    layers.for_each(|v| layer(v, false, each));
}

fn offset(value: &Value) -> Option<usize> {
    value.as_u64().map(|n| n as usize)
}

fn is_person(entity: &Value) -> bool {
    matches!(entity["type"].as_str(), Some("PER" | "PERSON" | "Person" | "person"))
}

fn is_surname(word: &str) -> bool {
    word.chars().count() > 3 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
}

/// The runs of letters.
fn runs(text: &[char]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (i, _) in text.iter().enumerate().filter(|(_, c)| c.is_alphabetic()) {
        match out.last_mut() {
            Some((_, end)) if *end == i => *end = i + 1,
            _ => out.push((i, i + 1)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn offsets_and_codes_follow_the_words() {
        let swap = Swap::read().unwrap();
        let gold = json!({"id": "RUS", "text": "“Cuba” met Sergei Ivanov of Russia’s DUMA; Ann Petrescu left.", "source": "RUS",
            "entities": [{"start": 1, "end": 5, "type": "LOC"}, {"start": 11, "end": 24, "type": "PER"}, {"start": 43, "end": 55, "type": "PER"}],
            "events": [{"type": "CONSULT", "source": ["CUBGOV"], "source_spans": [[1, 5]], "pairs": [[[[1, 5]], [[28, 34]]]]}]});
        let traded = swap.with_surnames(std::slice::from_ref(&gold)).record(&gold);
        assert_eq!(traded["text"], "“Vietnam” met Sergei Petrescu of Brazil’s DUMA; Ann Ivanov left.");
        assert_eq!((&traded["id"], &traded["source"]), (&json!("RUS"), &json!("RUS")));
        let text: Vec<char> = traded["text"].as_str().unwrap().chars().collect();
        let words = |span: &Value| text[offset(&span[0]).unwrap()..offset(&span[1]).unwrap()].iter().collect::<String>();
        let entity = |i: usize| words(&json!([traded["entities"][i]["start"], traded["entities"][i]["end"]]));
        assert_eq!((entity(0), entity(1), entity(2)), ("Vietnam".into(), "Sergei Petrescu".into(), "Ann Ivanov".into()));
        // A type is no code, though Peru's is written like a person's.
        assert_eq!(traded["entities"][1]["type"], "PER");
        let event = &traded["events"][0];
        assert_eq!((&event["type"], &event["source"]), (&json!("CONSULT"), &json!(["VNMGOV"])));
        assert_eq!((words(&event["source_spans"][0]), words(&event["pairs"][0][1][0])), ("Vietnam".into(), "Brazil".into()));
        assert_eq!(swap.record(&swap.record(&gold)), gold);
    }

    #[test]
    fn a_country_stays_where_its_leader_or_a_province_is_named() {
        let (swap, reader) = (Swap::read().unwrap(), Reader::english());
        let traded = |text: &str, code: &str| {
            let gold = json!({"text": text, "events": [{"source": [code]}]});
            let traded = swap.for_record(&reader, &gold).record(&gold);
            (traded["text"].as_str().unwrap().to_string(), traded["events"][0]["source"][0].as_str().unwrap().to_string())
        };
        assert_eq!(traded("Afghan police arrested a Kenyan in Kabul.", "AFGCOP").0, "Zambian police arrested a Israeli in Lusaka.");
        let kandahar = "Afghan police arrested a Kenyan in Kandahar.";
        assert_eq!(traded(kandahar, "AFGCOP"), (kandahar.replace("Kenyan", "Israeli"), "AFGCOP".into()));
        assert_eq!(traded("Rebels took the town.", "RUSREB").1, "RUSREB");
    }
}
