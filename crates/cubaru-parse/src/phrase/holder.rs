//! Posts and the names of their holders: a title before a name, a post after it, "X is the director of …".

use super::{
    noun::{Noun, PostPhrase},
    scan::Phrases,
};
use crate::{
    input::Sheet,
    label::{Upos, Xpos},
    parsed::{MentionKind, TokenKind},
};

/// A post and its holder's name, by their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holding {
    pub post: usize,
    pub noun: usize,
    pub rule: &'static str,
}

/// A name reaches over no more tokens than this.
const LONGEST: usize = 24;
const BE: &[&str] = &["is", "was", "became", "remains"];

/// Finds the holders of posts, and lets each name's phrase reach over its post.
pub(crate) fn hold(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let holdings = holdings(sheet, phrases);
    for holding in &holdings {
        let post = phrases.posts[holding.post].clone();
        let noun = &mut phrases.nouns[holding.noun];
        match holding.rule {
            "office-post-comma-name" => noun.from = noun.from.min(post.from),
            "office-apposition" => noun.to = noun.to.max(post.to),
            _ => {}
        }
        if !post.former && post.sort == "post" && noun.sector.is_none() {
            noun.sector = post.sector.clone();
            noun.country = noun.country.take().or(post.country.clone());
        }
        // The post's own noun means the same person.
        let from = phrases.nouns.partition_point(|n| n.first < post.first);
        let own = phrases.nouns[from..].iter_mut().take_while(|n| n.first == post.first);
        own.filter(|n| n.last == post.last && n.kind == MentionKind::Nom).for_each(|n| n.holder = Some(holding.noun));
    }
    phrases.holdings = holdings;
}

fn holdings(sheet: &Sheet<'_>, phrases: &Phrases) -> Vec<Holding> {
    let nouns = &phrases.nouns;
    let near = |first: usize, last: usize| {
        let from = nouns.partition_point(|n| n.first < first);
        let to = nouns.partition_point(|n| n.first < last).max(from);
        nouns[from..to].iter().enumerate().map(move |(i, n)| (from + i, n)).filter(|(_, n)| n.kind == MentionKind::Per)
    };
    let named_at = |first: usize| near(first, first + 1).next();
    let named_before = |last: usize| near(last.saturating_sub(LONGEST), last).rfind(|(_, n)| n.last == last);
    let mut titled = vec![false; phrases.posts.len()];
    phrases.titled.iter().for_each(|post| titled[*post] = true);
    let mut out: Vec<Holding> = Vec::new();
    for (i, post) in phrases.posts.iter().enumerate() {
        let mut add = |noun: usize, rule: &'static str| out.push(Holding { post: i, noun, rule });
        if titled[i] {
            let Some((noun, _)) = named_at(post.to) else { continue };
            add(noun, "office-title");
            if post.plural {
                // "Defence Ministers Sergei Shoigu and Oleksii Reznikov"
                let mut last = noun;
                while let Some(next) = joined(sheet, nouns, last) {
                    add(next, "office-list");
                    last = next;
                }
            }
            continue;
        }
        if post.plural {
            continue;
        }
        // "the president of the Duma, Vyacheslav Volodin,"
        let after = if sheet.is(post.to, ",") && post.from < post.first { named_at(post.to + 1) } else { None };
        let after = after.filter(|(_, n)| n.from == n.first && (n.last >= sheet.tokens.len() || ends(sheet, n.last)));
        // "Liz Truss, Britain's foreign secretary,"
        let mark = post.from.checked_sub(1).filter(|c| matches!(sheet.token(*c).text.as_str(), "," | "(" | "—" | "–"));
        let ends = post.to >= sheet.tokens.len() || ends(sheet, post.to) || goes_on(sheet, post.to);
        let before = mark.and_then(named_before).filter(|_| ends);
        // In a list of posts and names the name after the comma is the holder, since the one before has a post already.
        let taken = |noun: usize| out.iter().rev().take(4).any(|h| h.noun == noun && h.rule == "office-post-comma-name");
        match (before, after) {
            (Some((noun, _)), None) => out.push(Holding { post: i, noun, rule: "office-apposition" }),
            (Some((noun, n)), Some(_)) if !taken(noun) && n.from == n.first && !joins_list(sheet, post) => {
                out.push(Holding { post: i, noun, rule: "office-apposition" });
            }
            (_, Some((noun, _))) => out.push(Holding { post: i, noun, rule: "office-post-comma-name" }),
            (None, None) => {}
        }
        // "X is the former director of …"
        if let Some((noun, _)) = post.from.checked_sub(1).filter(|b| sheet.is_any(*b, BE)).and_then(named_before) {
            out.push(Holding { post: i, noun, rule: "office-is" });
        }
    }
    out
}

/// Whether what stands before a post and its comma is a list that goes on: "…, and the president of …".
fn joins_list(sheet: &Sheet<'_>, post: &PostPhrase) -> bool {
    post.from > 0 && sheet.is(post.from - 1, "and")
}

/// The next name of a list of names.
fn joined(sheet: &Sheet<'_>, nouns: &[Noun], last: usize) -> Option<usize> {
    let from = nouns[last].last;
    let start = nouns.partition_point(|n| n.first <= from);
    let fits = |n: &Noun| {
        n.kind == MentionKind::Per && n.from == n.first && n.first <= from + 2 && (from..n.first).all(|i| sheet.is_any(i, &[",", "and"]))
    };
    nouns[start..].iter().take_while(|n| n.first <= from + 2).position(fits).map(|i| start + i)
}

/// Whether a noun phrase ends before a token: a mark, "and", or a verb with its tense.
fn ends(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    let tensed = matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    tensed || token.upos == Upos::Cconj || token.kind == TokenKind::Punctuation && !token.hyphen()
}

/// Whether more is said of a post behind its own words: "who", "at the ministry", "now".
fn goes_on(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    matches!(token.upos, Upos::Adp | Upos::Adv) || token.xpos == Xpos::Wp
}
