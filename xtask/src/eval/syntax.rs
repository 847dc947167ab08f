//! The syntax floor against treebanks: on the gold's own words, and from the bare text.

use super::{Row, gold::Set, score::is_held, swap::Swap};
use crate::train::treebank::{self, Sentence};
use cubaru::{Reader, Upos, Word};
use rayon::prelude::*;
use serde_json::json;
use std::{
    collections::{HashMap, HashSet},
    fmt::Write,
};

/// What is counted on gold words, in the order of [`Tally`].
const FIGURES: [&str; 7] = ["UPOS", "XPOS", "UAS", "LAS", "nsubj→VERB recall", "ccomp recall", "lemma"];

/// The name of a set of this layer; that of the file is long, and `gum` is a set of names.
pub fn name(file: &str) -> Option<String> {
    let bank = file.strip_prefix("en_")?.strip_suffix("-ud-dev.conllu.gz")?;
    Some(format!("ud-{bank}"))
}

/// Hits and tries of each figure.
type Tally = [(u32, u32); FIGURES.len()];

/// The figures on gold words, which only the floor's own work moves; `swap` trades names in the forms first.
pub fn rows(reader: &Reader, set: &Set, swap: Option<&Swap>) -> Result<Vec<Row>, String> {
    let mut sentences = treebank::read(&set.path)?;
    if let Some(swap) = swap {
        trade(reader, &mut sentences, swap);
    }
    let tallies: Vec<(bool, Tally)> = sentences
        .par_iter()
        .map(|sentence| {
            let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
            (is_held(&sentence.id), tally(&sentence.words, &reader.words(&forms)))
        })
        .collect();
    let percent = |figure: usize, part: &dyn Fn(bool) -> bool| {
        let of = tallies.iter().filter(|(held, _)| part(*held)).map(|(_, t)| t[figure]);
        let (hits, tries) = of.fold((0, 0), |(hits, tries), (h, t)| (hits + h, tries + t));
        (tries > 0).then(|| 100.0 * f64::from(hits) / f64::from(tries))
    };
    let row = |(i, figure): (usize, &&str)| Row {
        set: set.name.clone(),
        figure: (*figure).into(),
        rate: false,
        whole: percent(i, &|_| true),
        held: percent(i, &|held| held),
        rest: percent(i, &|held| !held),
    };
    Ok(FIGURES.iter().enumerate().map(row).collect())
}

/// Relations are compared without their subtypes; punctuation counts.
fn tally(gold: &[Word], found: &[Word]) -> Tally {
    let mut tally = Tally::default();
    for (g, f) in gold.iter().zip(found) {
        let same_head = g.head == f.head;
        let same_edge = same_head && g.relation.base() == f.relation.base();
        let under_verb = g.head.is_some_and(|head| gold[head as usize].upos == Upos::Verb);
        let of = |relation: &str| g.relation.base() == relation && under_verb;
        let counts = [
            (true, g.upos == f.upos),
            (true, g.xpos == f.xpos),
            (true, same_head),
            (true, same_edge),
            (of("nsubj"), same_edge),
            (of("ccomp"), same_edge),
            (true, g.lemma.to_lowercase() == f.lemma.to_lowercase()),
        ];
        for ((hits, tries), (counts, hit)) in tally.iter_mut().zip(counts) {
            *tries += u32::from(counts);
            *hits += u32::from(counts && hit);
        }
    }
    tally
}

/// Trades countries, peoples, capitals and names of persons in forms and lemmas; trees stay as they are.
fn trade(reader: &Reader, sentences: &mut [Sentence], swap: &Swap) {
    let persons = persons(reader, sentences);
    for sentence in sentences {
        for (form, word) in sentence.forms.iter_mut().zip(&mut sentence.words) {
            // "Turkey" on the table and "may" stay: a word that trades is a name or an adjective, as the gold has it.
            if !matches!(word.upos, Upos::Propn | Upos::Adj) {
                continue;
            }
            let other = |old: &str| swap.word(old).or_else(|| persons.get(old).map(String::as_str));
            let Some(new) = other(form).map(str::to_string) else { continue };
            word.lemma = if word.lemma == *form { new.clone() } else { other(&word.lemma).unwrap_or(&new).to_string() };
            *form = new;
        }
    }
}

/// Names of persons by those they trade with: two first names of one gender, and two surnames, that stand next to each other in
/// the order of their coming. A name that is also another word in this treebank stays.
fn persons(reader: &Reader, sentences: &[Sentence]) -> HashMap<String, String> {
    let lexicon = reader.language().lexicon();
    let gender =
        |form: &str| lexicon.get(form).iter().find(|e| e.list() == "given-names" && e.form() == form).map(|e| e.cell(1).to_string());
    let (mut groups, mut seen, mut elsewhere) = (HashMap::<String, Vec<String>>::new(), HashSet::new(), HashSet::new());
    for sentence in sentences {
        for (form, word) in sentence.forms.iter().zip(&sentence.words) {
            let head = word.head.map(|head| head as usize);
            let given = word.upos == Upos::Propn && word.relation.base() != "flat";
            // A surname hangs flat on the first name before it.
            let surname = word.relation.base() == "flat" && head.is_some_and(|h| gender(&sentence.forms[h]).is_some());
            let group = if surname { Some("surname".into()) } else { gender(form).filter(|_| given) };
            match group {
                Some(group) if seen.insert((group.clone(), form.clone())) => groups.entry(group).or_default().push(form.clone()),
                Some(_) => {}
                None => {
                    elsewhere.insert(form.clone());
                }
            }
        }
    }
    let mut pairs = HashMap::new();
    let mut groups: Vec<(String, Vec<String>)> = groups.into_iter().collect();
    groups.sort();
    for (group, names) in groups {
        let many = |name: &String| seen.iter().filter(|(g, n)| *g != group && n == name).count();
        let free: Vec<&String> = names.iter().filter(|n| !elsewhere.contains(*n) && many(n) == 0).collect();
        for pair in free.chunks_exact(2) {
            pairs.insert(pair[0].clone(), pair[1].clone());
            pairs.insert(pair[1].clone(), pair[0].clone());
        }
    }
    pairs
}

/// The documents of a treebank as records, their texts put together again; and the treebank unpacked, for the scorer.
pub fn records(set: &Set) -> Result<(String, String), String> {
    let sentences = treebank::read(&set.path)?;
    let mut records = String::new();
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let _ = writeln!(records, "{}", json!({"id": document[0].document, "text": text(document)}));
    }
    Ok((records, treebank::unpacked(&set.path)?))
}

/// The text of a document: an empty line stands where a paragraph begins.
fn text(sentences: &[Sentence]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if sentence.opens && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        let mut at = 0;
        while at < sentence.forms.len() {
            let whole = sentence.multiwords.iter().find(|m| m.first == at);
            let (form, last) = whole.map_or((&sentence.forms[at], at + 1), |m| (&m.form, m.last));
            text.push_str(form);
            if sentence.spaces[last - 1] {
                text.push(' ');
            }
            at = last;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BANK: &str = "# newdoc id = a\n# sent_id = a-1\n\
        1-2\tCuba's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tCuba\tCuba\tPROPN\tNNP\t_\t3\tnmod:poss\t_\t_\n2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n\
        3\tenvoy\tenvoy\tNOUN\tNN\t_\t5\tnsubj\t_\t_\n4\tMaria\tMaria\tPROPN\tNNP\t_\t3\tappos\t_\t_\n5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n\
        6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n\n\
        # newpar\n# sent_id = a-2\n1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n\
        3\tRussians\tRussian\tPROPN\tNNPS\t_\t4\tnsubj\t_\t_\n4\twon\twin\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No\n\n\
        # newdoc id = b\n# sent_id = b-1\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n";

    #[test]
    fn texts_are_put_together_again() {
        let sentences = treebank::parse(BANK).unwrap();
        let texts: Vec<String> = sentences.chunk_by(|a, b| a.document == b.document).map(text).collect();
        assert_eq!(texts, ["Cuba's envoy Maria left.\n\nAnna said Russians won", "No "]);
    }

    #[test]
    fn edges_are_counted_without_subtypes() {
        let gold = treebank::parse(BANK).unwrap().remove(1).words;
        let mut found = gold.clone();
        found[0].relation = cubaru::Relation::NsubjPass;
        found[0].lemma = "ANNA".into();
        found[3].head = Some(0);
        found[2].upos = Upos::Adj;
        let [upos, xpos, uas, las, nsubj, ccomp, lemma] = tally(&gold, &found);
        assert_eq!([upos, xpos, uas, las], [(3, 4), (4, 4), (3, 4), (3, 4)]);
        assert_eq!([nsubj, ccomp, lemma], [(2, 2), (0, 1), (4, 4)]);
    }

    #[test]
    fn names_trade_places_and_trees_stay() {
        let (reader, swap) = (Reader::english(), Swap::read().unwrap());
        let before = treebank::parse(BANK).unwrap();
        let mut after = treebank::parse(BANK).unwrap();
        trade(&reader, &mut after, &swap);
        assert_eq!(after[0].forms, ["Vietnam", "'s", "envoy", "Anna", "left", "."]);
        assert_eq!(after[1].forms, ["Maria", "said", "Brazilians", "won"]);
        assert_eq!((after[0].words[0].lemma.as_str(), after[1].words[2].lemma.as_str()), ("Vietnam", "Brazilian"));
        let edges = |all: &[Sentence]| all.iter().flat_map(|s| &s.words).map(|w| (w.head, w.relation)).collect::<Vec<_>>();
        assert_eq!(edges(&before), edges(&after));
    }
}
