//! CoNLL-U: the whole of a small document, and what stands in the columns of an article.

mod common;

use common::{
    READER, below,
    conllu::{blocks, holds},
    repository,
};
use cubaru::{Source, Token};
use std::fs;

fn read(text: &str) -> cubaru::Document {
    READER.read(&Source::new(text)).unwrap()
}

/// The first two cells and the last of every line.
fn shape(text: &str) -> Vec<String> {
    let file = read(text).conllu();
    blocks(&file).iter().flat_map(|b| &b.lines).map(|l| format!("{} {} {}", l[0], l[1], l[9]).replace("SpaceAfter=No", "+")).collect()
}

#[test]
fn contractions_and_possessives_are_multiword_tokens() {
    assert_eq!(shape("It’s Cuba's."), ["1-2 It’s _", "1 It _", "2 ’s _", "3-4 Cuba's +", "3 Cuba _", "4 's _", "5 . _"]);
    assert_eq!(
        shape("We cannot, we don't"),
        ["1 We _", "2-3 cannot +", "2 can _", "3 not _", "4 , _", "5 we _", "6-7 don't _", "6 do _", "7 n't _"]
    );
    assert_eq!(shape("Cubans’ wheat")[0], "1-2 Cubans’ _");
    // Marks and what a hyphen joins are words of their own.
    assert_eq!(shape("“Cubans”’s"), ["1 “ +", "2 Cubans +", "3 ” +", "4 ’s _"]);
    assert_eq!(shape("U.S.-led"), ["1 U.S. +", "2 - +", "3 led _"]);
}

#[test]
fn ids_paragraphs_and_the_text() {
    let text = "Cuba  agreed.He\tsigned.\n\n“No\nbase.”";
    let mut source = Source::new(text);
    source.metadata.id = Some(" wire 7/a\n".into());
    let document = READER.read(&source).unwrap();
    holds(&document);
    let file = document.conllu();
    let found: Vec<String> = blocks(&file).iter().map(|b| b.comments.join("\n")).collect();
    let sentences = document.sentences().len();
    assert_eq!(found[0].lines().next(), Some("# newdoc id = wire_7/a"));
    assert_eq!(found[0].lines().nth(1), Some("# newpar"));
    assert_eq!(found[0].lines().nth(2), Some("# sent_id = wire_7_a-1"));
    assert_eq!(found[sentences - 1], format!("# newpar\n# sent_id = wire_7_a-{sentences}\n# text = “No base.”"));
    assert!(read("").conllu().is_empty() && read(" \n").conllu().is_empty());
}

#[test]
fn the_columns_say_what_the_tokens_say() {
    for path in below(&repository("examples/articles"), ".txt") {
        let document = read(&fs::read_to_string(&path).unwrap());
        holds(&document);
        let file = document.conllu();
        let blocks = blocks(&file);
        let words = blocks.iter().flat_map(|b| &b.lines).filter(|l| !l[0].contains('-'));
        let firsts = document.sentences().iter().flat_map(|s| (s.first_token..s.last_token).map(|_| s.first_token));
        assert_eq!(words.clone().count(), document.tokens().len());
        for ((line, token), first) in words.zip(document.tokens()).zip(firsts) {
            let Token { text, lemma, upos, xpos, head, relation, .. } = token;
            let head = head.map_or(0, |head| head - first + 1).to_string();
            let cells = [text.as_str(), lemma, upos.label(), xpos.label(), "_", &head, relation.label(), "_"];
            assert_eq!(line[1..9], cells, "{}", path.display());
        }
    }
}
