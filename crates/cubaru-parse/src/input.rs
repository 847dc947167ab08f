//! Tokens as nom's input: phrase grammars consume a token, a class of tokens or a mark.

use crate::{
    language::{Class, Language},
    lexical::Figures,
    marks::{Found, Mark, Marks},
    parsed::{Quotation, Sentence, Token, TokenKind},
    span::Span,
    syntax::{self, Edges},
    verb_group::VerbGroup,
};
use cubaru_lexicon::Entry;
use nom::{IResult, Input, Needed, Parser, error::Error, error::ErrorKind};
use std::cell::OnceCell;

/// Everything that a grammar of phrases may look at.
pub(crate) struct Sheet<'a> {
    pub text: &'a str,
    pub language: &'a Language,
    pub tokens: &'a [Token],
    pub sentences: &'a [Sentence],
    pub quotations: &'a [Quotation],
    pub figures: &'a Figures,
    pub marks: Marks,
    // Where quotations end, with their indices; and for each token whether it stands in one.
    closings: Vec<(u32, u32)>,
    quoted: Vec<bool>,
    /// The dependency tree.
    pub edges: Edges<'a>,
    /// The tokens of each sentence with their classes and tree, once they were asked for; none where `tokens` hold all that already.
    analysed: Option<Vec<OnceCell<Vec<Token>>>>,
    /// The verb group at each token, once it was asked for.
    pub verbs: Vec<OnceCell<Option<VerbGroup>>>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(
        text: &'a str,
        language: &'a Language,
        tokens: &'a [Token],
        sentences: &'a [Sentence],
        quotations: &'a [Quotation],
        figures: &'a Figures,
        marks: Marks,
    ) -> Self {
        let mut closings: Vec<(u32, u32)> = quotations.iter().enumerate().map(|(i, q)| (q.end, i as u32)).collect();
        closings.sort_unstable();
        // Quotations begin in order: the furthest end so far tells whether a token stands in any.
        let (mut quoted, mut next, mut furthest) = (Vec::with_capacity(tokens.len()), 0, 0);
        for token in tokens {
            while next < quotations.len() && quotations[next].content.start <= token.start {
                furthest = furthest.max(quotations[next].content.end);
                next += 1;
            }
            quoted.push(token.end <= furthest);
        }
        let (edges, verbs) = (Edges::new(tokens), vec![OnceCell::new(); tokens.len()]);
        Self { text, language, tokens, sentences, quotations, figures, marks, closings, quoted, edges, analysed: None, verbs }
    }

    /// The same over tokens without classes and trees: a sentence is analysed when a rule asks for a [`word`](Self::word) of it. The tree's
    /// `edges` stay empty.
    pub(crate) fn bare(self) -> Self {
        Self { analysed: Some(vec![OnceCell::new(); self.sentences.len()]), ..self }
    }

    /// A token with its class, its lemma and its place in the tree.
    pub(crate) fn word(&self, at: usize) -> &Token {
        let Some(analysed) = &self.analysed else { return &self.tokens[at] };
        let i = self.sentences.partition_point(|s| s.last_token as usize <= at);
        let Some(sentence) = self.sentences.get(i).filter(|s| s.first_token as usize <= at) else { return &self.tokens[at] };
        let words = analysed[i].get_or_init(|| syntax::sentence(self.language, self.tokens, sentence));
        &words[at - sentence.first_token as usize]
    }

    /// The same with more marks.
    pub(crate) fn and(self, more: impl IntoIterator<Item = Mark>) -> Self {
        let verbs = vec![OnceCell::new(); self.tokens.len()];
        Self { marks: self.marks.and(more), verbs, ..self }
    }

    /// The innermost quotation that ends at an offset.
    pub(crate) fn closing(&self, end: u32) -> Option<&'a Quotation> {
        let after = self.closings.partition_point(|(e, _)| *e <= end);
        let (found, i) = *self.closings.get(after.checked_sub(1)?)?;
        (found == end).then(|| &self.quotations[i as usize])
    }

    /// Whether a token stands between quotation marks.
    pub(crate) fn quoted(&self, token: usize) -> bool {
        self.quoted.get(token).copied().unwrap_or(false)
    }

    /// All tokens from `first` up to `last`, as a parser's input.
    pub(crate) fn tokens(&'a self, first: usize, last: usize) -> Tokens<'a> {
        Tokens { sheet: self, first, last: last.min(self.tokens.len()) }
    }

    /// A token; beyond the last one, a token without characters, so that a grammar may look ahead freely.
    pub(crate) fn token(&self, at: usize) -> &'a Token {
        static END: Token = Token::bare(Span { start: 0, end: 0 }, String::new(), None, TokenKind::Punctuation, false);
        self.tokens.get(at).unwrap_or(&END)
    }

    /// The span of the tokens from `first` up to `last`.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        if first >= last || last > self.tokens.len() {
            let at = self.tokens.get(first).map_or(self.text.len() as u32, |t| t.start);
            return Span { start: at, end: at };
        }
        Span { start: self.tokens[first].start, end: self.tokens[last - 1].end }
    }

    /// The words of the tokens from `first` up to `last`.
    pub(crate) fn words(&self, first: usize, last: usize) -> &'a str {
        self.span(first, last).of(self.text)
    }

    /// The entries of a class that begin at a token, with the token after them; the longest first.
    pub(crate) fn entries(&self, token: usize, class: Class) -> impl Iterator<Item = (usize, Entry<'a>)> + '_ {
        let lexicon = self.language.lexicon();
        self.marks.at(token).iter().filter_map(move |m| match m.found {
            Found::Entry(c, row) if c == class => Some((m.last as usize, lexicon.entry(row))),
            _ => None,
        })
    }

    /// The sentence that a token stands in.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<&'a Sentence> {
        let i = self.sentences.partition_point(|s| s.last_token as usize <= token);
        self.sentences.get(i).filter(|s| s.first_token as usize <= token)
    }

    /// Whether white space stands before a token.
    pub(crate) fn spaced(&self, token: usize) -> bool {
        token == 0 || token >= self.tokens.len() || self.tokens[token - 1].end < self.tokens[token].start
    }
}

/// A run of tokens with everything known about them.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'a> {
    pub sheet: &'a Sheet<'a>,
    pub first: usize,
    pub last: usize,
}

/// A parser's result over tokens.
pub(crate) type Phrase<'a, O> = IResult<Tokens<'a>, O>;

impl<'a> Tokens<'a> {
    /// The word before, as an input of its own; empty at the beginning of a sentence.
    pub(crate) fn behind(self) -> Self {
        let begins = self.sheet.sentence_of(self.first).is_none_or(|s| s.first_token as usize >= self.first);
        if begins { self.cut(self.first, self.first) } else { self.cut(self.first - 1, self.first) }
    }

    fn cut(self, first: usize, last: usize) -> Self {
        Self { first, last, ..self }
    }

    fn miss<O>(self) -> Phrase<'a, O> {
        Err(nom::Err::Error(Error::new(self, ErrorKind::Fail)))
    }
}

impl PartialEq for Tokens<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.first, self.last) == (other.first, other.last) && std::ptr::eq(self.sheet, other.sheet)
    }
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.sheet.words(self.first, self.last))
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = &'a Token;
    type Iter = std::slice::Iter<'a, Token>;
    type IterIndices = std::iter::Enumerate<std::slice::Iter<'a, Token>>;

    fn input_len(&self) -> usize {
        self.last.saturating_sub(self.first)
    }
    fn take(&self, index: usize) -> Self {
        self.cut(self.first, self.first + index)
    }
    fn take_from(&self, index: usize) -> Self {
        self.cut(self.first + index, self.last)
    }
    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }
    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }
    fn iter_elements(&self) -> Self::Iter {
        self.sheet.tokens[self.first..self.last.max(self.first)].iter()
    }
    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }
    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::Unknown) }
    }
}

/// One token that fits.
pub(crate) fn token<'a>(fits: impl Fn(&Token) -> bool) -> impl Fn(Tokens<'a>) -> Phrase<'a, &'a Token> {
    move |input| match input.iter_elements().next() {
        Some(t) if fits(t) => Ok((input.take_from(1), t)),
        _ => input.miss(),
    }
}

/// A word, whatever its case.
pub(crate) fn word<'a>(form: &'static str) -> impl Fn(Tokens<'a>) -> Phrase<'a, &'a Token> {
    token(move |t| t.read().eq_ignore_ascii_case(form))
}

/// One of some words, whatever their case.
pub(crate) fn one_of<'a>(forms: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Phrase<'a, &'a Token> {
    token(move |t| forms.iter().any(|f| t.read().eq_ignore_ascii_case(f)))
}

/// The longest entry of a class that fits.
pub(crate) fn entry<'a>(class: Class, fits: impl Fn(&Entry<'a>) -> bool) -> impl Fn(Tokens<'a>) -> Phrase<'a, Entry<'a>> {
    move |input| {
        if input.input_len() == 0 {
            return input.miss();
        }
        match input.sheet.entries(input.first, class).find(|(last, e)| *last <= input.last && fits(e)) {
            Some((last, e)) => Ok((input.take_from(last - input.first), e)),
            None => input.miss(),
        }
    }
}

/// The output of the parser together with the tokens that it consumed, as (first, last).
pub(crate) fn ranged<'a, O>(
    mut parser: impl Parser<Tokens<'a>, Output = O, Error = Error<Tokens<'a>>>,
) -> impl FnMut(Tokens<'a>) -> Phrase<'a, ((usize, usize), O)> {
    move |input| {
        let first = input.first;
        let (rest, output) = parser.parse(input)?;
        Ok((rest, ((first, rest.first), output)))
    }
}
