//! Descriptions that mean a person named elsewhere: "the minister", whose name and post stood before.

use crate::{
    input::Sheet,
    parsed::MentionKind,
    phrase::{Noun, Phrases, PostPhrase},
};
use std::collections::HashMap;

/// The rule that such a mention bears.
pub(crate) const RULE: &str = "description-post";
/// No more holders of posts with one head are compared.
const HOLDERS: usize = 24;
/// Before a post's head these make another post: a vice president is not "the president".
const LESSER: &[&str] = &["vice", "deputy", "assistant", "prime", "under", "first", "second", "acting", "co", "junior", "shadow"];

/// Somebody who holds a post.
struct Holder<'p> {
    post: &'p PostPhrase,
    entity: u32,
}

/// Gives definite descriptions by a post the entity of its holder, where only one person of the text can be meant. Gives back which nouns
/// were joined.
pub(crate) fn join(sheet: &Sheet<'_>, phrases: &Phrases, entity_of: &mut [Option<u32>]) -> Vec<bool> {
    let posts = &phrases.posts;
    let mut joined = vec![false; phrases.nouns.len()];
    let mut holders: HashMap<String, Vec<Holder>> = HashMap::new();
    let mut held: Vec<Option<u32>> = vec![None; posts.len()];
    for holding in phrases.holdings.iter().filter(|h| h.post.sort == "post" && !h.post.plural) {
        let (Some(entity), post) = (entity_of[holding.noun], &holding.post) else { continue };
        // A post that a verb tells stands in no list of posts.
        let at = posts.partition_point(|p| p.first < post.first);
        if posts.get(at).is_some_and(|p| p.first == post.first) {
            held[at] = Some(entity);
        }
        let all = holders.entry(head(sheet, post)).or_default();
        if all.len() < HOLDERS {
            all.push(Holder { post, entity });
        }
    }
    // Whom the last post with a head was of, where a name told it.
    let mut latest: HashMap<String, Option<u32>> = HashMap::new();
    for (at, post) in posts.iter().enumerate() {
        let head = head(sheet, post);
        if held[at].is_some() || post.plural {
            latest.insert(head, held[at]);
            continue;
        }
        let Some(i) = noun(phrases, post) else { continue };
        let last = latest.get(&head).copied().flatten();
        let found = holders.get(&head).and_then(|all| meant(sheet, phrases, all, at, &phrases.nouns[i], last));
        if found.is_some() {
            entity_of[i] = found;
            joined[i] = true;
        }
        latest.insert(head, found);
    }
    joined
}

/// The one holder that a description can mean.
fn meant(sheet: &Sheet<'_>, phrases: &Phrases, all: &[Holder<'_>], at: usize, noun: &Noun, last: Option<u32>) -> Option<u32> {
    let post = &phrases.posts[at];
    if !definite(sheet, noun) || post.sort != "post" || post.to > post.last && post.country.is_none() {
        return None;
    }
    let words = lower(sheet, post);
    let fits = |holder: &&Holder<'_>| {
        let theirs = holder.post;
        let name = lower(sheet, theirs);
        let more = name.strip_suffix(words.as_str());
        let lesser = |m: &str| m.split([' ', '-']).any(|w| LESSER.contains(&w));
        let whole = more.is_some_and(|m| (m.is_empty() || m.ends_with([' ', '-'])) && !lesser(m));
        whole && post.former == theirs.former && (post.country.is_none() || post.country == theirs.country)
    };
    let mut fitting = all.iter().filter(fits);
    let first = fitting.next()?;
    let one = fitting.all(|h| h.entity == first.entity);
    // Without a country the last such post must have been this person's.
    (one && first.post.first < post.first && (post.country.is_some() || last == Some(first.entity))).then_some(first.entity)
}

/// "the minister", "the Kenyan minister", "Kenya's minister"; neither "the new minister" nor "a minister".
fn definite(sheet: &Sheet<'_>, noun: &Noun) -> bool {
    let the = sheet.is(noun.from, "the");
    let owned = (noun.from..noun.first).any(|i| sheet.is_any(i, &["'s", "’s"]));
    let plain = |i: usize| sheet.token(i).capital() || sheet.token(i).hyphen() || sheet.token(i).clitic;
    (the || owned) && (noun.from + usize::from(the)..noun.first).all(plain)
}

fn noun(phrases: &Phrases, post: &PostPhrase) -> Option<usize> {
    let from = phrases.nouns.partition_point(|n| n.first < post.first);
    let same = |n: &Noun| n.last == post.last && n.kind == MentionKind::Nom && n.holder.is_none();
    phrases.nouns[from..].iter().take_while(|n| n.first == post.first).position(same).map(|i| from + i)
}

fn lower(sheet: &Sheet<'_>, post: &PostPhrase) -> String {
    sheet.words(post.first, post.last).split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn head(sheet: &Sheet<'_>, post: &PostPhrase) -> String {
    sheet.token(post.last.saturating_sub(1)).read().to_lowercase()
}
