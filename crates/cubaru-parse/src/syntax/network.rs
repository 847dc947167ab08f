//! The network at work, in whole numbers only: every machine computes the same.
//!
//! Word features are summed to a row; recurrent layers (simple recurrent units, Lei et al. 2018) read the rows both ways; from the last
//! layer come the tags, a score for every arc (Dozat and Manning 2017) and, once the tree is chosen, the labels of its arcs.

use super::{
    distance,
    feature::{Kind, features},
    tree,
};
use crate::{
    language::tables::{Direction, LIMIT, Linear, POINT, ROW_POINT, Tables},
    product::{Lanes, Last, OUT, Panels, Sums, Work, highest, run},
};

/// What the network says of a sentence: numbers of labels for each word, and its head.
pub struct Reading {
    /// Numbers of word classes.
    pub upos: Vec<usize>,
    /// Numbers of tags.
    pub xpos: Vec<usize>,
    /// Numbers of relations.
    pub relations: Vec<usize>,
    /// Heads; none for the root.
    pub heads: Vec<Option<u32>>,
}

/// The value of a whole gate.
const OPEN: i16 = 1 << (POINT + 2);

/// Reads a sentence.
pub fn read(tables: &Tables, forms: &[&str]) -> Reading {
    let n = forms.len();
    let mut x = input(tables, forms);
    for layer in &tables.layers {
        x = recur(layer, &x, n, tables.sizes.hidden);
    }
    let [upos, xpos] = [&tables.upos, &tables.xpos].map(|matrix| highest(&matrix.apply(&x, whole), matrix.panels.to()));
    let heads = tree::best(arcs(tables, &x, n));
    let relations = labels(tables, &x, &heads);
    Reading { upos, xpos, relations, heads }
}

/// The rows of a sentence's words, one after the other.
fn input(tables: &Tables, forms: &[&str]) -> Vec<i16> {
    let mut found = Vec::with_capacity(forms.len() * 8);
    let mut common = false;
    features(forms, |i, kind, number| {
        if common && kind.is_part() {
            return;
        }
        let row = tables.row_of(number).or((kind == Kind::Word).then_some(0));
        if kind == Kind::Word {
            common = row.is_some_and(|row| tables.is_common(row));
        }
        found.extend(row.map(|row| (i, row)));
    });
    let width = tables.sizes.input;
    let mut sums = vec![0; forms.len() * width];
    run(RowSums { tables, found: &found, width, sums: &mut sums });
    sums.iter().map(|s| narrow(s >> (ROW_POINT - POINT))).collect()
}

/// The rows of each word's features, to be added up.
struct RowSums<'a> {
    tables: &'a Tables,
    /// The word, and the row of one of its features.
    found: &'a [(usize, usize)],
    width: usize,
    sums: &'a mut [i32],
}

impl Work for RowSums<'_> {
    #[inline(always)]
    fn work<L: Lanes>(self, _: L) {
        let Self { tables, found, width, sums } = self;
        for (word, row) in found {
            let (scale, values) = tables.row(*row);
            let sums = &mut sums[word * width..(word + 1) * width];
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += i32::from(i16::from(*value as i8) * scale);
            }
        }
    }
}

/// The output of a layer, both directions side by side.
fn recur(layer: &[Direction; 2], x: &[i16], n: usize, hidden: usize) -> Vec<i16> {
    let mut out = vec![0_i16; n * 2 * hidden];
    for (side, direction) in layer.iter().enumerate() {
        let projected = direction.matrix.apply(x, narrow);
        run(Recurrence { direction, side, x, projected: &projected, n, hidden, out: &mut out });
    }
    out
}

/// One direction of a layer, on its way along the words.
struct Recurrence<'a> {
    direction: &'a Direction,
    side: usize,
    x: &'a [i16],
    projected: &'a [i16],
    n: usize,
    hidden: usize,
    out: &'a mut [i16],
}

impl Work for Recurrence<'_> {
    #[inline(always)]
    fn work<L: Lanes>(self, _: L) {
        let Self { direction, side, x, projected, n, hidden, out } = self;
        let width = direction.matrix.panels.to();
        let direct = width == 3 * hidden;
        let (forget, reset) = direction.gates.weights.split_at(hidden);
        let shift = direction.gates.shift;
        let mut state = vec![0_i16; hidden];
        for step in 0..n {
            let t = if side == 0 { step } else { n - 1 - step };
            let u = &projected[t * width..(t + 1) * width];
            let own = (t * 2 + side) * hidden..(t * 2 + side + 1) * hidden;
            let (ux, uf, ur) = (&u[..hidden], &u[hidden..2 * hidden], &u[2 * hidden..3 * hidden]);
            let us = if direct { &x[own.clone()] } else { &u[3 * hidden..4 * hidden] };
            let (h, state) = (&mut out[own][..hidden], &mut state[..hidden]);
            let (us, forget, reset) = (&us[..hidden], &forget[..hidden], &reset[..hidden]);
            for i in 0..hidden {
                let f = gate(uf[i], (i32::from(forget[i]) * i32::from(state[i])) >> shift);
                let r = gate(ur[i], (i32::from(reset[i]) * i32::from(state[i])) >> shift);
                state[i] = mix(f, state[i], ux[i]);
                h[i] = mix(r, state[i], us[i]);
            }
        }
    }
}

/// A quarter of the sum of both, and 1/2, held between 0 and 1, with two more digits than they have.
#[inline(always)]
fn gate(x: i16, y: i32) -> i16 {
    (i32::from(x) + y + i32::from(OPEN / 2)).clamp(0, i32::from(OPEN)) as i16
}

/// So much of the one, the rest of the other.
#[inline(always)]
fn mix(gate: i16, a: i16, b: i16) -> i16 {
    let sum = i32::from(gate) * i32::from(a) + i32::from(OPEN - gate) * i32::from(b);
    ((sum + i32::from(OPEN / 2)) >> (POINT + 2)) as i16
}

#[inline(always)]
fn whole(x: i32) -> i32 {
    x
}

#[inline(always)]
fn narrow(x: i32) -> i16 {
    x.clamp(-LIMIT, LIMIT) as i16
}

/// Below zero, an eighth of the value is left.
#[inline(always)]
fn bend(x: i32) -> i32 {
    if x < 0 { x >> 3 } else { x }
}

#[inline(always)]
fn bent(x: i32) -> i16 {
    narrow(bend(x))
}

/// One digit less, on both sides of the product that scores an arc, keeps the sums small enough.
#[inline(always)]
fn half(x: i32) -> i16 {
    (x >> 1).clamp(-ARC_LIMIT, ARC_LIMIT) as i16
}

#[inline(always)]
fn bent_half(x: i32) -> i16 {
    half(bend(x))
}

/// The widest value on either side of the product that scores an arc.
const ARC_LIMIT: i32 = (1 << 12) - 1;

/// The score of each arc of a sentence: a row for each word, with each word as its head, and the root last.
fn arcs(tables: &Tables, x: &[i16], n: usize) -> Vec<i32> {
    let width = tables.sizes.arc;
    let dependents = tables.dependent.apply(x, bent);
    let mut heads = tables.head.apply(x, bent_half);
    heads.extend(tables.root.bias.iter().map(|v| bent_half(*v)));
    let queries = tables.bilinear.apply(&dependents, half);
    let heads = Panels::new(&heads, width);
    let row = heads.to();
    let mut scores = heads.product(&queries, Sums);
    // Brought to the scale of the products.
    let (by_distance, classes) = (tables.distance.apply(&dependents, whole), tables.distance.panels.to());
    // The class by how far behind the dependent the head stands, from `-n` on.
    let class: Vec<u8> =
        (0..2 * n).map(|far| if far < n { distance(n - far, 0, usize::MAX) } else { distance(0, far - n, usize::MAX) } as u8).collect();
    for i in 0..n {
        let by_class = &by_distance[i * classes..(i + 1) * classes];
        let scores = &mut scores[i * row..i * row + n + 1];
        let (root, words) = scores.split_last_mut().expect("a root");
        words.iter_mut().zip(&class[n - i..]).for_each(|(s, c)| *s += by_class[usize::from(*c)] << (POINT - 2));
        *root += by_class[distance(i, n, n)] << (POINT - 2);
    }
    scores
}

/// The relation of each word to its head.
fn labels(tables: &Tables, x: &[i16], heads: &[Option<u32>]) -> Vec<usize> {
    let (n, width) = (heads.len(), tables.sizes.label);
    let mut hidden = tables.label_dependent.apply(x, whole);
    let of_heads = tables.label_head.apply(x, whole);
    for (i, head) in heads.iter().enumerate() {
        let head = head.map_or(n, |h| h as usize);
        let of_head = if head < n { &of_heads[head * width..(head + 1) * width] } else { &tables.label_root.bias };
        let of_distance = &tables.label_distance.bias[distance(i, head, n) * width..][..width];
        let row = hidden[i * width..(i + 1) * width].iter_mut();
        row.zip(of_head.iter().zip(of_distance)).for_each(|(h, (a, b))| *h = bend(*h + a + b));
    }
    let hidden: Vec<i16> = hidden.into_iter().map(narrow).collect();
    highest(&tables.label.apply(&hidden, whole), tables.label.panels.to())
}

impl Linear {
    /// The products of the matrix with each row of `x`, and what becomes of each number.
    fn apply<F: Fn(i32) -> T, T: Copy + Default>(&self, x: &[i16], then: F) -> Vec<T> {
        self.panels.product(x, Scaled { bias: &self.bias, shift: self.shift, then })
    }
}

/// Sums brought to the scale of activations. `then` must be a function that is `inline(always)`.
struct Scaled<'a, F> {
    bias: &'a [i32],
    shift: u32,
    then: F,
}

impl<F: Fn(i32) -> T, T: Copy + Default> Last for Scaled<'_, F> {
    type Out = T;

    #[inline(always)]
    fn last(&self, column: usize, sums: [i32; OUT]) -> [T; OUT] {
        let bias = &self.bias[column..column + OUT];
        let mut out = [T::default(); OUT];
        for i in 0..OUT {
            out[i] = (self.then)((sums[i] + bias[i]) >> self.shift);
        }
        out
    }
}
