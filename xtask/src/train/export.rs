//! From the network in training to the tables at work: whole numbers, scaled so that no sum overflows.

use super::math::multiply;
use super::{
    network::Plan,
    vocabulary::{Vectors, Vocabulary},
};
use cubaru_parse::{
    syntax::{Relation, Upos, Xpos},
    tables::{DISTANCES, LIMIT, Matrix, POINT, ROW_POINT, Sizes, Writer},
};
use std::{collections::BTreeMap, ops::Range};

/// What was trained.
pub struct Trained<'a> {
    pub plan: &'a Plan,
    pub values: &'a [f32],
    pub rows: &'a [f32],
    pub bridge: &'a [f32],
    pub vocabulary: &'a Vocabulary,
    pub vectors: &'a Vectors,
}

impl Trained<'_> {
    /// The bytes of the tables.
    pub fn tables(&self) -> Vec<u8> {
        let size = &self.plan.size;
        let rows = self.features();
        let sizes = Sizes {
            input: size.input,
            hidden: size.hidden,
            layers: size.layers,
            arc: size.arc,
            label: size.label,
            upos: Upos::ALL.len(),
            xpos: Xpos::ALL.len(),
            relations: Relation::ALL.len(),
            distances: DISTANCES,
            features: rows.len(),
        };
        let (mut scales, mut bytes) = (Vec::new(), Vec::new());
        let common: Vec<bool> = rows.keys().map(|number| self.vocabulary.common.contains(number)).collect();
        let unknown = self.rows[..size.input].to_vec();
        for row in std::iter::once(&unknown).chain(rows.values()) {
            let (scale, row) = whole_row(row);
            scales.push(scale);
            bytes.extend(row);
        }
        let numbers: Vec<u32> = rows.keys().copied().collect();
        let mut writer = Writer::new(&sizes, &numbers, &common, &scales, &bytes);
        self.plan.parts().into_iter().for_each(|part| writer.matrix(&self.matrix(&part)));
        writer.finish()
    }

    /// The row of each feature; a word's is made of its own row and its vector.
    fn features(&self) -> BTreeMap<u32, Vec<f32>> {
        let width = self.plan.size.input;
        let mut rows = BTreeMap::new();
        for (number, row) in &self.vocabulary.rows {
            rows.insert(*number, self.rows[*row as usize * width..][..width].to_vec());
        }
        for (number, vector) in &self.vocabulary.vectors {
            let row: &mut Vec<f32> = rows.entry(*number).or_insert_with(|| vec![0.0; width]);
            let vector = &self.vectors.values[*vector as usize * self.vectors.width..][..self.vectors.width];
            multiply(row, vector, self.bridge, self.vectors.width, width);
        }
        rows
    }

    fn matrix(&self, part: &Part) -> Matrix {
        let weights = &self.values[part.weight.clone()];
        let at = |o: usize, i: usize| if part.by_output { weights[o * part.from + i] } else { weights[i * part.to + o] };
        let fits = |shift: u32| {
            let scale = (1_u32 << shift) as f64;
            (0..part.to).all(|o| {
                let row = (0..part.from).map(|i| (f64::from(at(o, i)) * scale).round().abs());
                row.clone().all(|w| w <= f64::from(i16::MAX)) && row.sum::<f64>() * f64::from(LIMIT) < f64::from(1 << 30)
            })
        };
        let shift = if part.from == 0 { 0 } else { (0..=14).rev().find(|s| fits(*s)).unwrap_or(0) };
        let whole = |v: f32, digits: u32| (v * (1_u64 << digits) as f32).round();
        let outputs = (0..part.to).flat_map(|o| (0..part.from).map(move |i| (o, i)));
        Matrix {
            from: part.from,
            to: part.to,
            shift,
            weights: outputs.map(|(o, i)| whole(at(o, i), shift) as i16).collect(),
            bias: match &part.bias {
                Some(bias) => self.values[bias.clone()].iter().map(|b| whole(*b, shift + POINT) as i32).collect(),
                None => vec![0; part.to],
            },
        }
    }
}

/// A matrix among the parameters.
pub struct Part {
    pub weight: Range<usize>,
    pub bias: Option<Range<usize>>,
    pub from: usize,
    pub to: usize,
    /// Whether the weights stand output by output.
    pub by_output: bool,
}

/// A row as bytes with a common scale.
fn whole_row(row: &[f32]) -> (u8, Vec<i8>) {
    let one = (1 << ROW_POINT) as f32;
    let largest = row.iter().fold(0.0_f32, |m, v| m.max(v.abs()));
    let scale = (largest * one / 127.0).ceil().clamp(1.0, 255.0);
    (scale as u8, row.iter().map(|v| (v * one / scale).round().clamp(-127.0, 127.0) as i8).collect())
}
