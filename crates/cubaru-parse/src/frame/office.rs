//! Who holds which post: a title before a name, a post after it, a note on an author.

use super::Scene;
use crate::{
    parsed::{MentionKind, Office},
    phrase::{Noun, PostPhrase},
    span::Words,
    why::Why,
};

const BE: &[&str] = &["is", "was", "'s", "became", "remains"];

/// The offices that the text states, in the order of their posts.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<Office> {
    let (sheet, phrases) = (scene.sheet, scene.phrases);
    let mut out: Vec<(usize, Office)> = Vec::new();
    let mut add = |post: usize, noun: usize, rule: &str| {
        let (p, n) = (&phrases.posts[post], &phrases.nouns[noun]);
        if p.sort != "post"
            || n.kind != MentionKind::Per
            || out.iter().any(|(i, o)| *i == post && o.person.start == sheet.span(n.first, n.last).start)
        {
            return;
        }
        out.push((post, office(scene, p, n, noun, rule)));
    };
    for (post, noun) in &phrases.titled {
        // The nouns were sorted after the posts were read: find the name by its place.
        let Some(noun) = holder(scene, &phrases.posts[*post], *noun) else { continue };
        add(*post, noun, "office-title");
        if phrases.posts[*post].plural {
            coordinated(scene, noun).into_iter().for_each(|n| add(*post, n, "office-list"));
        }
    }
    for (i, post) in phrases.posts.iter().enumerate() {
        let named_after = phrases.titled.iter().any(|(p, _)| *p == i);
        // "Liz Truss, Britain's foreign secretary," and "(the president)"
        if let Some(comma) = post.from.checked_sub(1).filter(|c| matches!(sheet.token(*c).text.as_str(), "," | "(" | "—" | "–")) {
            let holder = phrases.nouns.iter().enumerate().find(|(_, n)| n.kind == MentionKind::Per && n.last == comma);
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
            if let Some((n, noun)) = phrases.nouns.iter().enumerate().find(|(_, n)| n.kind == MentionKind::Per && n.first == post.to + 1) {
                let closed = sheet.tokens.get(noun.last).is_none_or(|t| {
                    matches!(t.text.as_str(), "," | "." | ";" | "and" | ")" | "”" | "\"" | "has" | "have" | "said" | "was" | "were")
                });
                let own = phrases.titled.iter().any(|(p, _)| phrases.posts[*p].last == noun.first) || noun.from < noun.first;
                if closed && !own {
                    add(i, n, "office-post-comma-name");
                }
            }
        }
        // "X is the former director of …"
        if let Some(be) = post.from.checked_sub(1).filter(|b| sheet.is_any(*b, BE)) {
            if let Some((n, _)) = phrases.nouns.iter().enumerate().find(|(_, n)| n.kind == MentionKind::Per && n.last == be) {
                add(i, n, "office-is");
            }
        }
    }
    out.sort_by_key(|(_, o)| (o.post.start, o.person.start));
    out.into_iter().map(|(_, o)| o).collect()
}

/// The name that follows a post.
fn holder(scene: &Scene<'_>, post: &PostPhrase, _: usize) -> Option<usize> {
    scene.phrases.nouns.iter().position(|n| n.kind == MentionKind::Per && n.first == post.to)
}

/// Further names of a list: "Defence Ministers Sergei Shoigu and Oleksii Reznikov".
fn coordinated(scene: &Scene<'_>, first: usize) -> Vec<usize> {
    let nouns = &scene.phrases.nouns;
    let mut out = Vec::new();
    let mut last = first;
    while let Some(next) = nouns.iter().position(|n| {
        let gap = nouns[last].last..n.first;
        n.kind == MentionKind::Per
            && n.from == n.first
            && !gap.is_empty()
            && gap.len() <= 2
            && gap.clone().all(|i| scene.sheet.is_any(i, &[",", "and"]))
    }) {
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
        why: Why { rule: rule.into(), entries: post.why.entries.clone() },
    }
}
