//! Who holds which post: a title before a name, a post after it, a note on an author.

use super::Scene;
use crate::{
    parsed::{MentionKind, Office},
    phrase::{Noun, PostPhrase},
    span::Words,
    why::Why,
};

/// A name reaches over no more tokens than this.
const LONGEST: usize = 24;
const BE: &[&str] = &["is", "was", "'s", "became", "remains"];

/// The offices that the text states, in the order of their posts.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<Office> {
    let (sheet, phrases) = (scene.sheet, scene.phrases);
    let mut out: Vec<(usize, Office)> = Vec::new();
    let mut titled = vec![false; phrases.posts.len()];
    phrases.titled.iter().for_each(|post| titled[*post] = true);
    let named_at = |first: usize| scene.nouns(first, first + LONGEST).find(|(_, n)| n.kind == MentionKind::Per && n.first == first);
    let named_before =
        |last: usize| scene.nouns(last.saturating_sub(LONGEST), last).rev().find(|(_, n)| n.kind == MentionKind::Per && n.last == last);
    let mut add = |post: usize, noun: usize, rule: &str| {
        let (p, n) = (&phrases.posts[post], &phrases.nouns[noun]);
        if p.sort != "post"
            || n.kind != MentionKind::Per
            || out.iter().rev().take(8).any(|(i, o)| *i == post && o.person.start == sheet.span(n.first, n.last).start)
        {
            return;
        }
        out.push((post, office(scene, p, n, noun, rule)));
    };
    for post in &phrases.titled {
        let Some((noun, _)) = named_at(phrases.posts[*post].to) else { continue };
        add(*post, noun, "office-title");
        if phrases.posts[*post].plural {
            coordinated(scene, noun).into_iter().for_each(|n| add(*post, n, "office-list"));
        }
    }
    for (i, post) in phrases.posts.iter().enumerate() {
        let named_after = titled[i];
        // "Liz Truss, Britain's foreign secretary," and "(the president)"
        if let Some(comma) = post.from.checked_sub(1).filter(|c| matches!(sheet.token(*c).text.as_str(), "," | "(" | "—" | "–")) {
            let holder = named_before(comma);
            let ends = sheet.tokens.get(post.to).is_none_or(|t| {
                matches!(
                    t.text.as_str(),
                    "," | "." | ")" | ";" | "—" | "–" | "and" | "who" | "at" | "in" | "for" | "said" | "told" | "\"" | "”"
                )
            });
            if let Some((n, _)) = holder.filter(|_| ends && !named_after && !post.plural) {
                add(i, n, "office-apposition");
            }
        }
        // "the president of the Duma, Vyacheslav Volodin,"
        if !named_after && !post.plural && sheet.is(post.to, ",") && post.from < post.first {
            if let Some((n, noun)) = named_at(post.to + 1) {
                let closed = sheet.tokens.get(noun.last).is_none_or(|t| {
                    matches!(t.text.as_str(), "," | "." | ";" | "and" | ")" | "”" | "\"" | "has" | "have" | "said" | "was" | "were")
                });
                let own = noun.from < noun.first;
                if closed && !own {
                    add(i, n, "office-post-comma-name");
                }
            }
        }
        // "X is the former director of …"
        if let Some(be) = post.from.checked_sub(1).filter(|b| sheet.is_any(*b, BE)) {
            if let Some((n, _)) = named_before(be) {
                add(i, n, "office-is");
            }
        }
    }
    out.sort_by_key(|(_, o)| (o.post.start, o.person.start));
    out.into_iter().map(|(_, o)| o).collect()
}

/// Further names of a list: "Defence Ministers Sergei Shoigu and Oleksii Reznikov".
fn coordinated(scene: &Scene<'_>, first: usize) -> Vec<usize> {
    let nouns = &scene.phrases.nouns;
    let mut out = Vec::new();
    let mut last = first;
    loop {
        let from = nouns[last].last;
        let joined = |n: &Noun| {
            n.from == n.first && n.first > from && n.first <= from + 2 && (from..n.first).all(|i| scene.sheet.is_any(i, &[",", "and"]))
        };
        let Some((next, _)) = scene.nouns(from, from + LONGEST).find(|(_, n)| n.kind == MentionKind::Per && joined(n)) else { break };
        out.push(next);
        last = next;
    }
    out
}

fn office(scene: &Scene<'_>, post: &PostPhrase, noun: &Noun, at: usize, rule: &str) -> Office {
    let words = |first, last| Words::at(scene.sheet.text, scene.sheet.span(first, last));
    Office {
        person: words(noun.first, noun.last),
        entity: scene.mentions[at].entity,
        post: words(post.first, post.last),
        body: post.body.map(|(first, last)| words(first, last)),
        country: post.country.clone(),
        former: post.former,
        acting: post.acting,
        attested_at: None,
        attribution: None,
        why: Why { rule: rule.into(), entries: post.why.entries.clone() },
    }
}
