//! Names that no rule of phrases is sure of, and that a pronoun makes persons: "Zelkora resigned. *She* gave no reason."

use crate::{
    input::Sheet,
    label::{Relation, Xpos},
    language::Class,
    parsed::{MentionKind, PartKind, Sentence, TokenKind},
    phrase::{Noun, Phrases, person},
    why::Why,
};
use std::collections::HashSet;

/// The rule that such a name bears.
pub(crate) const RULE: &str = "name-taken-up";
/// A name has no more words than this.
const LONGEST: usize = 4;
/// What stands before places rather than persons.
const PLACING: &[&str] = &["in", "at", "near", "on", "into"];

/// Adds capitalised words that could be names of persons to the nouns of a document.
pub(crate) fn add(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let new = names(sheet, phrases).into_iter().map(|(first, last)| {
        let mut noun = Noun::new(MentionKind::Per, first, last, Why::rule(RULE));
        noun.weak = true;
        noun.gender = sheet.longest(first, Class::GivenName).and_then(|(_, e)| person::gender(e.cell(1)));
        noun
    });
    let new = new.collect();
    insert(phrases, new);
}

/// The capitalised words that no noun holds and that could name persons, as runs.
pub(super) fn names(sheet: &Sheet<'_>, phrases: &Phrases) -> Vec<(usize, usize)> {
    let mut covered = vec![false; sheet.tokens.len()];
    phrases.nouns.iter().for_each(|n| covered[n.first..n.last].fill(true));
    phrases.posts.iter().for_each(|p| covered[p.first..p.last].fill(true));
    let others = others(sheet, &covered);
    let mut new = Vec::new();
    for sentence in sheet.sentences.iter().filter(|s| s.part != PartKind::Headline && !titled(sheet, s)) {
        let (mut at, end) = (sentence.first_token as usize, sentence.last_token as usize);
        while at < end {
            let open = (at..end).find(|i| covered[*i]).unwrap_or(end);
            let last = if open > at { name(sheet, at, open) } else { at };
            if last > at && fits(sheet, at, last) && !others.contains(sheet.words(at, last)) {
                new.push((at, last));
            }
            at = last.max(at + 1);
        }
    }
    new
}

/// Puts further nouns among those of a document.
pub(crate) fn insert(phrases: &mut Phrases, new: Vec<Noun>) {
    let old = std::mem::take(&mut phrases.nouns);
    let mut all: Vec<(Option<usize>, Noun)> = old.into_iter().enumerate().map(|(i, n)| (Some(i), n)).collect();
    all.extend(new.into_iter().map(|n| (None, n)));
    all.sort_by_key(|(_, n)| (n.first, std::cmp::Reverse(n.last)));
    let (from, nouns): (Vec<Option<usize>>, Vec<Noun>) = all.into_iter().unzip();
    phrases.nouns = nouns;
    let mut to = vec![0; from.iter().flatten().count()];
    from.iter().enumerate().filter_map(|(new, old)| Some((new, (*old)?))).for_each(|(new, old)| to[old] = new);
    renumber(phrases, &to);
}

/// Takes nouns away again.
pub(crate) fn keep(phrases: &mut Phrases, kept: &[bool]) {
    let to: Vec<usize> = kept
        .iter()
        .scan(0, |next, kept| {
            let at = *next;
            *next += usize::from(*kept);
            Some(at)
        })
        .collect();
    let mut kept = kept.iter();
    phrases.nouns.retain(|_| kept.next().copied().unwrap_or(true));
    renumber(phrases, &to);
}

fn renumber(phrases: &mut Phrases, to: &[usize]) {
    phrases.nouns.iter_mut().filter_map(|n| n.holder.as_mut()).for_each(|h| *h = to[*h]);
    phrases.holdings.iter_mut().for_each(|h| h.noun = to[h.noun]);
}

/// Words that somewhere in the text stand as a place or a thing does: "in Clarkston", "the Patriot".
fn others<'a>(sheet: &Sheet<'a>, covered: &[bool]) -> HashSet<&'a str> {
    let open = (1..sheet.tokens.len()).filter(|i| !covered[*i] && sheet.token(*i).capital());
    open.filter(|i| apart(sheet, *i) && !modifies(sheet, *i)).map(|i| sheet.words(i, i + 1)).collect()
}

/// Whether what stands before says that no person's name follows.
fn apart(sheet: &Sheet<'_>, first: usize) -> bool {
    sheet.token(first - 1).xpos == Xpos::Dt || sheet.is_any(first - 1, PLACING)
}

fn modifies(sheet: &Sheet<'_>, at: usize) -> bool {
    matches!(sheet.token(at).relation, Relation::Compound | Relation::Flat | Relation::NmodDesc | Relation::Amod)
}

/// Whether a sentence is written as titles are, so that its capitals tell nothing.
fn titled(sheet: &Sheet<'_>, sentence: &Sentence) -> bool {
    let words =
        || (sentence.first_token as usize..sentence.last_token as usize).map(|i| sheet.token(i)).filter(|t| t.kind == TokenKind::Word);
    let (all, capital) = (words().count(), words().filter(|t| t.capital()).count());
    all > 4 && capital * 3 > all * 2
}

/// Where a name that begins here ends; here, if none does.
fn name(sheet: &Sheet<'_>, first: usize, limit: usize) -> usize {
    let given = sheet.listed(first, Class::GivenName);
    // A plural that opens a sentence may be any word.
    let noun = match sheet.token(first).xpos {
        Xpos::Nnp | Xpos::Nnps | Xpos::Nn | Xpos::Fw => true,
        Xpos::Nns => !sheet.begins(first),
        _ => false,
    };
    if !person::name_word(sheet, first) || !given && (!noun || sheet.common(first, None)) {
        return first;
    }
    // "X", "Va.", "PACs"
    let word = sheet.token(first).read();
    if word.chars().nth(1).is_none_or(|c| c.is_uppercase()) {
        return first;
    }
    let last = person::name_words(sheet, first, limit);
    if last == first + 1 && word.ends_with('.') {
        return first;
    }
    if (first..last).filter(|i| sheet.spaced(*i)).count() <= LONGEST { last } else { first }
}

/// Whether a run of name words stands where a person's name can.
fn fits(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    let begins = sheet.sentence_of(first).is_none_or(|s| s.first_token as usize == first);
    let inside = |h: u32| (first..last).contains(&(h as usize));
    let head = (first..last).find(|i| !sheet.token(*i).head.is_some_and(inside)).unwrap_or(first);
    let hyphened = sheet.token(last).hyphen() && !sheet.spaced(last);
    !modifies(sheet, head) && !hyphened && (begins || !apart(sheet, first))
}
