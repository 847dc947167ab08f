//! Arithmetic for training. Every sum has a fixed order and no function is the platform's own, so that the same data give the same
//! bits everywhere; the inner loops are plain enough for the compiler to use vectors.

/// Numbers out of a seed (splitmix64).
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u32 << 24) as f32
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }

    /// Evenly between -`bound` and `bound`.
    pub fn fill(&mut self, values: &mut [f32], bound: f32) {
        values.iter_mut().for_each(|v| *v = (self.unit() * 2.0 - 1.0) * bound);
    }
}

/// `y += a * x`
#[inline]
pub fn add_scaled(y: &mut [f32], a: f32, x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += a * x;
    }
}

/// `y += x`
#[inline]
pub fn add(y: &mut [f32], x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

const LANES: usize = 16;

/// The inner product, in sixteen lanes.
#[inline]
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (xs, ys) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
    let rest: f32 = xs.remainder().iter().zip(ys.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in xs.zip(ys) {
        for l in 0..LANES {
            lanes[l] += x[l] * y[l];
        }
    }
    lanes.iter().sum::<f32>() + rest
}

/// `y[n×m] += x[n×k] · w[k×m]`
pub fn multiply(y: &mut [f32], x: &[f32], w: &[f32], k: usize, m: usize) {
    for (y, x) in y.chunks_exact_mut(m).zip(x.chunks_exact(k)) {
        for (x4, w4) in x.chunks_exact(4).zip(w.chunks_exact(4 * m)) {
            let (w0, w1, w2, w3) = (&w4[..m], &w4[m..2 * m], &w4[2 * m..3 * m], &w4[3 * m..4 * m]);
            for o in 0..m {
                y[o] += x4[0] * w0[o] + x4[1] * w1[o] + x4[2] * w2[o] + x4[3] * w3[o];
            }
        }
        let done = k / 4 * 4;
        for i in done..k {
            add_scaled(y, x[i], &w[i * m..(i + 1) * m]);
        }
    }
}

/// `x[n×k] += y[n×m] · wᵀ`
pub fn multiply_back(x: &mut [f32], y: &[f32], w: &[f32], k: usize, m: usize) {
    for (x, y) in x.chunks_exact_mut(k).zip(y.chunks_exact(m)) {
        for (x, w) in x.iter_mut().zip(w.chunks_exact(m)) {
            *x += dot(y, w);
        }
    }
}

/// `w[k×m] += xᵀ · y`
pub fn multiply_across(w: &mut [f32], x: &[f32], y: &[f32], k: usize, m: usize) {
    for (x, y) in x.chunks_exact(k).zip(y.chunks_exact(m)) {
        for (x, w) in x.iter().zip(w.chunks_exact_mut(m)) {
            if *x != 0.0 {
                add_scaled(w, *x, y);
            }
        }
    }
}

/// Adds a row to each of the rows.
pub fn add_row(y: &mut [f32], row: &[f32]) {
    y.chunks_exact_mut(row.len()).for_each(|y| add(y, row));
}

/// Adds up rows.
pub fn sum_rows(row: &mut [f32], y: &[f32]) {
    y.chunks_exact(row.len()).for_each(|y| add(row, y));
}

/// e to the power of `x`.
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    let power = (x * std::f32::consts::LOG2_E).round();
    let r = x - power * std::f32::consts::LN_2;
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r / 720.0)))));
    series * f32::from_bits(((power as i32 + 127) as u32) << 23)
}

/// Turns scores into what the loss of the right choice (the cross entropy) has as gradient, times `weight`. Gives the chance of the
/// right choice.
pub fn softmax_loss(scores: &mut [f32], right: usize, weight: f32) -> f32 {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for s in scores.iter_mut() {
        *s = if *s == f32::NEG_INFINITY { 0.0 } else { exp(*s - highest) };
        sum += *s;
    }
    let chance = scores[right] / sum;
    scores.iter_mut().for_each(|s| *s *= weight / sum);
    scores[right] -= weight;
    chance
}
