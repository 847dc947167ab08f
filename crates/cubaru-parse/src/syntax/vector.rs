//! Work over vectors of whole numbers: with the widest that the processor has, found out at run time.
//!
//! The sums are the same on every machine, whatever vectors it has: whole numbers add up alike in any order.

use crate::language::tables::IN;
use wide::{i16x8, i32x4};

/// How many numbers of a row come out at a time.
pub const OUT: usize = 4;

/// How a machine multiplies.
pub trait Lanes: Copy {
    /// The products of some words with [`OUT`] rows, each word sharing every weight that is loaded.
    fn four<const N: usize>(self, x: [&[i16]; N], rows: &[i16]) -> [[i32; OUT]; N];
}

/// Work worth being compiled for each width of vectors. It must be inlined whole (`inline(always)`), without closures that are not.
pub trait Work {
    /// Does it.
    fn work<L: Lanes>(self, lanes: L);
}

/// Does the work.
pub fn run(work: impl Work) {
    #[cfg(target_arch = "x86_64")]
    if let Some(v3) = pulp::x86::V3::try_new() {
        return v3.vectorize(avx2::Wider(v3, work));
    }
    work.work(Plain);
}

/// Eight numbers at a time, as every machine can.
#[derive(Clone, Copy)]
pub struct Plain;

impl Lanes for Plain {
    #[inline(always)]
    fn four<const N: usize>(self, x: [&[i16]; N], rows: &[i16]) -> [[i32; OUT]; N] {
        let from = x[0].len();
        let steps = from / IN;
        let chunks = |row: usize| &rows[row * from..(row + 1) * from].as_chunks::<IN>().0[..steps];
        let (r0, r1, r2, r3) = (chunks(0), chunks(1), chunks(2), chunks(3));
        let x = x.map(|x| &x.as_chunks::<IN>().0[..steps]);
        let mut sums = [[i32x4::ZERO; OUT]; N];
        for at in 0..steps {
            let w = [i16x8::from(r0[at]), i16x8::from(r1[at]), i16x8::from(r2[at]), i16x8::from(r3[at])];
            for (sums, x) in sums.iter_mut().zip(x) {
                let x = i16x8::from(x[at]);
                for (sum, w) in sums.iter_mut().zip(w) {
                    *sum += x.dot(w);
                }
            }
        }
        sums.map(|s| {
            let [a, b, c, d] = i32x4::transpose(s);
            (a + b + c + d).to_array()
        })
    }
}

/// Sixteen numbers at a time, where the processor can (most can since 2013).
#[cfg(target_arch = "x86_64")]
mod avx2 {
    use super::{IN, Lanes, OUT, Plain, Work};
    use pulp::{NullaryFnOnce, x86::V3};

    /// Work to be done with the wider vectors.
    pub struct Wider<W>(pub V3, pub W);

    impl<W: Work> NullaryFnOnce for Wider<W> {
        type Output = ();

        #[inline(always)]
        fn call(self) {
            self.1.work(self.0);
        }
    }

    impl Lanes for V3 {
        #[inline(always)]
        fn four<const N: usize>(self, x: [&[i16]; N], rows: &[i16]) -> [[i32; OUT]; N] {
            const WIDE: usize = 2 * IN;
            let from = x[0].len();
            if !from.is_multiple_of(WIDE) {
                return Plain.four(x, rows);
            }
            let steps = from / WIDE;
            let (r0, rows) = rows.split_at(from);
            let (r1, rows) = rows.split_at(from);
            let (r2, r3) = rows.split_at(from);
            let (r0, r1) = (&r0.as_chunks::<WIDE>().0[..steps], &r1.as_chunks::<WIDE>().0[..steps]);
            let (r2, r3) = (&r2.as_chunks::<WIDE>().0[..steps], &r3.as_chunks::<WIDE>().0[..steps]);
            let mut out = [[0; OUT]; N];
            let mut sums = [[self.avx._mm256_setzero_si256(); OUT]; N];
            for at in 0..steps {
                let w = [pulp::cast(r0[at]), pulp::cast(r1[at]), pulp::cast(r2[at]), pulp::cast(r3[at])];
                for n in 0..N {
                    let x = pulp::cast(x[n].as_chunks::<WIDE>().0[at]);
                    for i in 0..OUT {
                        sums[n][i] = self.avx2._mm256_add_epi32(sums[n][i], self.avx2._mm256_madd_epi16(x, w[i]));
                    }
                }
            }
            // No closures here: they would not be compiled for the wider vectors.
            for n in 0..N {
                let [a, b, c, d] = sums[n];
                let (ab, cd) = (self.avx2._mm256_hadd_epi32(a, b), self.avx2._mm256_hadd_epi32(c, d));
                let [low, high]: [[i32; OUT]; 2] = pulp::cast(self.avx2._mm256_hadd_epi32(ab, cd));
                for i in 0..OUT {
                    out[n][i] = low[i].wrapping_add(high[i]);
                }
            }
            out
        }
    }
}
