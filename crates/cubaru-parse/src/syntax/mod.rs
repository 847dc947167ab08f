//! Word classes, lemmas and the dependency tree of each sentence.

mod clause;
mod distance;
mod edges;
pub mod feature;
mod lemma;
pub mod network;
pub mod tree;

pub use crate::label::{Relation, Upos, Xpos};
pub use distance::distance;
pub(crate) use edges::Edges;
pub use lemma::{is_shouted, lemma};

use crate::{
    language::Language,
    parsed::{Sentence, Token},
};
use serde::Serialize;

/// What a word is in its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Word {
    /// Its dictionary form.
    pub lemma: String,
    /// Its word class.
    pub upos: Upos,
    /// Its Penn tag, finer than the class: `VBD` is a verb in the past tense.
    pub xpos: Xpos,
    /// The word that it depends on, counted from the beginning of the sentence; none for the root.
    pub head: Option<u32>,
    /// How it depends on its head.
    pub relation: Relation,
}

/// The words of one sentence with their classes, lemmas and tree: one [`Word`] for each form. A language without tables of syntax says
/// nothing: every word is an `X` that hangs on the first.
pub fn analyse(language: &Language, forms: &[&str]) -> Vec<Word> {
    let Some(tables) = language.syntax() else {
        let hang = |(i, form): (usize, &&str)| Word {
            lemma: (*form).into(),
            upos: Upos::X,
            xpos: Xpos::Fw,
            head: (i > 0).then_some(0),
            relation: if i > 0 { Relation::Dep } else { Relation::Root },
        };
        return forms.iter().enumerate().map(hang).collect();
    };
    let (read, shouted) = (network::read(tables, forms), is_shouted(forms.iter().copied()));
    let word = |(i, form): (usize, &&str)| {
        let (upos, xpos) = (Upos::ALL[read.upos[i]], Xpos::ALL[read.xpos[i]]);
        let (head, relation) = (read.heads[i], Relation::ALL[read.relations[i]]);
        Word { lemma: lemma(language, form, upos, xpos, shouted).into_owned(), upos, xpos, head, relation }
    };
    let mut words: Vec<Word> = forms.iter().enumerate().map(word).collect();
    clause::raise(&mut words);
    words
}

/// Tells every token what it is in its sentence.
pub(crate) fn fill(language: &Language, tokens: &mut [Token], sentences: &[Sentence]) {
    for sentence in sentences {
        tell(language, &mut tokens[sentence.first_token as usize..sentence.last_token as usize], sentence.first_token);
    }
}

/// The tokens of one sentence, told what they are.
pub(crate) fn sentence(language: &Language, tokens: &[Token], sentence: &Sentence) -> Vec<Token> {
    let mut own = tokens[sentence.first_token as usize..sentence.last_token as usize].to_vec();
    tell(language, &mut own, sentence.first_token);
    own
}

/// `first` is the index of the sentence's first token.
fn tell(language: &Language, own: &mut [Token], first: u32) {
    // A token of nothing but invisible characters is read as nothing, and still has a form.
    let forms: Vec<&str> = own.iter().map(|t| if t.read().is_empty() { &t.text } else { t.read() }).collect();
    let words = analyse(language, &forms);
    for (token, Word { lemma, upos, xpos, head, relation }) in own.iter_mut().zip(words) {
        (token.lemma, token.upos, token.xpos, token.relation) = (lemma, upos, xpos, relation);
        token.head = head.map(|head| first + head);
    }
}
