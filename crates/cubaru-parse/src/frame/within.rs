//! Which attribution a place belongs to: the innermost in whose content it lies.

use crate::{
    parsed::{Attribution, Sentence},
    span::{Span, Words},
};

/// The attributions by the sentences that their contents touch, so that a look-up costs no more than a sentence.
pub(super) struct Contents<'a> {
    sentences: &'a [Sentence],
    by_sentence: Vec<Vec<u32>>,
    sizes: Vec<usize>,
}

impl<'a> Contents<'a> {
    pub(super) fn new(sentences: &'a [Sentence], attributions: &[Attribution]) -> Self {
        Self::of(sentences, attributions, |_| true)
    }

    /// Of those attributions only in which the author does not vouch for what the content says. Who condemns an attack, or refuses to sign,
    /// does so in the author's own words: that there was one, and that nobody signs.
    pub(super) fn unvouched(sentences: &'a [Sentence], attributions: &[Attribution]) -> Self {
        let vouched = ["attribution-object", "attribution-refusal", "attribution-of-subject", "attribution-stance"];
        Self::of(sentences, attributions, |a| !vouched.contains(&a.why.rule.as_str()))
    }

    fn of(sentences: &'a [Sentence], attributions: &[Attribution], counts: impl Fn(&Attribution) -> bool) -> Self {
        let mut by_sentence = vec![Vec::new(); sentences.len()];
        for (i, attribution) in attributions.iter().enumerate().filter(|(_, a)| counts(a)) {
            for content in &attribution.content {
                let from = sentences.partition_point(|s| s.end <= content.start);
                let touched = by_sentence.iter_mut().zip(sentences).skip(from).take_while(|(_, s)| s.start < content.end);
                touched.map(|(list, _)| list).filter(|list| list.last() != Some(&(i as u32))).for_each(|list| list.push(i as u32));
            }
        }
        let sizes = attributions.iter().map(|a| a.content.iter().map(|w| w.span().len()).sum()).collect();
        Self { sentences, by_sentence, sizes }
    }

    /// The innermost attribution whose content holds `span`, but not the one numbered `except`.
    pub(super) fn innermost(&self, attributions: &[Attribution], span: Span, except: Option<u32>) -> Option<u32> {
        let sentence = self.sentences.partition_point(|s| s.end <= span.start);
        let here = self.by_sentence.get(sentence)?.iter().copied().filter(|i| Some(*i) != except);
        let holds = |i: &u32| attributions[*i as usize].content.iter().map(Words::span).any(|c| c.contains(span));
        // The smaller content lies inside; of two equal ones, the one whose cue comes later.
        here.filter(holds).min_by_key(|i| self.rank(*i))
    }

    /// Whether one attribution can stand around another: an order without circles.
    pub(super) fn encloses(&self, outer: u32, inner: u32) -> bool {
        self.rank(outer) > self.rank(inner)
    }

    fn rank(&self, attribution: u32) -> (usize, std::cmp::Reverse<u32>) {
        (self.sizes[attribution as usize], std::cmp::Reverse(attribution))
    }
}
