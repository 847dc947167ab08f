//! `cargo xtask fit`: how much each sign should weigh that tells who "he" or "she" is, from pronouns whose person is known.
//!
//! Prints weights to be looked at and written into `discourse/pronoun.rs`; changes nothing. The held quarter (CONTRIBUTING.md) is left out. Each
//! step raises the likelihood of the right candidates, all mentions of one entity together, among those that the parser offers. The same data
//! give the same weights. "He" and "she" share them.

use crate::Outcome;
use cubaru_parse::{Choice, Language, Span};
use serde_json::Value;
use sha1::{Digest, Sha1};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every record is looked at so often.
const ROUNDS: i32 = 12;
/// How far the first step goes; later ones go less far.
const STEP: f64 = 0.04;
/// Weights are written in tenths.
const TENTH: f64 = 10.0;

struct Record {
    text: String,
    pronoun: Span,
    right: Vec<Span>,
    wrong: Vec<Span>,
}

/// Fits the weights on a file of GAP's form (`pronoun`, `candidates`).
pub fn run(gold: &Path) -> Outcome {
    let language = cubaru_english::language();
    let records = records(gold)?;
    let mut weights: Vec<f64> = cubaru_parse::signs().map(|(_, w)| f64::from(w) / TENTH).collect();
    let mut mean = vec![0.0; weights.len()];
    for round in 0..ROUNDS {
        let rounded: Vec<i32> = weights.iter().map(|w| (w * TENTH).round() as i32).collect();
        let mut right = 0;
        for i in 0..records.len() {
            // Another order in each round, always the same.
            let record = &records[(i * 7919 + round as usize * 104_729) % records.len()];
            right += usize::from(step(&language, record, &rounded, &mut weights, STEP / f64::from(1 + round)));
        }
        println!("round {round}: {right} of {} right with the weights before", records.len());
        if round >= ROUNDS / 2 {
            mean.iter_mut().zip(&weights).for_each(|(m, w)| *m += w / f64::from(ROUNDS - ROUNDS / 2));
        }
    }
    for ((name, now), fitted) in cubaru_parse::signs().zip(&mean) {
        println!("{name:<14} {:>4}   (now {now})", (fitted * TENTH).round());
    }
    Ok(())
}

/// Moves the weights after one record; gives back whether they were right before.
fn step(language: &Language, record: &Record, rounded: &[i32], weights: &mut [f64], step: f64) -> bool {
    let choices = cubaru_parse::choices(language, &record.text, rounded);
    let Some(choice) = choices.iter().find(|c| c.pronoun == record.pronoun) else { return false };
    let good = good(choice, record);
    let sums: Vec<f64> =
        choice.candidates.iter().map(|c| c.signs.iter().zip(&*weights).map(|(s, w)| f64::from(*s) * w).sum::<f64>()).collect();
    let Some(top) = sums.iter().copied().reduce(f64::max) else { return false };
    let shares: Vec<f64> = sums.iter().map(|s| (s - top).exp()).collect();
    let (all, share): (f64, f64) = (shares.iter().sum(), shares.iter().zip(&good).filter(|(_, g)| **g).map(|(s, _)| s).sum());
    if share > 0.0 && good.iter().any(|g| !g) {
        for ((candidate, e), good) in choice.candidates.iter().zip(&shares).zip(&good) {
            let pull = if *good { e / share } else { 0.0 } - e / all;
            candidate.signs.iter().zip(&mut *weights).for_each(|(s, w)| *w += step * pull * f64::from(*s));
        }
    }
    let best = sums.iter().position(|s| *s >= top);
    best.is_some_and(|b| good[b])
}

/// Which candidates are right: those of the right name; where none is, all that are not of a wrong one.
fn good(choice: &Choice, record: &Record) -> Vec<bool> {
    let of = |spans: &[Span]| -> Vec<u32> {
        let over = |s: Span| spans.iter().any(|o| o.start < s.end && s.start < o.end);
        choice.candidates.iter().filter(|c| over(c.span)).map(|c| c.entity).collect()
    };
    let (right, wrong) = (of(&record.right), of(&record.wrong));
    let fits = |e: &u32| !wrong.contains(e) && (record.right.is_empty() || right.contains(e));
    choice.candidates.iter().map(|c| fits(&c.entity)).collect()
}

fn records(gold: &Path) -> Result<Vec<Record>, String> {
    let lines = fs::read_to_string(gold).map_err(|e| format!("{}: {e}", gold.display()))?;
    let mut out = Vec::new();
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", gold.display()))?;
        let id = value["id"].as_str().unwrap_or_default();
        // The last hexadecimal digit of the digest tells the held quarter.
        let held = Sha1::digest(id.as_bytes()).last().is_some_and(|byte| byte & 15 < 4);
        if held {
            continue;
        }
        let text = value["text"].as_str().ok_or_else(|| format!("{id}: no text"))?.to_string();
        let byte = |at: &Value| text.char_indices().nth(at.as_u64().unwrap_or(0) as usize).map_or(text.len(), |(i, _)| i) as u32;
        let span = |v: &Value| Span { start: byte(&v[0]), end: byte(&v[1]) };
        let candidates = value["candidates"].as_array().cloned().unwrap_or_default();
        let of = |same: bool| candidates.iter().filter(|c| c["same"] == same).map(|c| span(&c["span"])).collect();
        let (pronoun, right, wrong) = (span(&value["pronoun"]), of(true), of(false));
        out.push(Record { text, pronoun, right, wrong });
    }
    Ok(out)
}

/// What `fit` is given.
#[derive(clap::Args)]
pub struct Options {
    /// Records with `text`, `pronoun` and `candidates`, as the evaluation's folder holds them
    #[arg(long, value_name = "FILE")]
    gold: PathBuf,
}

impl Options {
    /// Where the gold is.
    pub fn gold(&self) -> &Path {
        &self.gold
    }
}
