//! What makes a file CoNLL-U, checked without the writer's own code.

use cubaru::{Document, Relation, Upos, Xpos};
use std::collections::HashSet;

/// One sentence: its comments, and the ten cells of each line.
pub struct Block<'a> {
    pub comments: Vec<&'a str>,
    pub lines: Vec<[&'a str; 10]>,
}

impl<'a> Block<'a> {
    /// What a comment says: `# text = …`.
    pub fn comment(&self, key: &str) -> Option<&'a str> {
        self.comments.iter().find_map(|c| c.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(" = "))
    }
}

/// The sentences of a file; each ends with an empty line.
pub fn blocks(file: &str) -> Vec<Block<'_>> {
    if file.is_empty() {
        return Vec::new();
    }
    fn block(block: &str) -> Block<'_> {
        let (comments, lines): (Vec<_>, Vec<_>) = block.split('\n').partition(|l| l.starts_with("# "));
        let cells = |l| str::split(l, '\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("not ten cells: {l:?}"));
        Block { comments, lines: lines.into_iter().map(cells).collect() }
    }
    let whole = file.strip_suffix("\n\n").expect("an empty line at the end");
    whole.split("\n\n").map(block).collect()
}

/// The document's CoNLL-U keeps to the format, and its words spell the text.
pub fn holds(document: &Document) {
    let file = document.conllu();
    let blocks = blocks(&file);
    assert_eq!(blocks.len(), document.sentences().len());
    let (mut ids, mut spelled) = (HashSet::new(), String::new());
    for (i, block) in blocks.iter().enumerate() {
        let newdoc = block.comments.iter().filter(|c| c.starts_with("# newdoc")).count();
        assert_eq!(newdoc, usize::from(i == 0));
        let id = block.comment("sent_id").expect("a sent_id");
        assert!(!id.contains(char::is_whitespace) && ids.insert(id), "{id}");
        let text = sentence(&block.lines);
        assert_eq!(block.comment("text"), Some(text.trim_end_matches(' ')));
        spelled.push_str(&text);
    }
    let plain: String = document.text().chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(spelled.replace(' ', ""), plain);
}

/// Checks the lines of a sentence against the format, and gives back the text that they spell.
pub fn sentence(lines: &[[&str; 10]]) -> String {
    let (mut text, mut next, mut within) = (String::new(), 1, 0);
    let mut heads = Vec::new();
    for [id, form, lemma, upos, xpos, features, head, relation, deps, misc] in lines {
        assert!(!form.is_empty() && !form.contains(char::is_whitespace), "{form:?}");
        assert!(matches!(*misc, "_" | "SpaceAfter=No"), "{misc}");
        let written = |text: &mut String| {
            text.push_str(form);
            text.push_str(if *misc == "_" { " " } else { "" });
        };
        if let Some((first, last)) = id.split_once('-') {
            let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
            assert!(first == next && last > first && within < first, "{id}");
            assert!([lemma, upos, xpos, features, head, relation, deps].iter().all(|c| **c == "_"), "{id}");
            within = last;
            written(&mut text);
            continue;
        }
        assert_eq!(id.parse(), Ok(next));
        if next <= within {
            assert_eq!(*misc, "_", "{form}: the line of the whole says it");
        } else {
            written(&mut text);
        }
        assert!(!lemma.is_empty());
        assert!(Upos::of_label(upos).is_some() && Xpos::of_label(xpos).is_some() && Relation::of_label(relation).is_some());
        assert_eq!((*features, *deps), ("_", "_"));
        let head: usize = head.parse().unwrap();
        assert_eq!(head == 0, *relation == "root");
        heads.push(head);
        next += 1;
    }
    assert!(within < next, "a multiword token without words");
    assert_eq!(heads.iter().filter(|h| **h == 0).count(), 1, "one root");
    // From every word upward lies the root, within as many steps as there are words.
    for word in 1..next {
        let mut at = word;
        let mut steps = 0;
        while at != 0 {
            assert!(at < next && steps < next, "word {word} of {text:?} hangs on no root");
            at = heads[at - 1];
            steps += 1;
        }
    }
    text
}
