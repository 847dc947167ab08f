//! Who holds which post, from the posts and holders that the phrases found.

use super::Scene;
use crate::{
    parsed::{Office, TimexType},
    phrase::{Noun, PostPhrase},
    span::Words,
    why::Why,
};

/// The offices that the text states, in the order of their posts. Ranks, styles and jobs are none.
pub(super) fn offices(scene: &Scene<'_>) -> Vec<Office> {
    let phrases = scene.phrases;
    let held = phrases.holdings.iter().filter(|h| h.post.sort == "post");
    let mut out: Vec<Office> = held.map(|h| office(scene, &h.post, &phrases.nouns[h.noun], h.noun, h.rule)).collect();
    out.sort_by_key(|o| (o.post.start, o.person.start));
    out.dedup_by(|b, a| a.post == b.post && a.person == b.person);
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
        attested_at: attested_at(scene, post),
        attribution: None,
        why: Why { rule: rule.into(), entries: post.why.entries.clone() },
    }
}

/// When the text attests a holding: the one date of its sentence. A former holding is attested by none.
fn attested_at(scene: &Scene<'_>, post: &PostPhrase) -> Option<String> {
    let (first, last) = scene.sentence(post.first);
    let span = scene.sheet.span(first, last);
    let from = scene.times.partition_point(|t| t.end <= span.start);
    let here = scene.times[from..].iter().take_while(|t| t.start < span.end);
    let mut dates = here.filter(|t| t.kind == TimexType::Date).map(|t| t.edtf.clone());
    let one = dates.next().flatten().filter(|_| !post.former);
    one.filter(|_| dates.next().is_none())
}
