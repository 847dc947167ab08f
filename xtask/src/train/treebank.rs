//! Treebanks in CoNLL-U, plain or packed with gzip.

use cubaru_parse::syntax::{Relation, Upos, Word, Xpos};
use std::{fs, io::Read, path::Path};

/// A sentence with its gold tree.
pub struct Sentence {
    /// Its `sent_id`.
    pub id: String,
    /// The `newdoc id` of the document that it stands in.
    pub document: String,
    /// Whether a document or paragraph begins with it.
    pub opens: bool,
    pub forms: Vec<String>,
    /// Whether white space follows each word.
    pub spaces: Vec<bool>,
    pub multiwords: Vec<Multiword>,
    pub words: Vec<Word>,
}

/// A run of words that is written as one: `don't`.
pub struct Multiword {
    pub first: usize,
    /// Index after its last word.
    pub last: usize,
    pub form: String,
    pub spaced: bool,
}

/// Reads a treebank; a name that ends in `.gz` is unpacked.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    parse(&unpacked(path)?).map_err(|(line, reason)| format!("{}:{line}: {reason}", path.display()))
}

/// A treebank's text.
pub fn unpacked(path: &Path) -> Result<String, String> {
    let wrong = |e: std::io::Error| format!("{}: {e}", path.display());
    let bytes = fs::read(path).map_err(wrong)?;
    let mut text = String::new();
    if path.extension().is_some_and(|e| e == "gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).map_err(wrong)?;
    } else {
        text = String::from_utf8(bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(text)
}

/// Reads the text of a treebank; a fault comes with its line.
pub fn parse(text: &str) -> Result<Vec<Sentence>, (usize, String)> {
    let (mut sentences, mut current, mut document) = (Vec::new(), Sentence::empty(""), String::new());
    for (number, line) in text.lines().enumerate() {
        let wrong = |reason: &str| (number + 1, reason.to_string());
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim();
            if let Some(id) = comment.strip_prefix("sent_id = ") {
                current.id = id.into();
            } else if let Some(id) = comment.strip_prefix("newdoc id = ") {
                document = id.into();
                current.document = id.into();
                current.opens = true;
            } else if comment.starts_with("newpar") {
                current.opens = true;
            }
        } else if line.is_empty() {
            if !current.forms.is_empty() {
                sentences.push(std::mem::replace(&mut current, Sentence::empty(&document)));
            }
        } else {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, _, head, relation, _, misc] = cells[..] else { return Err(wrong("not ten columns")) };
            let spaced = !misc.split('|').any(|m| m == "SpaceAfter=No");
            if id.contains('.') {
                continue;
            }
            if let Some((first, last)) = id.split_once('-') {
                let number = |n: &str| n.parse::<usize>().map_err(|_| wrong("a range of words that is none"));
                let (first, last) = (number(first)?, number(last)?);
                current.multiwords.push(Multiword { first: first - 1, last, form: form.into(), spaced });
                continue;
            }
            let head: u32 = head.parse().map_err(|_| wrong("a head that is no number"))?;
            let relation = Relation::of_label(relation)
                .or_else(|| Relation::of_label(relation.split(':').next().unwrap_or_default()))
                .ok_or_else(|| wrong("an unknown relation"))?;
            current.forms.push(form.into());
            current.spaces.push(spaced);
            current.words.push(Word {
                lemma: lemma.into(),
                upos: Upos::of_label(upos).ok_or_else(|| wrong("an unknown word class"))?,
                xpos: Xpos::of_label(xpos).ok_or_else(|| wrong("an unknown tag"))?,
                head: head.checked_sub(1),
                relation,
            });
        }
    }
    if !current.forms.is_empty() {
        sentences.push(current);
    }
    for sentence in &mut sentences {
        // Inside a multiword token there is no space, whatever its words say.
        for m in &sentence.multiwords {
            let inner = sentence.spaces.get_mut(m.first..m.last).ok_or((0, format!("{}: a multiword token without words", sentence.id)))?;
            inner.fill(false);
            sentence.spaces[m.last - 1] = m.spaced;
        }
    }
    Ok(sentences)
}

impl Sentence {
    fn empty(document: &str) -> Self {
        let (forms, spaces, multiwords, words) = Default::default();
        Self { id: String::new(), document: document.into(), opens: false, forms, spaces, multiwords, words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_gold_is_a_treebank() {
        let sentences = read(&crate::root().join("cases/syntax/gold.conllu")).unwrap();
        assert!(sentences.len() >= 60 && sentences[0].opens && sentences.iter().all(|s| s.document == "cubaru"));
        let didnt = sentences.iter().find(|s| s.forms.contains(&"n't".to_string())).unwrap();
        assert_eq!((didnt.multiwords[0].form.as_str(), didnt.multiwords[0].first, didnt.multiwords[0].last), ("didn't", 1, 3));
        assert_eq!(didnt.spaces[..4], [true, false, true, true]);
    }
}
