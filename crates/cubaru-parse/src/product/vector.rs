//! Work over vectors of whole numbers: with the widest that the processor has, found out at run time.
//!
//! The sums are the same on every machine, whatever vectors it has: whole numbers add up alike in any order.

use wide::{i16x8, i32x4};

/// How many numbers of a row come out at a time.
pub const OUT: usize = 16;
/// How many numbers go into a product at a time.
pub const PAIR: usize = 2;

/// What two numbers of the input are multiplied with, for each number that comes out.
pub type Step = [i16; PAIR * OUT];

/// How a machine multiplies.
pub trait Lanes: Copy {
    /// The sums of the products of some words with the same weights, step by step.
    fn sums<const N: usize>(self, x: [&[[i16; PAIR]]; N], steps: &[Step]) -> [[i32; OUT]; N];
}

/// Work worth being compiled for each width of vectors. It must be inlined whole (`inline(always)`), without closures that are not.
pub trait Work {
    /// Does it.
    fn work<L: Lanes>(self, lanes: L);
}

/// Does the work.
pub fn run(work: impl Work) {
    #[cfg(target_arch = "x86_64")]
    {
        use pulp::x86::{V3, V4};
        if let Some(v4) = V4::try_new() {
            return v4.vectorize(wider::On(v4, work));
        }
        if let Some(v3) = V3::try_new() {
            return v3.vectorize(wider::On(v3, work));
        }
    }
    work.work(Plain);
}

/// Eight numbers at a time, as every machine can.
#[derive(Clone, Copy)]
pub struct Plain;

impl Lanes for Plain {
    #[inline(always)]
    fn sums<const N: usize>(self, x: [&[[i16; PAIR]]; N], steps: &[Step]) -> [[i32; OUT]; N] {
        let x = x.map(|x| &x[..steps.len()]);
        let mut sums = [[i32x4::ZERO; OUT / 4]; N];
        for (at, step) in steps.iter().enumerate() {
            let weights = step.as_chunks::<8>().0;
            for (sums, x) in sums.iter_mut().zip(x) {
                let [a, b] = x[at];
                let x = i16x8::from([a, b, a, b, a, b, a, b]);
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    *sum += x.dot(i16x8::from(*weights));
                }
            }
        }
        let mut out = [[0; OUT]; N];
        for (out, sums) in out.iter_mut().zip(sums) {
            out.as_chunks_mut::<4>().0.iter_mut().zip(sums).for_each(|(out, sum)| *out = sum.to_array());
        }
        out
    }
}

/// Sixteen numbers at a time (AVX2: most processors since 2013), or thirty-two (AVX-512).
#[cfg(target_arch = "x86_64")]
mod wider {
    use super::{Lanes, OUT, PAIR, Step, Work};
    use pulp::{
        NullaryFnOnce,
        x86::{V3, V4},
    };
    use std::arch::x86_64::__m256i;

    /// Work to be done with the vectors of a machine.
    pub struct On<L, W>(pub L, pub W);

    impl<L: Lanes, W: Work> NullaryFnOnce for On<L, W> {
        type Output = ();

        #[inline(always)]
        fn call(self) {
            self.1.work(self.0);
        }
    }

    // No closures here: they would not be compiled for the wider vectors.

    impl Lanes for V3 {
        #[inline(always)]
        fn sums<const N: usize>(self, mut x: [&[[i16; PAIR]]; N], steps: &[Step]) -> [[i32; OUT]; N] {
            for x in &mut x {
                *x = &x[..steps.len()];
            }
            let mut sums = [[self.avx._mm256_setzero_si256(); 2]; N];
            for at in 0..steps.len() {
                let weights: [__m256i; 2] = pulp::cast(steps[at]);
                for n in 0..N {
                    let x = self.avx._mm256_set1_epi32(pulp::cast(x[n][at]));
                    for i in 0..2 {
                        sums[n][i] = self.avx2._mm256_add_epi32(sums[n][i], self.avx2._mm256_madd_epi16(x, weights[i]));
                    }
                }
            }
            let mut out = [[0; OUT]; N];
            for n in 0..N {
                out[n] = pulp::cast(sums[n]);
            }
            out
        }
    }

    impl Lanes for V4 {
        #[inline(always)]
        fn sums<const N: usize>(self, mut x: [&[[i16; PAIR]]; N], steps: &[Step]) -> [[i32; OUT]; N] {
            for x in &mut x {
                *x = &x[..steps.len()];
            }
            let mut sums = [self.avx512f._mm512_setzero_si512(); N];
            for at in 0..steps.len() {
                let weights = pulp::cast(steps[at]);
                for n in 0..N {
                    let x = self.avx512f._mm512_set1_epi32(pulp::cast(x[n][at]));
                    sums[n] = self.avx512f._mm512_add_epi32(sums[n], self.avx512bw._mm512_madd_epi16(x, weights));
                }
            }
            let mut out = [[0; OUT]; N];
            for n in 0..N {
                out[n] = pulp::cast(sums[n]);
            }
            out
        }
    }
}
