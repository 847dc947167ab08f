//! Descriptions that take up what the text has named: "the island", "the two countries", "both sides", "the 62-year-old". Here they are
//! found; [`antecedent`](super::antecedent) tells what they mean.

use super::latent;
use crate::{
    input::Sheet,
    label::{Relation, Upos},
    language::Class,
    parsed::{MentionKind, TokenKind},
    phrase::{Noun, Phrases},
    why::Why,
};
use cubaru_lexicon::Entry;

/// The rule of descriptions of a country: "the island".
pub(crate) const LAND: &str = "description-land";
/// The rule of descriptions of two or more: "the two countries".
pub(crate) const GROUP: &str = "description-group";
/// The rule of persons by their age: "the 62-year-old".
pub(crate) const AGE: &str = "description-age";
/// The rules of this floor's descriptions; a mention of one stays only if it means something.
pub(crate) const RULES: [&str; 3] = [LAND, GROUP, AGE];
/// Between the article and its noun stand no more words.
const MODIFIERS: usize = 4;

/// Adds such descriptions to the nouns of a document.
pub(crate) fn add(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let mut covered = vec![false; sheet.tokens.len() + 1];
    phrases.nouns.iter().filter(|n| n.kind != MentionKind::Norp).for_each(|n| covered[n.first..n.last].fill(true));
    let mut new = Vec::new();
    for at in 0..sheet.tokens.len() {
        let found = land(sheet, at).or_else(|| aged(sheet, at)).or_else(|| group(sheet, at));
        new.extend(found.filter(|n| !covered[n.first..n.last].contains(&true)));
    }
    latent::insert(phrases, new);
}

/// An entry of the list of descriptions at a token, of a kind.
fn listed<'a>(sheet: &Sheet<'a>, at: usize, kind: &'a str) -> Option<(usize, Entry<'a>)> {
    sheet.entries(at, Class::Description).filter(|(_, e)| e.cell(1) == kind).max_by_key(|(last, _)| *last)
}

/// "the island", "the West African nation": the head, and the region before it.
fn land(sheet: &Sheet<'_>, at: usize) -> Option<Noun> {
    let region = listed(sheet, at, "region");
    let first = region.as_ref().map_or(at, |(last, _)| *last);
    let any = listed(sheet, first, "land");
    let (last, head) = any.or_else(|| listed(sheet, first, "land-of-region").filter(|_| region.is_some()))?;
    // Of two heads that begin here the longer is meant, and of a region with its head the region is the beginning.
    let inner = at > 0 && region.is_none() && listed(sheet, at - 1, "land").is_some_and(|(l, _)| l > at);
    let led = region.is_none() && (1..=3).any(|n| at >= n && listed(sheet, at - n, "region").is_some_and(|(l, _)| l == at));
    if inner || led || !alone(sheet, at, last) {
        return None;
    }
    let article = article(sheet, at, |i| sheet.token(i).upos == Upos::Adj && !sheet.token(i).capital())?;
    let mut noun = Noun::new(MentionKind::Nom, at, last, Why::entry(LAND, &head));
    if let Some((_, region)) = &region {
        noun.why = noun.why.with(region);
    }
    let of = |e: &Entry<'_>| e.cell(2).to_string();
    noun.sort = match (of(&head), region.as_ref().map(|(_, r)| of(r))) {
        (any, Some(region)) if any.is_empty() => region,
        (heads, Some(region)) => heads.split(' ').filter(|c| region.contains(c)).collect::<Vec<_>>().join(" "),
        (heads, None) => heads,
    };
    noun.from = article;
    Some(noun)
}

/// "the two countries", "both sides": the head, with its kind as its sort. "The two leaders" is a post that means a group.
pub(crate) fn group(sheet: &Sheet<'_>, at: usize) -> Option<Noun> {
    let (last, head) = ["lands", "sides", "persons"].into_iter().find_map(|kind| listed(sheet, at, kind))?;
    // "the two neighbouring countries", "both sides"; two of a nation are others.
    let plain = |i: usize| sheet.token(i).upos == Upos::Adj && !sheet.token(i).capital();
    let from = (at.saturating_sub(MODIFIERS)..at).rev().find(|i| !plain(*i))?;
    let (count, entry) = listed(sheet, from, "two")?;
    let both = sheet.is(from, "both");
    let article = from > 0 && sheet.is_any(from - 1, &["the", "these", "those"]);
    if count > at || !(both || article) || !alone(sheet, at, last) || sheet.is(from, "both") && sheet.is(last, "and") {
        return None;
    }
    let mut noun = Noun::new(MentionKind::Nom, at, last, Why::entry(GROUP, &head).with(&entry));
    noun.from = from - usize::from(article);
    noun.sort = head.cell(1).into();
    Some(noun)
}

/// "the 62-year-old", with the age as its sort.
fn aged(sheet: &Sheet<'_>, at: usize) -> Option<Noun> {
    let token = sheet.token(at);
    if token.kind != TokenKind::Number || !sheet.is_any(at.checked_sub(1)?, &["the"]) {
        return None;
    }
    let parts = ["-", "year", "-", "old"];
    let written = parts.iter().enumerate().all(|(i, w)| at + 1 + i < sheet.tokens.len() && sheet.is(at + 1 + i, w));
    let last = at + 5;
    // "the 62-year-old leader" is a leader.
    let noun = |i: usize| matches!(sheet.token(i).upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let modifies = last < sheet.tokens.len() && (noun(last) || sheet.token(last).hyphen() && !sheet.spaced(last));
    if !written || modifies {
        return None;
    }
    let mut noun = Noun::new(MentionKind::Nom, at, last, Why::rule(AGE));
    noun.from = at - 1;
    noun.sort = token.read().to_string();
    Some(noun)
}

/// The article that opens a phrase whose own words begin at a token; nothing but adjectives stands between.
fn article(sheet: &Sheet<'_>, first: usize, between: impl Fn(usize) -> bool) -> Option<usize> {
    let floor = sheet.sentence_of(first).map_or(0, |s| s.first_token as usize).max(first.saturating_sub(MODIFIERS));
    (floor..first).rev().find(|i| !between(*i)).filter(|i| sheet.is(*i, "the"))
}

/// Whether a noun is its phrase's last word and nothing behind it says which one is meant: not "the country's", "the island of Cuba",
/// "the countries that signed". An owner may be taken up: "the island's government".
fn alone(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    let head = last - 1;
    let tells = |c: usize| match sheet.token(c).relation {
        Relation::AclRelcl | Relation::Acl | Relation::Appos | Relation::Conj => c > head,
        Relation::Nmod => c > head && sheet.edges.child(c, &[Relation::Case]).is_some_and(|case| sheet.is(case, "of")),
        _ => false,
    };
    let part = sheet.token(head).relation == Relation::Compound && sheet.token(head).head.is_some_and(|h| h as usize >= last);
    let named = sheet.tokens.get(last).is_some_and(|t| t.capital() && t.kind == TokenKind::Word && first > 0 && !sheet.begins(last));
    !part && !named && !sheet.is_any(last, &["of", "where"]) && !sheet.edges.children(head).take(MODIFIERS * 4).any(tells)
}
