//! How far a word stands from its head, in classes.

use crate::language::tables::DISTANCES;

/// The class of the distance from a word to its head, in a sentence of `n` words; the root is word `n`.
pub fn distance(dependent: usize, head: usize, n: usize) -> usize {
    if head == n {
        return DISTANCES - 1;
    }
    let class = |d: usize| match d {
        0..=5 => d.saturating_sub(1),
        6..=7 => 5,
        8..=10 => 6,
        11..=16 => 7,
        _ => 8,
    };
    if head < dependent { class(dependent - head) } else { 9 + class(head - dependent) }
}
