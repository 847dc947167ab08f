//! The network in training: from the features of a sentence's words to scores of tags, arcs and labels, and the gradients back.
//!
//! Word features are summed to a row; recurrent layers read the rows both ways; from the last layer a tagger reads the tags, a biaffine
//! form scores every arc (Dozat and Manning 2017), and a small net labels the arcs.

use super::{
    export::Part,
    math::{Random, add, add_row, add_scaled, dot, multiply, multiply_across, multiply_back, softmax_loss, sum_rows},
    recurrence::{self, Lie, Trace},
};
use cubaru_parse::{
    syntax::{Relation, Upos, Xpos, distance},
    tables::DISTANCES,
};
use std::ops::Range;

/// How large the network is.
#[derive(Debug, Clone)]
pub struct Size {
    pub input: usize,
    pub hidden: usize,
    pub layers: usize,
    pub arc: usize,
    pub label: usize,
}

/// A sentence as the network takes it.
pub struct Example {
    /// For each word, the rows of its features; the first is the word's own.
    pub rows: Vec<Vec<u32>>,
    /// For each word, its vector.
    pub vectors: Vec<Option<u32>>,
    /// Whether each word is common, and so never hidden.
    pub common: Vec<bool>,
    pub upos: Vec<usize>,
    pub xpos: Vec<usize>,
    /// With the number of words for the root.
    pub heads: Vec<usize>,
    pub labels: Vec<usize>,
}

struct Layer {
    weight: [Range<usize>; 2],
    bias: [Range<usize>; 2],
    gates: [Range<usize>; 2],
    input: usize,
    direct: bool,
}

impl Layer {
    fn lie(&self, hidden: usize, direction: usize) -> Lie {
        Lie { hidden, direction, direct: self.direct }
    }
}

/// A product with a matrix and a shift.
struct Linear {
    weight: Range<usize>,
    bias: Range<usize>,
    from: usize,
    to: usize,
}

/// Where each part of the parameters stands.
pub struct Plan {
    pub size: Size,
    layers: Vec<Layer>,
    upos: Linear,
    xpos: Linear,
    dependent: Linear,
    head: Linear,
    root: Range<usize>,
    bilinear: Linear,
    distance: Range<usize>,
    distance_bias: Range<usize>,
    label_dependent: Linear,
    label_head: Linear,
    label_root: Range<usize>,
    label_distance: Range<usize>,
    label: Linear,
    pub total: usize,
}

impl Plan {
    pub fn new(size: Size) -> Self {
        let mut total = 0;
        let mut take = |n: usize| {
            total += n;
            total - n..total
        };
        let both = 2 * size.hidden;
        let mut layers = Vec::new();
        for l in 0..size.layers {
            let input = if l == 0 { size.input } else { both };
            let mut each = |n: usize| [take(n), take(n)];
            let direct = input == both;
            let wide = if direct { 3 } else { 4 } * size.hidden;
            layers.push(Layer { weight: each(input * wide), bias: each(wide), gates: each(both), input, direct });
        }
        let mut linear = |from: usize, to: usize| Linear { weight: take(from * to), bias: take(to), from, to };
        let upos = linear(both, Upos::ALL.len());
        let xpos = linear(both, Xpos::ALL.len());
        let dependent = linear(both, size.arc);
        let head = linear(both, size.arc);
        let bilinear = linear(size.arc, size.arc);
        let label_dependent = linear(both, size.label);
        let label_head = linear(both, size.label);
        let label = linear(size.label, Relation::ALL.len());
        let root = take(size.arc);
        let distance = take(DISTANCES * size.arc);
        let distance_bias = take(DISTANCES);
        let label_root = take(size.label);
        let label_distance = take(DISTANCES * size.label);
        Self {
            layers,
            upos,
            xpos,
            dependent,
            head,
            root,
            bilinear,
            distance,
            distance_bias,
            label_dependent,
            label_head,
            label_root,
            label_distance,
            label,
            total,
            size,
        }
    }

    /// The matrices in the order of the tables.
    pub fn parts(&self) -> Vec<Part> {
        let none = 0..0;
        let plain = |weight: &Range<usize>, bias: Option<&Range<usize>>, from, to, by_output| Part {
            weight: weight.clone(),
            bias: bias.cloned(),
            from,
            to,
            by_output,
        };
        let linear = |l: &Linear| plain(&l.weight, Some(&l.bias), l.from, l.to, false);
        let row = |bias: &Range<usize>| plain(&none, Some(bias), 0, bias.len(), true);
        let mut parts = Vec::new();
        for layer in &self.layers {
            for d in 0..2 {
                let bias = &layer.bias[d];
                parts.push(plain(&layer.weight[d], Some(bias), layer.input, bias.len(), false));
                parts.push(plain(&layer.gates[d], None, 1, layer.gates[d].len(), true));
            }
        }
        parts.extend([&self.upos, &self.xpos, &self.dependent, &self.head, &self.bilinear].map(linear));
        parts.push(row(&self.root));
        parts.push(plain(&self.distance, Some(&self.distance_bias), self.size.arc, DISTANCES, true));
        parts.extend([&self.label_dependent, &self.label_head].map(linear));
        parts.extend([&self.label_root, &self.label_distance].map(row));
        parts.push(linear(&self.label));
        parts
    }

    /// The first values: matrices at random, shifts at zero.
    pub fn begin(&self, random: &mut Random) -> Vec<f32> {
        let mut values = vec![0.0; self.total];
        let mut fill = |range: &Range<usize>, from: usize, to: usize| {
            random.fill(&mut values[range.clone()], (6.0 / (from + to) as f32).sqrt());
        };
        for layer in &self.layers {
            for weight in &layer.weight {
                fill(weight, layer.input, self.size.hidden);
            }
        }
        for linear in [&self.upos, &self.xpos, &self.dependent, &self.head, &self.label_dependent, &self.label_head, &self.label] {
            fill(&linear.weight, linear.from, linear.to);
        }
        fill(&self.root, self.size.arc, self.size.arc);
        fill(&self.label_root, self.size.label, self.size.label);
        // The forget gates open a little towards memory.
        for layer in &self.layers {
            for bias in &layer.bias {
                values[bias.start + self.size.hidden..bias.start + 2 * self.size.hidden].fill(1.0);
            }
        }
        values
    }
}

impl Linear {
    fn forth(&self, p: &[f32], x: &[f32]) -> Vec<f32> {
        let mut y = vec![0.0; x.len() / self.from * self.to];
        add_row(&mut y, &p[self.bias.clone()]);
        multiply(&mut y, x, &p[self.weight.clone()], self.from, self.to);
        y
    }

    fn back(&self, p: &[f32], x: &[f32], dy: &[f32], dx: &mut [f32], grad: &mut [f32]) {
        sum_rows(&mut grad[self.bias.clone()], dy);
        multiply_across(&mut grad[self.weight.clone()], x, dy, self.from, self.to);
        multiply_back(dx, dy, &p[self.weight.clone()], self.from, self.to);
    }
}

/// Below zero, a tenth of the value is left (an eighth, which integers can follow).
const LEAK: f32 = 0.125;

fn bend(values: &mut [f32]) {
    values.iter_mut().filter(|v| **v < 0.0).for_each(|v| *v *= LEAK);
}

/// The gradient through [`bend`], given what came out of it.
fn unbend(out: &[f32], grad: &mut [f32]) {
    grad.iter_mut().zip(out).filter(|(_, o)| **o < 0.0).for_each(|(g, _)| *g *= LEAK);
}

/// Which units are left out, the others scaled up: one mask for all words of a sentence.
fn mask(random: &mut Random, width: usize, rate: f32) -> Vec<f32> {
    (0..width).map(|_| if random.unit() < rate { 0.0 } else { 1.0 / (1.0 - rate) }).collect()
}

fn apply(rows: &mut [f32], mask: &[f32]) {
    for row in rows.chunks_exact_mut(mask.len()) {
        row.iter_mut().zip(mask).for_each(|(r, m)| *r *= m);
    }
}

/// How much is left out in training.
#[derive(Debug, Clone)]
pub struct Dropout {
    pub input: f32,
    pub layer: f32,
    pub head: f32,
}

/// What the scores of a sentence are, and what they were made of.
pub struct Pass {
    /// The input of each layer and at the end the output of the last, after masks.
    inputs: Vec<Vec<f32>>,
    us: Vec<[Vec<f32>; 2]>,
    traces: Vec<[Trace; 2]>,
    masks: Vec<Option<Vec<f32>>>,
    dependents: Vec<f32>,
    heads: Vec<f32>,
    queries: Vec<f32>,
    head_masks: Option<[Vec<f32>; 2]>,
    /// `[n×17]`, `[n×50]`
    pub upos: Vec<f32>,
    pub xpos: Vec<f32>,
    /// `[n×(n+1)]`, the last column for the root
    pub arcs: Vec<f32>,
}

impl Plan {
    /// Scores the tags and arcs of a sentence whose words' rows are `input`. With `random`, units are left out.
    pub fn forth(&self, p: &[f32], mut input: Vec<f32>, dropout: Option<(&Dropout, &mut Random)>) -> Pass {
        let (h, a) = (self.size.hidden, self.size.arc);
        let n = input.len() / self.size.input;
        let (mut masks, mut head_masks) = (Vec::new(), None);
        if let Some((dropout, random)) = dropout {
            masks.push(Some(mask(random, self.size.input, dropout.input)));
            (0..self.size.layers).for_each(|_| masks.push(Some(mask(random, 2 * h, dropout.layer))));
            head_masks = Some([mask(random, a, dropout.head), mask(random, a, dropout.head)]);
        } else {
            masks = vec![None; self.size.layers + 1];
        }
        if let Some(m) = &masks[0] {
            apply(&mut input, m);
        }
        let (mut inputs, mut us, mut traces) = (vec![input], Vec::new(), Vec::new());
        for (l, layer) in self.layers.iter().enumerate() {
            let mut out = vec![0.0; n * 2 * h];
            let x = &inputs[l];
            let mut direction = |d: usize| {
                let lie = layer.lie(h, d);
                let mut u = vec![0.0; n * lie.width()];
                add_row(&mut u, &p[layer.bias[d].clone()]);
                multiply(&mut u, x, &p[layer.weight[d].clone()], layer.input, lie.width());
                let trace = recurrence::forth(lie, x, &u, &p[layer.gates[d].clone()], &mut out);
                (u, trace)
            };
            let ((u0, t0), (u1, t1)) = (direction(0), direction(1));
            us.push([u0, u1]);
            traces.push([t0, t1]);
            if let Some(m) = &masks[l + 1] {
                apply(&mut out, m);
            }
            inputs.push(out);
        }
        let last = &inputs[self.size.layers];
        let (upos, xpos) = (self.upos.forth(p, last), self.xpos.forth(p, last));
        let mut dependents = self.dependent.forth(p, last);
        let mut heads = self.head.forth(p, last);
        heads.extend_from_slice(&p[self.root.clone()]);
        bend(&mut dependents);
        bend(&mut heads);
        if let Some([md, mh]) = &head_masks {
            apply(&mut dependents, md);
            apply(&mut heads, mh);
        }
        let queries = self.bilinear.forth(p, &dependents);
        let mut by_distance = vec![0.0; n * DISTANCES];
        add_row(&mut by_distance, &p[self.distance_bias.clone()]);
        multiply_back(&mut by_distance, &dependents, &p[self.distance.clone()], DISTANCES, a);
        let mut arcs = vec![f32::NEG_INFINITY; n * (n + 1)];
        for i in 0..n {
            let query = &queries[i * a..(i + 1) * a];
            for j in (0..=n).filter(|j| *j != i) {
                arcs[i * (n + 1) + j] = dot(query, &heads[j * a..(j + 1) * a]) + by_distance[i * DISTANCES + distance(i, j, n)];
            }
        }
        Pass { inputs, us, traces, masks, dependents, heads, queries, head_masks, upos, xpos, arcs }
    }

    /// The hidden values and scores of the labels, given each word's head.
    fn labels(&self, p: &[f32], pass: &Pass, heads: &[usize]) -> (Vec<f32>, Vec<f32>) {
        let (g, n) = (self.size.label, heads.len());
        let last = &pass.inputs[self.size.layers];
        let mut hidden = self.label_dependent.forth(p, last);
        let mut of_head = self.label_head.forth(p, last);
        of_head.extend_from_slice(&p[self.label_root.clone()]);
        for (i, head) in heads.iter().enumerate() {
            let row = &mut hidden[i * g..(i + 1) * g];
            add(row, &of_head[head * g..(head + 1) * g]);
            let d = distance(i, *head, n);
            add(row, &p[self.label_distance.start + d * g..][..g]);
        }
        bend(&mut hidden);
        let scores = self.label.forth(p, &hidden);
        (hidden, scores)
    }

    /// The loss' gradients, added to `grad`; gives the gradient of the input rows.
    pub fn back(&self, p: &[f32], mut pass: Pass, gold: &Example, grad: &mut [f32], weights: &Weights) -> Vec<f32> {
        let (h, a, g) = (self.size.hidden, self.size.arc, self.size.label);
        let n = gold.heads.len();
        let layers = self.size.layers;
        let mut dlast = vec![0.0; n * 2 * h];
        // Labels, over the gold arcs.
        let (hidden, mut scores) = self.labels(p, &pass, &gold.heads);
        for (scores, right) in scores.chunks_exact_mut(Relation::ALL.len()).zip(&gold.labels) {
            softmax_loss(scores, *right, weights.label);
        }
        let mut dhidden = vec![0.0; n * g];
        self.label.back(p, &hidden, &scores, &mut dhidden, grad);
        unbend(&hidden, &mut dhidden);
        let mut dof_head = vec![0.0; (n + 1) * g];
        for (i, head) in gold.heads.iter().enumerate() {
            let row = &dhidden[i * g..(i + 1) * g];
            add(&mut dof_head[head * g..(head + 1) * g], row);
            let d = distance(i, *head, n);
            add(&mut grad[self.label_distance.start + d * g..][..g], row);
        }
        add(&mut grad[self.label_root.clone()], &dof_head[n * g..]);
        let last = &pass.inputs[layers];
        self.label_dependent.back(p, last, &dhidden, &mut dlast, grad);
        self.label_head.back(p, last, &dof_head[..n * g], &mut dlast, grad);
        // Arcs.
        let mut dquery = vec![0.0; n * a];
        let mut dheads = vec![0.0; (n + 1) * a];
        let mut dby_distance = vec![0.0; n * DISTANCES];
        for i in 0..n {
            let row = &mut pass.arcs[i * (n + 1)..(i + 1) * (n + 1)];
            softmax_loss(row, gold.heads[i], weights.arc);
            let query = &pass.queries[i * a..(i + 1) * a];
            for (j, d) in row.iter().enumerate().filter(|(_, d)| d.abs() > 1e-7) {
                add_scaled(&mut dquery[i * a..(i + 1) * a], *d, &pass.heads[j * a..(j + 1) * a]);
                add_scaled(&mut dheads[j * a..(j + 1) * a], *d, query);
                dby_distance[i * DISTANCES + distance(i, j, n)] += d;
            }
        }
        let mut ddependents = vec![0.0; n * a];
        self.bilinear.back(p, &pass.dependents, &dquery, &mut ddependents, grad);
        sum_rows(&mut grad[self.distance_bias.clone()], &dby_distance);
        multiply(&mut ddependents, &dby_distance, &p[self.distance.clone()], DISTANCES, a);
        multiply_across(&mut grad[self.distance.clone()], &dby_distance, &pass.dependents, DISTANCES, a);
        if let Some([md, mh]) = &pass.head_masks {
            apply(&mut ddependents, md);
            apply(&mut dheads, mh);
        }
        unbend(&pass.dependents, &mut ddependents);
        unbend(&pass.heads, &mut dheads);
        add(&mut grad[self.root.clone()], &dheads[n * a..]);
        self.dependent.back(p, last, &ddependents, &mut dlast, grad);
        self.head.back(p, last, &dheads[..n * a], &mut dlast, grad);
        // Tags.
        for (scores, right) in pass.upos.chunks_exact_mut(Upos::ALL.len()).zip(&gold.upos) {
            softmax_loss(scores, *right, weights.tag);
        }
        for (scores, right) in pass.xpos.chunks_exact_mut(Xpos::ALL.len()).zip(&gold.xpos) {
            softmax_loss(scores, *right, weights.tag);
        }
        self.upos.back(p, last, &pass.upos, &mut dlast, grad);
        self.xpos.back(p, last, &pass.xpos, &mut dlast, grad);
        // Layers, from the last to the first.
        let mut dout = dlast;
        for (l, layer) in self.layers.iter().enumerate().rev() {
            if let Some(m) = &pass.masks[l + 1] {
                apply(&mut dout, m);
            }
            let mut dx = vec![0.0; n * layer.input];
            for d in 0..2 {
                let lie = layer.lie(h, d);
                let width = lie.width();
                let mut du = vec![0.0; n * width];
                let (x, u) = (&pass.inputs[l], &pass.us[l][d]);
                let (gates, trace) = (&layer.gates[d], &pass.traces[l][d]);
                recurrence::back(lie, trace, x, u, &p[gates.clone()], &dout, &mut du, &mut grad[gates.clone()], &mut dx);
                sum_rows(&mut grad[layer.bias[d].clone()], &du);
                multiply_across(&mut grad[layer.weight[d].clone()], x, &du, layer.input, width);
                multiply_back(&mut dx, &du, &p[layer.weight[d].clone()], layer.input, width);
            }
            dout = dx;
        }
        if let Some(m) = &pass.masks[0] {
            apply(&mut dout, m);
        }
        dout
    }
}

/// How much each task weighs.
#[derive(Debug, Clone)]
pub struct Weights {
    pub arc: f32,
    pub label: f32,
    pub tag: f32,
}
