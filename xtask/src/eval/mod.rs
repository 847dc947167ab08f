//! `cargo xtask eval`: how well cubaru reads, against gold that lies outside the repository.

mod codes;
mod gold;
mod reading;
mod report;
mod score;
mod swap;
mod syntax;

use crate::{Outcome, root};
use cubaru::Reader;
use gold::{Layer, Scorer, Scoring, Set};
use rayon::prelude::*;
use reading::Cubaru;
use score::Part;
use serde_json::{Value, json};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

/// What to measure, and how to show it.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the gold, with its scorers.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// One layer alone.
    #[arg(long, value_name = "LAYER")]
    only: Option<Layer>,
    /// Trade countries and surnames in texts and gold, score again, and show what changes.
    #[arg(long)]
    swap: bool,
    /// Write docs/accuracy.md as well.
    #[arg(long, requires = "date", conflicts_with = "only")]
    markdown: bool,
    /// The date that docs/accuracy.md bears.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
}

/// One figure of one set, in percent.
#[derive(Debug, Clone)]
pub struct Row {
    set: String,
    figure: String,
    /// Whether less is better.
    rate: bool,
    whole: Option<f64>,
    held: Option<f64>,
    rest: Option<f64>,
}

impl Row {
    /// How much better the rest does than the held part.
    fn gap(&self) -> Option<f64> {
        let gap = self.rest? - self.held?;
        Some(if self.rate && gap != 0.0 { -gap } else { gap })
    }
}

/// The rows that fall by more than one point from one run to the next, with how much.
fn swap_falls<'a>(rows: &'a [Row], swapped: &[Row]) -> Vec<(&'a Row, f64)> {
    let fall = |(row, new): (&'a Row, &Row)| {
        let by = row.whole? - new.whole?;
        let by = if row.rate { -by } else { by };
        (by > 1.0).then_some((row, by))
    };
    rows.iter().zip(swapped).filter_map(fall).collect()
}

/// Measures and prints.
pub fn run(options: &Options) -> Outcome {
    let clock = Instant::now();
    let peers = report::Peers::read()?;
    let (sets, mut remarks) = gold::find(&options.data, options.only)?;
    let cubaru = Cubaru::build()?;
    eprintln!("built in {:.0} s", clock.elapsed().as_secs_f32());
    let mut rows = measure(&cubaru, &options.data, &sets, "plain", &mut remarks)?;
    let trees = words(&sets, None)?;
    // What comes from gold words stands before what comes from the text of the same set.
    for row in trees.iter().rev() {
        let at = rows.iter().position(|r| r.set == row.set).unwrap_or(rows.len());
        rows.insert(at, row.clone());
    }
    print!("{}", report::plain(&rows, &peers));
    let swapped = if options.swap {
        let traded = trade(&sets)?;
        let mut kept: Vec<Row> = rows.iter().filter(|r| traded.iter().any(|s| s.name == r.set)).cloned().collect();
        let mut swapped = measure(&cubaru, &options.data, &traded, "swap", &mut Vec::new())?;
        kept.extend(trees);
        swapped.extend(words(&sets, Some(&swap::Swap::read()?))?);
        print!("{}", report::traded(&kept, &swapped));
        Some((kept, swapped))
    } else {
        None
    };
    remarks.iter().for_each(|r| println!("{r}"));
    if let Some(date) = options.date.as_deref().filter(|_| options.markdown) {
        let swapped = swapped.as_ref().map(|(kept, swapped)| (&kept[..], &swapped[..]));
        report::write(&rows, swapped, &peers, &remarks, date)?;
    }
    eprintln!("{:.0} s in all", clock.elapsed().as_secs_f32());
    Ok(())
}

/// The figures of treebanks on their own words, with names traded where that is asked for.
fn words(sets: &[Set], swap: Option<&swap::Swap>) -> Result<Vec<Row>, String> {
    let reader = Reader::english();
    let rows = sets.iter().filter(|s| s.layer == Layer::Syntax).map(|set| syntax::rows(&reader, set, swap));
    Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
}

/// A folder of its own below the target folder.
fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = root().join("target/eval").join(name);
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, contents: &str) -> Outcome {
    fs::write(path, contents).map_err(|e| format!("{}: {e}", path.display()))
}

/// One run of a scorer on one part of a set.
struct Job<'a> {
    set: &'a Set,
    scoring: &'a Scoring,
    prediction: PathBuf,
    part: Part,
    number: usize,
}

/// Reads every set, then scores all parts side by side.
fn measure(cubaru: &Cubaru, data: &Path, sets: &[Set], name: &str, remarks: &mut Vec<String>) -> Result<Vec<Row>, String> {
    let folder = folder(name)?;
    let clock = Instant::now();
    let scorings: Vec<(&Set, Vec<Scoring>)> = sets.iter().map(|s| (s, s.scorings())).collect();
    let mut jobs = Vec::new();
    for (set, scorings) in &scorings {
        let records = folder.join(format!("{}.records.jsonl", set.name));
        match set.layer {
            Layer::Articles => write(&records, &format!("{}\n", article(set)?))?,
            Layer::Syntax => {
                let (texts, gold) = syntax::records(set)?;
                write(&records, &texts)?;
                write(&folder.join(format!("{}.gold.conllu", set.name)), &gold)?;
            }
            _ => write(&records, &read(&set.path)?)?,
        }
        let mut read_plain = false;
        for (number, scoring) in scorings.iter().enumerate() {
            if scoring.dictionaries.is_some() && !cubaru.dictionaries {
                remarks.push(format!("skipped {}, coding with dictionaries: `cubaru annotate` has no `--dictionaries` yet", set.name));
                continue;
            }
            let kind = if scoring.dictionaries.is_some() { "dictionaries" } else { "prediction" };
            let prediction = folder.join(format!("{}.{kind}.jsonl", set.name));
            if set.layer == Layer::Syntax {
                cubaru.conllu(&records, &prediction)?;
            } else if scoring.dictionaries.is_some() || !std::mem::replace(&mut read_plain, true) {
                cubaru.annotate(&records, &prediction, scoring.dictionaries.map(|d| data.join(d)).as_deref())?;
            }
            let parts: &[Part] = if set.layer.is_records() { &[Part::Whole, Part::Held, Part::Rest] } else { &[Part::Whole] };
            jobs.extend(parts.iter().map(|part| Job { set, scoring, prediction: prediction.clone(), part: *part, number }));
        }
    }
    eprintln!("{name}: read in {:.1} s", clock.elapsed().as_secs_f32());
    // The longest first, so that none of them is left for one core alone at the end.
    let size = |job: &Job<'_>| fs::metadata(&job.set.path).map_or(0, |m| m.len()) * if job.part == Part::Whole { 2 } else { 1 };
    jobs.sort_by_key(|job| std::cmp::Reverse(size(job)));
    let printed = jobs.par_iter().with_max_len(1).map(|job| print(job, data, &folder)).collect::<Result<Vec<String>, String>>()?;
    let mut jobs: Vec<(&Job<'_>, &String)> = jobs.iter().zip(&printed).collect();
    jobs.sort_by_key(|(job, _)| (job.set.layer, &job.set.name, job.number));
    let mut rows: Vec<Row> = Vec::new();
    for (job, printed) in jobs {
        for figure in &job.scoring.figures {
            let value = score::figure(figure, printed);
            let (set, name) = (&job.set.name, &figure.name);
            let found = rows.iter().position(|r| r.set == *set && r.figure == *name);
            let row = found.unwrap_or_else(|| {
                let (set, figure, rate) = (set.clone(), name.clone(), figure.is_rate());
                rows.push(Row { set, figure, rate, whole: None, held: None, rest: None });
                rows.len() - 1
            });
            match job.part {
                Part::Whole => rows[row].whole = value,
                Part::Held => rows[row].held = value,
                Part::Rest => rows[row].rest = value,
            }
        }
    }
    eprintln!("{name}: scored after {:.1} s", clock.elapsed().as_secs_f32());
    Ok(rows)
}

/// What the scorer prints for a job.
fn print(job: &Job<'_>, data: &Path, folder: &Path) -> Result<String, String> {
    let script = data.join(job.set.script());
    let mut arguments: Vec<&OsStr> = Vec::new();
    let text = text_of(job.set);
    let gold = folder.join(format!("{}.{}.{:?}.gold.jsonl", job.set.name, job.number, job.part));
    let trees = folder.join(format!("{}.gold.conllu", job.set.name));
    if job.set.layer == Layer::Syntax {
        arguments.extend([trees.as_os_str(), job.prediction.as_os_str()]);
    } else if job.set.layer == Layer::Articles {
        arguments.extend([text.as_os_str(), job.set.path.as_os_str(), job.prediction.as_os_str()]);
    } else {
        let whole = read(&job.set.path)?;
        let lines = score::lines(&whole, job.part, job.scoring.records)?;
        if lines.is_empty() {
            return Ok(String::new());
        }
        if job.scoring.scorer == Scorer::Codes {
            return codes::print(&lines, &read(&job.prediction)?);
        }
        write(&gold, &(lines.join("\n") + "\n"))?;
        arguments.extend([gold.as_os_str(), job.prediction.as_os_str()]);
    }
    arguments.extend(job.scoring.options.iter().map(OsStr::new));
    score::run(&script, &arguments)
}

/// The text beside the gold of an article.
fn text_of(set: &Set) -> PathBuf {
    set.path.with_file_name(format!("{}.txt", set.name))
}

/// An article as a record; its gold names the day of publication.
fn article(set: &Set) -> Result<Value, String> {
    let gold = read(&set.path)?;
    let published = gold.lines().find_map(|l| l.strip_prefix("PUBLISHED = ")).map(|d| d.trim().trim_matches(['"', '\'']).to_string());
    let mut record = json!({"id": set.name, "text": read(&text_of(set))?});
    if let Some(date) = published.filter(|d| !d.is_empty() && d != "None") {
        record["published"] = date.into();
    }
    Ok(record)
}

/// The gold files with their names traded, written beside the predictions.
fn trade(sets: &[Set]) -> Result<Vec<Set>, String> {
    let (folder, swap, reader) = (folder("swap")?, swap::Swap::read()?, Reader::english());
    let mut out = Vec::new();
    // The gold of articles is a program of its own and stays as it is; treebanks trade in their words, without a text.
    for set in sets.iter().filter(|s| s.layer.is_records()) {
        let text = read(&set.path)?;
        let records: Result<Vec<Value>, _> = text.lines().filter(|l| !l.trim().is_empty()).map(serde_json::from_str).collect();
        let records = records.map_err(|e| format!("{}: {e}", set.path.display()))?;
        let swap = swap.with_surnames(&records);
        let lines: String = records.par_iter().map(|r| format!("{}\n", swap.for_record(&reader, r).record(r))).collect();
        let path = folder.join(format!("{}.jsonl", set.name));
        write(&path, &lines)?;
        out.push(Set { path, ..set.clone() });
    }
    Ok(out)
}
