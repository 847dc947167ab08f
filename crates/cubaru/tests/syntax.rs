//! Trees that matter to politics, against `cases/syntax/gold.conllu`: sentences of our own with the trees that they should have.
//!
//! The edges that reading still gets wrong stand in `syntax-open.txt`; `UPDATE=1 cargo test -p cubaru --test syntax` writes that file
//! anew, for a person to review. The cases beside the gold show some of its sentences, and must show them with the gold's trees.

mod common;
#[path = "../../cubaru-english/tests/common/open.rs"]
mod open;

use common::{
    READER, cases,
    conllu::{Block, blocks, sentence},
    repository,
};
use cubaru::{Source, Word};
use open::check_open;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs,
    sync::LazyLock,
};

static GOLD: LazyLock<String> = LazyLock::new(|| fs::read_to_string(repository("cases/syntax/gold.conllu")).unwrap());

/// The relations that decide who did what to whom, and where one thing said ends.
const MATTER: &[&str] = &[
    "root",
    "nsubj",
    "nsubj:pass",
    "csubj",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "nmod",
    "nmod:desc",
    "nmod:poss",
    "appos",
    "conj",
    "parataxis",
    "flat",
];

/// A gold sentence.
struct Gold<'a> {
    id: &'a str,
    text: &'a str,
    forms: Vec<&'a str>,
    /// The index of each word's head, and the relation to it.
    edges: Vec<(Option<usize>, &'a str)>,
}

impl<'a> Gold<'a> {
    fn of(block: &Block<'a>) -> Self {
        let words: Vec<&[&str; 10]> = block.lines.iter().filter(|l| !l[0].contains('-')).collect();
        Self {
            id: block.comment("sent_id").expect("a sent_id"),
            text: block.comment("text").expect("a text"),
            forms: words.iter().map(|l| l[1]).collect(),
            edges: words.iter().map(|l| (l[6].parse::<usize>().unwrap().checked_sub(1), l[7])).collect(),
        }
    }

    fn all() -> Vec<Gold<'static>> {
        blocks(&GOLD).iter().map(Gold::of).collect()
    }

    /// A word as outlines write it: counted where it stands twice.
    fn word(&self, at: usize) -> String {
        let count = |forms: &[&str]| forms.iter().filter(|f| **f == self.forms[at]).count();
        let number = if count(&self.forms) > 1 { format!("#{}", count(&self.forms[..=at])) } else { String::new() };
        format!("\"{}\"{number}", self.forms[at])
    }

    /// The lines of the layer `trees`, without that layer's own code.
    fn outline(&self) -> Vec<String> {
        let line = |head: usize| {
            let hang = (0..self.forms.len()).filter(|i| self.edges[*i].0 == Some(head) && self.edges[*i].1 != "punct");
            hang.map(|i| format!("{} {}", self.edges[i].1, self.word(i))).collect::<Vec<_>>().join(", ")
        };
        let root = (0..self.forms.len()).find(|i| self.edges[*i].0.is_none()).expect("a root");
        let others = (0..self.forms.len()).filter(|i| *i != root && !line(*i).is_empty());
        let first = format!("tree root {}: {}", self.word(root), line(root)).trim_end_matches(": ").to_string();
        [first].into_iter().chain(others.map(|i| format!("tree {}: {}", self.word(i), line(i)))).collect()
    }

    fn edge(&self, at: usize) -> String {
        let (head, relation) = self.edges[at];
        format!("{} {relation}({}, {})", self.id, head.map_or("–".into(), |head| self.word(head)), self.word(at))
    }
}

#[test]
fn the_gold_is_conllu() {
    let (mut ids, mut texts) = (HashSet::new(), HashSet::new());
    for block in blocks(&GOLD) {
        let gold = Gold::of(&block);
        assert!(ids.insert(gold.id) && texts.insert(gold.text), "{} stands twice", gold.id);
        assert_eq!(sentence(&block.lines).trim_end(), gold.text, "{}", gold.id);
        // What a word hangs on, marks included, crosses nothing: English as plain as this never needs it.
        let spans: Vec<(usize, usize)> = gold.edges.iter().enumerate().filter_map(|(i, (h, _))| h.map(|h| (i.min(h), i.max(h)))).collect();
        let crosses = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.0 && b.0 < a.1 && a.1 < b.1;
        assert!(!spans.iter().any(|a| spans.iter().any(|b| crosses(a, b))), "{}: edges cross", gold.id);
    }
    assert!(ids.len() >= 60, "only {} sentences", ids.len());
}

#[test]
fn texts_are_split_as_the_gold_splits_them() {
    for gold in Gold::all() {
        let document = READER.read(&Source::new(gold.text)).unwrap();
        let forms: Vec<&str> = document.tokens().iter().map(|t| t.text.as_str()).collect();
        assert_eq!(forms, gold.forms, "{}", gold.id);
    }
}

#[test]
fn trees_are_read_as_far_as_known() {
    let (mut tried, mut wrong) = (0, BTreeSet::new());
    for gold in Gold::all() {
        let words: Vec<Word> = READER.words(&gold.forms);
        for (i, (head, relation)) in gold.edges.iter().enumerate().filter(|(_, (_, relation))| MATTER.contains(relation)) {
            tried += 1;
            if words[i].head.map(|h| h as usize) != *head || words[i].relation.label() != *relation {
                wrong.insert(gold.edge(i));
            }
        }
    }
    println!("{} of {tried} edges read as they should", tried - wrong.len());
    check_open(&repository("crates/cubaru/tests/syntax-open.txt"), &wrong);
}

#[test]
fn cases_show_the_trees_of_the_gold() {
    let gold: HashMap<&str, Vec<String>> = Gold::all().iter().map(|g| (g.text, g.outline())).collect();
    for (path, cases) in cases().into_iter().filter(|(path, _)| path.parent().is_some_and(|p| p.ends_with("syntax"))) {
        for case in cases {
            // A text is one gold sentence or several in a row.
            let (mut rest, mut outline) = (case.text.as_str(), Vec::new());
            while !rest.is_empty() {
                let longest = gold.keys().filter(|text| rest.starts_with(**text)).max_by_key(|text| text.len());
                let text = longest.unwrap_or_else(|| panic!("{}: `{}`: {rest:?} is not in the gold", path.display(), case.title));
                outline.extend(gold[text].iter().cloned());
                rest = rest[text.len()..].trim_start();
            }
            assert_eq!(case.expected, outline.join("\n"), "{}: `{}`", path.display(), case.title);
        }
    }
}
