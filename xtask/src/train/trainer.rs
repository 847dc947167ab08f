//! Learning step by step: gradients of a batch, in parts that any number of threads may share, and Adam (Kingma and Ba 2015).

use super::{
    math::{Random, add, multiply, multiply_across},
    network::{Dropout, Example, Plan, Weights},
    recipe::Recipe,
    vocabulary::{Vectors, Vocabulary},
};
use rayon::prelude::*;

/// The network while it learns.
pub struct Trainer<'a> {
    pub plan: Plan,
    pub values: Vec<f32>,
    moments: Moments,
    /// A row for each feature.
    pub rows: Vec<f32>,
    row_moments: Moments,
    /// From vectors to rows.
    pub bridge: Vec<f32>,
    bridge_moments: Moments,
    vectors: &'a Vectors,
    dropout: Dropout,
    drop_word: f32,
    weights: Weights,
    rate: f32,
    seed: u64,
    step: usize,
}

/// The running means of Adam (Kingma and Ba 2015).
struct Moments {
    first: Vec<f32>,
    second: Vec<f32>,
}

impl Moments {
    fn new(n: usize) -> Self {
        Self { first: vec![0.0; n], second: vec![0.0; n] }
    }

    fn update(&mut self, at: usize, values: &mut [f32], grad: &[f32], rate: f32) {
        const B1: f32 = 0.9;
        const B2: f32 = 0.98;
        let (first, second) = (&mut self.first[at..at + values.len()], &mut self.second[at..at + values.len()]);
        for i in 0..values.len() {
            first[i] = B1 * first[i] + (1.0 - B1) * grad[i];
            second[i] = B2 * second[i] + (1.0 - B2) * grad[i] * grad[i];
            values[i] -= rate * first[i] / (second[i].sqrt() + 1e-8);
        }
    }
}

/// The gradients of a part of a batch.
struct Gradient {
    dense: Vec<f32>,
    bridge: Vec<f32>,
    rows: Vec<(u32, Vec<f32>)>,
}

impl<'a> Trainer<'a> {
    pub fn new(recipe: &Recipe, vocabulary: &Vocabulary, vectors: &'a Vectors) -> Self {
        let mut random = Random::new(recipe.seed ^ 0x5eed);
        let width = recipe.input;
        let plan = Plan::new(recipe.size());
        let values = plan.begin(&mut random);
        let mut rows = vec![0.0; vocabulary.count * width];
        random.fill(&mut rows, 0.1);
        let mut bridge = vec![0.0; vectors.width * width];
        random.fill(&mut bridge, (3.0 / width as f32).sqrt());
        Self {
            moments: Moments::new(values.len()),
            row_moments: Moments::new(rows.len()),
            bridge_moments: Moments::new(bridge.len()),
            plan,
            values,
            rows,
            bridge,
            vectors,
            dropout: Dropout { input: recipe.drop_input, layer: recipe.drop_layer, head: recipe.drop_head },
            drop_word: recipe.drop_word,
            weights: Weights { arc: 1.0, label: 1.0, tag: recipe.tag_weight },
            rate: recipe.rate,
            seed: recipe.seed,
            step: 0,
        }
    }

    /// The input rows of a sentence: the sums of its words' rows. Words that are `hidden` come as unknown ones.
    pub fn input(&self, rows: &[Vec<u32>], vectors: &[Option<u32>], hidden: Option<&[bool]>) -> Vec<f32> {
        let width = self.plan.size.input;
        let mut input = vec![0.0; rows.len() * width];
        for (i, (rows, vector)) in rows.iter().zip(vectors).enumerate() {
            let x = &mut input[i * width..(i + 1) * width];
            let hide = hidden.is_some_and(|h| h[i]);
            for (k, row) in rows.iter().enumerate() {
                let row = if k == 0 && hide { 0 } else { *row as usize };
                // Row 0 is for words of which nothing is known.
                if k == 0 && row == 0 && vector.is_some() && !hide {
                    continue;
                }
                add(x, &self.rows[row * width..(row + 1) * width]);
            }
            if let (Some(v), false) = (vector, hide) {
                let v = &self.vectors.values[*v as usize * self.vectors.width..][..self.vectors.width];
                multiply(x, v, &self.bridge, self.vectors.width, width);
            }
        }
        input
    }

    fn gradient(&self, examples: &[Example], part: &[usize]) -> Gradient {
        let width = self.plan.size.input;
        let mut g = Gradient { dense: vec![0.0; self.values.len()], bridge: vec![0.0; self.bridge.len()], rows: Vec::new() };
        for at in part {
            let example = &examples[*at];
            let mut random = Random::new(self.seed.wrapping_mul(0x1234_5677).wrapping_add((self.step as u64) << 32 | *at as u64));
            random.next();
            let hidden: Vec<bool> = example.common.iter().map(|common| random.unit() < self.drop_word && !common).collect();
            let input = self.input(&example.rows, &example.vectors, Some(&hidden));
            let pass = self.plan.forth(&self.values, input, Some((&self.dropout, &mut random)));
            let dinput = self.plan.back(&self.values, pass, example, &mut g.dense, &self.weights);
            for (i, dx) in dinput.chunks_exact(width).enumerate() {
                let vector = example.vectors[i].filter(|_| !hidden[i]);
                for (k, row) in example.rows[i].iter().enumerate() {
                    let row = if k == 0 && hidden[i] { 0 } else { *row };
                    if k == 0 && row == 0 && vector.is_some() {
                        continue;
                    }
                    g.rows.push((row, dx.to_vec()));
                }
                if let Some(v) = vector {
                    let v = &self.vectors.values[v as usize * self.vectors.width..][..self.vectors.width];
                    multiply_across(&mut g.bridge, v, dx, self.vectors.width, width);
                }
            }
        }
        g
    }

    /// Learns from a batch; `steps` is how many there will be in all.
    pub fn step(&mut self, examples: &[Example], batch: &[usize], steps: usize) {
        // Always four parts, whatever the number of threads: the order of sums decides the last bit.
        let parts: Vec<&[usize]> = batch.chunks(batch.len().div_ceil(4)).collect();
        let this = &*self;
        let gradients: Vec<Gradient> = parts.par_iter().map(|part| this.gradient(examples, part)).collect();
        let words: usize = batch.iter().map(|at| examples[*at].heads.len()).sum();
        let scale = 1.0 / words as f32;
        let width = self.plan.size.input;
        let mut gradients = gradients.into_iter();
        let mut total = gradients.next().expect("a part");
        for g in gradients {
            add(&mut total.dense, &g.dense);
            add(&mut total.bridge, &g.bridge);
            total.rows.extend(g.rows);
        }
        total.rows.sort_by_key(|(row, _)| *row);
        let mut merged: Vec<(u32, Vec<f32>)> = Vec::new();
        for (row, grad) in total.rows {
            match merged.last_mut() {
                Some((last, sum)) if *last == row => add(sum, &grad),
                _ => merged.push((row, grad)),
            }
        }
        total.dense.iter_mut().for_each(|g| *g *= scale);
        total.bridge.iter_mut().for_each(|g| *g *= scale);
        merged.iter_mut().for_each(|(_, g)| g.iter_mut().for_each(|g| *g *= scale));
        let mut norm: f32 = total.dense.iter().map(|g| g * g).sum();
        norm += merged.iter().flat_map(|(_, g)| g).map(|g| g * g).sum::<f32>();
        let clip = (1.0 / norm.sqrt()).min(1.0);
        if clip < 1.0 {
            total.dense.iter_mut().for_each(|g| *g *= clip);
            total.bridge.iter_mut().for_each(|g| *g *= clip);
            merged.iter_mut().for_each(|(_, g)| g.iter_mut().for_each(|g| *g *= clip));
        }
        let warm = ((self.step + 1) as f32 / 300.0).min(1.0);
        let rate = self.rate * warm * (1.0 - self.step as f32 / steps as f32);
        self.moments.update(0, &mut self.values, &total.dense, rate);
        self.bridge_moments.update(0, &mut self.bridge, &total.bridge, rate);
        for (row, grad) in &merged {
            let at = *row as usize * width;
            self.row_moments.update(at, &mut self.rows[at..at + width], grad, rate);
        }
        self.step += 1;
    }
}
