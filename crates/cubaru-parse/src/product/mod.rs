//! Products of matrices of small whole numbers: where most of the reading's time goes.

mod vector;

pub use vector::{Lanes, OUT, PAIR, Work, run};

use vector::Step;

/// How many words share every weight that is loaded.
const WORDS: usize = 4;

/// A matrix as the products want it: for [`OUT`] rows at a time, two columns after two columns; rows that are wanting are zero.
#[derive(Debug, Clone)]
pub struct Panels {
    /// The width of what goes in, even.
    from: usize,
    to: usize,
    steps: Vec<Step>,
}

impl Panels {
    /// A matrix that stands row by row, each of an even number `from`.
    pub fn new(rows: &[i16], from: usize) -> Self {
        let mut steps = Vec::with_capacity((rows.len() / from.max(1)).div_ceil(OUT) * from / PAIR);
        for rows in rows.chunks(from.max(1) * OUT) {
            for at in (0..from).step_by(PAIR) {
                let mut step = [0; PAIR * OUT];
                for (row, pair) in rows.chunks_exact(from).zip(step.as_chunks_mut::<PAIR>().0) {
                    pair.copy_from_slice(&row[at..at + PAIR]);
                }
                steps.push(step);
            }
        }
        Self { from, to: rows.len() / from.max(1), steps }
    }

    /// How many numbers come out for a word.
    pub fn to(&self) -> usize {
        self.to
    }

    /// `x[n×from] · wᵀ`.
    pub fn product<L: Last>(&self, x: &[i16], last: L) -> Vec<L::Out> {
        let mut out = vec![L::Out::default(); x.len() / self.from.max(1) * self.to];
        run(Product { x, panels: self, out: &mut out, last });
        out
    }
}

/// Puts the first numbers of a panel into a row that ends within it; most end after one half.
#[inline(always)]
fn put_some<T: Copy>(panel: &[T; OUT], row: &mut [T]) {
    const HALF: usize = OUT / 2;
    let (half, more) = panel.split_at(HALF);
    if row.len() < HALF {
        row.copy_from_slice(&half[..row.len()]);
    } else if let Some((first, rest)) = row.split_first_chunk_mut::<HALF>() {
        first.copy_from_slice(half);
        if !rest.is_empty() {
            rest.copy_from_slice(&more[..rest.len()]);
        }
    }
}

/// What becomes of sums in the end. Its functions must be `inline(always)`, as all [`Work`].
pub trait Last {
    /// What comes out.
    type Out: Copy + Default;

    /// Makes numbers of the output from sums, the first of which stands in this column.
    fn last(&self, column: usize, sums: [i32; OUT]) -> [Self::Out; OUT];
}

/// The sums come out as they are.
pub struct Sums;

impl Last for Sums {
    type Out = i32;

    #[inline(always)]
    fn last(&self, _: usize, sums: [i32; OUT]) -> [i32; OUT] {
        sums
    }
}

/// A product to be made.
struct Product<'a, E: Last> {
    x: &'a [i16],
    panels: &'a Panels,
    out: &'a mut [E::Out],
    last: E,
}

impl<E: Last> Work for Product<'_, E> {
    #[inline(always)]
    fn work<L: Lanes>(self, lanes: L) {
        let Self { x, panels, out, last } = self;
        let (x, from, to) = (x.as_chunks::<PAIR>().0, panels.from / PAIR, panels.to);
        for (panel, steps) in panels.steps.chunks_exact(from.max(1)).enumerate() {
            let column = panel * OUT;
            let (mut words, mut outs) = (x.chunks_exact(WORDS * from), out.chunks_exact_mut(WORDS * to));
            for (x, out) in (&mut words).zip(&mut outs) {
                some::<L, E, WORDS>(lanes, x, steps, column, out, &last);
            }
            let (x, out) = (words.remainder(), outs.into_remainder());
            match x.len() / from {
                3 => some::<L, E, 3>(lanes, x, steps, column, out, &last),
                2 => some::<L, E, 2>(lanes, x, steps, column, out, &last),
                1 => some::<L, E, 1>(lanes, x, steps, column, out, &last),
                _ => {}
            }
        }
    }
}

/// The product for `N` words.
#[inline(always)]
fn some<L: Lanes, E: Last, const N: usize>(lanes: L, x: &[[i16; PAIR]], steps: &[Step], column: usize, out: &mut [E::Out], last: &E) {
    let mut words = [x; N];
    for (n, word) in words.iter_mut().enumerate() {
        *word = &x[n * steps.len()..(n + 1) * steps.len()];
    }
    let sums = lanes.sums(words, steps);
    let to = out.len() / N;
    for (sums, row) in sums.iter().zip(out.chunks_exact_mut(to)) {
        let (done, row) = (last.last(column, *sums), &mut row[column..]);
        match row.first_chunk_mut() {
            Some(row) => *row = done,
            None => put_some(&done, row),
        }
    }
}

/// In each row of numbers, the place of the highest, the first of equals.
pub fn highest(numbers: &[i32], row: usize) -> Vec<usize> {
    let mut out = vec![0; numbers.len() / row.max(1)];
    run(Highest { numbers, row, out: &mut out });
    out
}

/// Places to be found.
struct Highest<'a> {
    numbers: &'a [i32],
    row: usize,
    out: &'a mut [usize],
}

impl Work for Highest<'_> {
    #[inline(always)]
    fn work<L: Lanes>(self, _: L) {
        for (row, place) in self.numbers.chunks_exact(self.row.max(1)).zip(self.out) {
            let mut best = i32::MIN;
            for number in row {
                best = best.max(*number);
            }
            for (i, number) in row.iter().enumerate() {
                if *number == best {
                    *place = i;
                    break;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{vector::Plain, *};
    use proptest::prelude::*;

    #[test]
    fn the_first_of_equals_is_the_highest() {
        assert_eq!(highest(&[1, 3, 3, -5, i32::MIN, -5, 7, 7, 7], 3), [1, 0, 0]);
        assert_eq!(highest(&[], 0), [0; 0]);
    }

    proptest! {
        /// Whatever vectors there are, the sums are those of school arithmetic.
        #[test]
        fn sums_are_exact(pairs in 1_usize..20, rows in 1_usize..40, words in 0_usize..10, seed: u64) {
            let from = pairs * PAIR;
            let mut state = seed | 1;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 49) as i16 - (1 << 14)
            };
            let x: Vec<i16> = (0..words * from).map(|_| next() / 16).collect();
            let w: Vec<i16> = (0..rows * from).map(|_| next() / 4).collect();
            let panels = Panels::new(&w, from);
            let mut plain = vec![0; words * rows];
            Product { x: &x, panels: &panels, out: &mut plain, last: Sums }.work(Plain);
            let fastest = panels.product(&x, Sums);
            for (i, (x, got)) in x.chunks_exact(from).zip(plain.chunks_exact(rows)).enumerate() {
                for (row, w) in w.chunks_exact(from).enumerate() {
                    let sum: i32 = x.iter().zip(w).map(|(x, w)| i32::from(*x) * i32::from(*w)).sum();
                    prop_assert_eq!(got[row], sum);
                    prop_assert_eq!(fastest[i * rows + row], sum);
                }
            }
        }
    }
}
