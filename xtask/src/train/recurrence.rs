//! A simple recurrent unit (Lei et al. 2018) in one direction over a sentence, with gates made of straight lines, so that integers can
//! follow it exactly.
//!
//! For each word: `f = g(uf + vf·c)`, `r = g(ur + vr·c)`, `c' = f·c + (1-f)·ux`, `h = r·c' + (1-r)·us`; `g(x)` is `x/4 + 1/2` held between 0 and 1.
//! The `u` come from one product of the input and stand side by side in a row; where the input is as wide as the output, `us` is the
//! input itself.

/// What going back needs of going forth.
pub struct Trace {
    forget: Vec<f32>,
    reset: Vec<f32>,
    state: Vec<f32>,
}

#[inline]
fn gate(x: f32) -> f32 {
    (x * 0.25 + 0.5).clamp(0.0, 1.0)
}

#[inline]
fn slope(gate: f32) -> f32 {
    if gate > 0.0 && gate < 1.0 { 0.25 } else { 0.0 }
}

fn order(n: usize, backwards: bool) -> Box<dyn Iterator<Item = usize>> {
    if backwards { Box::new((0..n).rev()) } else { Box::new(0..n) }
}

/// How the values of one direction lie in the rows of a layer.
#[derive(Clone, Copy)]
pub struct Lie {
    pub hidden: usize,
    /// 0 forwards, 1 backwards.
    pub direction: usize,
    /// Whether `us` is the input itself; `u` has three parts then, not four.
    pub direct: bool,
}

impl Lie {
    /// How wide a row of `u` is.
    pub fn width(self) -> usize {
        if self.direct { 3 * self.hidden } else { 4 * self.hidden }
    }

    /// Where this direction's part of word `t` lies in `[n×2H]`.
    fn at(self, t: usize) -> std::ops::Range<usize> {
        let from = (2 * t + self.direction) * self.hidden;
        from..from + self.hidden
    }
}

/// Writes `h` for each word to its part of `out[n×2H]`. `x` is the input, `v` `[2H]`.
pub fn forth(lie: Lie, x: &[f32], u: &[f32], v: &[f32], out: &mut [f32]) -> Trace {
    let (hidden, width, backwards) = (lie.hidden, lie.width(), lie.direction == 1);
    let n = u.len() / width;
    let mut trace = Trace { forget: vec![0.0; n * hidden], reset: vec![0.0; n * hidden], state: vec![0.0; n * hidden] };
    let (vf, vr) = v.split_at(hidden);
    let mut before = vec![0.0_f32; hidden];
    for t in order(n, backwards) {
        let u = &u[t * width..(t + 1) * width];
        let (ux, rest) = u.split_at(hidden);
        let (uf, rest) = rest.split_at(hidden);
        let (ur, us) = rest.split_at(hidden);
        let us = if lie.direct { &x[lie.at(t)] } else { us };
        let at = t * hidden..(t + 1) * hidden;
        let (f, r, c) = (&mut trace.forget[at.clone()], &mut trace.reset[at.clone()], &mut trace.state[at]);
        let h = &mut out[lie.at(t)];
        for i in 0..hidden {
            f[i] = gate(uf[i] + vf[i] * before[i]);
            r[i] = gate(ur[i] + vr[i] * before[i]);
            c[i] = f[i] * before[i] + (1.0 - f[i]) * ux[i];
            h[i] = r[i] * c[i] + (1.0 - r[i]) * us[i];
        }
        before.copy_from_slice(c);
    }
    trace
}

/// From the gradient of `h` (in `grad[n×2H]`) to those of `u` (written), of `v` and, where it is used directly, of `x` (added).
#[allow(clippy::too_many_arguments)]
pub fn back(lie: Lie, trace: &Trace, x: &[f32], u: &[f32], v: &[f32], grad: &[f32], du: &mut [f32], dv: &mut [f32], dx: &mut [f32]) {
    let (hidden, width, backwards) = (lie.hidden, lie.width(), lie.direction == 1);
    let n = u.len() / width;
    let (vf, vr) = v.split_at(hidden);
    let (dvf, dvr) = dv.split_at_mut(hidden);
    let mut later = vec![0.0_f32; hidden];
    let zero = vec![0.0_f32; hidden];
    for t in order(n, !backwards) {
        let previous = if backwards { (t + 1 < n).then_some(t + 1) } else { t.checked_sub(1) };
        let before = previous.map_or(&zero[..], |p| &trace.state[p * hidden..(p + 1) * hidden]);
        let at = t * hidden..(t + 1) * hidden;
        let (f, r, c) = (&trace.forget[at.clone()], &trace.reset[at.clone()], &trace.state[at]);
        let u = &u[t * width..(t + 1) * width];
        let (ux, us) = (&u[..hidden], if lie.direct { &x[lie.at(t)] } else { &u[3 * hidden..] });
        let du = &mut du[t * width..(t + 1) * width];
        let (dux, rest) = du.split_at_mut(hidden);
        let (duf, rest) = rest.split_at_mut(hidden);
        let (dur, dus) = rest.split_at_mut(hidden);
        let dus = if lie.direct { &mut dx[lie.at(t)] } else { dus };
        let dh = &grad[lie.at(t)];
        for i in 0..hidden {
            dus[i] += dh[i] * (1.0 - r[i]);
            dur[i] = dh[i] * (c[i] - us[i]) * slope(r[i]);
            let dc = dh[i] * r[i] + later[i];
            dux[i] = dc * (1.0 - f[i]);
            duf[i] = dc * (before[i] - ux[i]) * slope(f[i]);
            dvf[i] += duf[i] * before[i];
            dvr[i] += dur[i] * before[i];
            later[i] = dc * f[i] + duf[i] * vf[i] + dur[i] * vr[i];
        }
    }
}
