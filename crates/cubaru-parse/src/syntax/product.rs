//! Products of matrices of small whole numbers: where most of the reading's time goes.

use super::vector::{Lanes, OUT, Work, run};

/// `x[n×from] · wᵀ`, with `w` row by row, where `from` is a multiple of [`IN`](crate::language::tables::IN) and `width` one of [`OUT`]; what stands for rows that `w` lacks
/// means nothing. `last` makes a row of the output from the sums.
pub fn product<T: Copy + Default>(x: &[i16], w: &[i16], from: usize, width: usize, last: impl Fn(&[i32], &mut [T])) -> Vec<T> {
    let mut out = vec![T::default(); x.len() / from.max(1) * width];
    run(Product { x, w, from, width, out: &mut out, last });
    out
}

/// A product to be made.
struct Product<'a, T, F> {
    x: &'a [i16],
    w: &'a [i16],
    from: usize,
    width: usize,
    out: &'a mut [T],
    last: F,
}

impl<T, F: Fn(&[i32], &mut [T])> Work for Product<'_, T, F> {
    #[inline(always)]
    fn work<L: Lanes>(self, lanes: L) {
        let Self { x, w, from, width, out, last } = self;
        let mut sums = vec![0; 2 * width];
        let (mut pairs, mut outs) = (x.chunks_exact(2 * from), out.chunks_exact_mut(2 * width));
        for (x, out) in (&mut pairs).zip(&mut outs) {
            let ((x0, x1), (s0, s1)) = (x.split_at(from), sums.split_at_mut(width));
            block(lanes, [x0, x1], w, [s0, s1]);
            let (o0, o1) = out.split_at_mut(width);
            last(s0, o0);
            last(s1, o1);
        }
        if let x @ [_, ..] = pairs.remainder() {
            block(lanes, [x], w, [&mut sums[..width]]);
            last(&sums[..width], outs.into_remainder());
        }
    }
}

/// The product for some words at once.
#[inline(always)]
fn block<L: Lanes, const N: usize>(lanes: L, x: [&[i16]; N], w: &[i16], mut out: [&mut [i32]; N]) {
    let from = x[0].len();
    let mut rows = w.chunks_exact(OUT * from);
    let mut done = 0;
    for rows in &mut rows {
        let sums = lanes.four(x, rows);
        for (out, sums) in out.iter_mut().zip(&sums) {
            out[done..done + OUT].copy_from_slice(sums);
        }
        done += OUT;
    }
    for row in rows.remainder().chunks_exact(from) {
        for (out, x) in out.iter_mut().zip(x) {
            out[done] = x.iter().zip(row).fold(0, |sum, (x, w)| sum + i32::from(*x) * i32::from(*w));
        }
        done += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::tables::IN, syntax::vector::Plain};
    use proptest::prelude::*;

    proptest! {
        /// Whatever vectors there are, the sums are those of school arithmetic.
        #[test]
        fn sums_are_exact(from in 1_usize..6, rows in 1_usize..11, words in 0_usize..6, seed: u64) {
            let (from, width) = (from * IN, rows.next_multiple_of(OUT));
            let mut state = seed | 1;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 49) as i16 - (1 << 14)
            };
            let x: Vec<i16> = (0..words * from).map(|_| next() / 16).collect();
            let w: Vec<i16> = (0..rows * from).map(|_| next() / 4).collect();
            let copy = |sums: &[i32], out: &mut [i32]| out.copy_from_slice(sums);
            let mut plain = vec![0; words * width];
            Product { x: &x, w: &w, from, width, out: &mut plain, last: copy }.work(Plain);
            let fastest = product(&x, &w, from, width, copy);
            for (i, (x, got)) in x.chunks_exact(from).zip(plain.chunks_exact(width)).enumerate() {
                for (row, w) in w.chunks_exact(from).enumerate() {
                    let sum: i32 = x.iter().zip(w).map(|(x, w)| i32::from(*x) * i32::from(*w)).sum();
                    prop_assert_eq!(got[row], sum);
                    prop_assert_eq!(fastest[i * width + row], sum);
                }
            }
        }
    }
}
