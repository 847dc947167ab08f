//! Which words of one name answer to which of the other.

use crate::{
    likeness::{self, Likeness},
    name::Part,
    sound::Ears,
};
use std::ops::Range;

/// Words of both sides that are one name: one each, or two that the other side writes as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) one: Range<usize>,
    pub(crate) other: Range<usize>,
    pub(crate) likeness: Likeness,
}

/// Takes words in their order, so that what they say together is most.
pub(crate) fn align(one: &[Part], other: &[Part], ears: Ears) -> Vec<Pair> {
    let (n, m) = (one.len(), other.len());
    let width = m + 1;
    // Best weight from (i, j) to the end, and the step that gives it.
    let mut best = vec![(0u32, None::<Pair>); (n + 1) * width];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let mut here = (best[(i + 1) * width + j].0, None);
            if best[i * width + j + 1].0 > here.0 {
                here = (best[i * width + j + 1].0, None);
            }
            for (di, dj) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)] {
                if i + di > n || j + dj > m {
                    continue;
                }
                let Some(likeness) = alike(&one[i..i + di], &other[j..j + dj], ears) else { continue };
                // Two words that one writes as one say as much as two; "Al Franken" is not "Franken" in two words.
                let within = one[i..i + di].iter().any(|a| other[j..j + dj].iter().any(|b| a.word == b.word));
                let weight = likeness.weight() * if di + dj > 2 && !within { 2 } else { 1 } + best[(i + di) * width + j + dj].0;
                if weight > here.0 || weight == here.0 && here.1.is_none() {
                    here = (weight, Some(Pair { one: i..i + di, other: j..j + dj, likeness }));
                }
            }
            best[i * width + j] = here;
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < n && j < m {
        match &best[i * width + j].1 {
            Some(pair) => {
                (i, j) = (pair.one.end, pair.other.end);
                pairs.push(pair.clone());
            }
            None if best[(i + 1) * width + j].0 == best[i * width + j].0 => i += 1,
            None => j += 1,
        }
    }
    pairs
}

fn alike(one: &[Part], other: &[Part], ears: Ears) -> Option<Likeness> {
    if let ([a], [b]) = (one, other) {
        return likeness::of(a, b, ears);
    }
    if one.iter().chain(other).any(|part| part.initial) {
        return None;
    }
    let whole = |parts: &[Part]| parts.iter().map(|part| part.word.as_str()).collect::<String>();
    let (a, b) = (whole(one), whole(other));
    if a.len().abs_diff(b.len()) > 4 && one[0].consonants == other[0].consonants {
        return None;
    }
    likeness::words(&a, &b, one[0].consonants, other[0].consonants, ears).filter(|like| *like <= Likeness::Spelling)
}
