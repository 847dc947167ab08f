//! What gold there is below a data folder, and how each file of it is scored.

use super::syntax;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A layer: a folder of gold files with one scorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Layer {
    /// TIMEX3 spans and values.
    Temporal,
    /// Names.
    Entities,
    /// Who says what.
    Attribution,
    /// Pronouns.
    Coreference,
    /// Who did what to whom.
    Events,
    /// Articles read by hand.
    Articles,
    /// Word classes, lemmas and trees.
    Syntax,
}

impl Layer {
    pub const ALL: [Layer; 7] =
        [Layer::Temporal, Layer::Entities, Layer::Attribution, Layer::Coreference, Layer::Events, Layer::Articles, Layer::Syntax];

    pub fn name(self) -> &'static str {
        match self {
            Self::Temporal => "temporal",
            Self::Entities => "entities",
            Self::Attribution => "attribution",
            Self::Coreference => "coreference",
            Self::Events => "events",
            Self::Articles => "articles",
            Self::Syntax => "syntax",
        }
    }

    /// The folder of its gold.
    fn folder(self) -> &'static str {
        if self == Self::Syntax { "treebanks" } else { self.name() }
    }

    /// The name of the set that a gold file holds; none for another file.
    fn set(self, file: &str) -> Option<String> {
        match self {
            Self::Syntax => syntax::name(file),
            Self::Articles => file.strip_suffix("_gold.py").map(|n| n.replace('_', "-")),
            _ => file.strip_suffix(".jsonl").map(|n| n.replace('_', "-")),
        }
    }

    /// Whether its gold is one JSON record a line, which can be scored in parts and traded by its offsets.
    pub fn is_records(self) -> bool {
        !matches!(self, Self::Articles | Self::Syntax)
    }
}

/// A gold file.
#[derive(Debug, Clone)]
pub struct Set {
    pub layer: Layer,
    /// The file's name without its ending.
    pub name: String,
    pub path: PathBuf,
}

/// The gold files of the layers, sorted, and remarks on what was left out.
pub fn find(data: &Path, only: Option<Layer>) -> Result<(Vec<Set>, Vec<String>), String> {
    let (mut sets, mut remarks) = (Vec::new(), Vec::new());
    for layer in Layer::ALL.into_iter().filter(|l| only.is_none_or(|o| o == *l)) {
        let folder = data.join(layer.folder());
        let mut paths: Vec<PathBuf> = match fs::read_dir(&folder) {
            Ok(entries) => entries.filter_map(|e| e.ok().map(|e| e.path())).collect(),
            Err(_) => {
                remarks.push(format!("skipped {}: no folder `{}` in the data", layer.name(), layer.folder()));
                continue;
            }
        };
        paths.sort();
        for path in paths {
            let Some(name) = path.file_name().and_then(|n| n.to_str()).and_then(|n| layer.set(n)) else { continue };
            if layer == Layer::Events && name == "spanish" {
                remarks.push("skipped events/spanish: cubaru reads English".into());
                continue;
            }
            sets.push(Set { layer, name, path });
        }
    }
    if sets.is_empty() { Err(format!("{}: no gold in the folders of the layers", data.display())) } else { Ok((sets, remarks)) }
}

/// One run of a scorer: its options, the gold it looks at, and the figures taken from what it prints.
pub struct Scoring {
    pub scorer: Scorer,
    pub options: &'static [&'static str],
    pub records: Records,
    pub figures: Vec<Figure>,
    /// Options for `cubaru annotate` (a path below the data folder follows the last), where the plain reading does not serve.
    pub dictionaries: Option<&'static str>,
}

/// Which of the gold's records are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Records {
    All,
    /// Those in which the gold has no event.
    WithoutEvents,
    /// Those whose `acled` is a disaster.
    Disasters,
}

/// A figure: its name, and where it stands in the scorer's output.
#[derive(Debug, Clone)]
pub struct Figure {
    pub name: String,
    pub at: At,
}

/// Where a figure stands.
#[derive(Debug, Clone)]
pub enum At {
    /// At a JSON pointer, already in percent.
    Percent(&'static str),
    /// At a JSON pointer, as a share of one.
    Share(String),
    /// One JSON number by another, as a share of one; lower is better.
    Rate(&'static str, &'static str),
    /// The last number before any bracket of the line that begins so, in percent.
    Line(&'static str),
    /// The last number of the line that begins so, as a share of one.
    Ratio(&'static str),
    /// Hits and total in the line that begins so.
    Hits(String),
}

/// Who scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scorer {
    /// The layer's script.
    Script,
    /// [`codes`](super::codes), of this workspace.
    Codes,
}

fn percent(name: &str, at: &'static str) -> Figure {
    Figure { name: name.into(), at: At::Percent(at) }
}

fn share(name: &str, at: impl Into<String>) -> Figure {
    Figure { name: name.into(), at: At::Share(at.into()) }
}

fn plain(options: &'static [&'static str], figures: Vec<Figure>) -> Scoring {
    Scoring { scorer: Scorer::Script, options, records: Records::All, figures, dictionaries: None }
}

impl Set {
    /// The scorer's file name.
    pub fn script(&self) -> &'static str {
        match self.layer {
            Layer::Temporal => "score_temporal.py",
            Layer::Entities => "score_entities.py",
            Layer::Attribution => "score_attribution.py",
            Layer::Coreference => "score_coreference.py",
            Layer::Events => "score_events.py",
            Layer::Articles => "score_article.py",
            Layer::Syntax => "score_syntax.py",
        }
    }

    /// How it is scored: with the options that make figures comparable with those of other tools.
    pub fn scorings(&self) -> Vec<Scoring> {
        match self.layer {
            Layer::Temporal => vec![plain(
                &["--json"],
                vec![percent("strict F1", "/strict/2"), percent("relaxed F1", "/relaxed/2"), percent("value F1", "/value/2")],
            )],
            Layer::Entities => {
                let mut figures = vec![share("strict F1", "/strict/f1"), share("relaxed F1", "/relaxed/f1")];
                figures.extend(["PER", "ORG", "LOC"].map(|t| share(&format!("{t} strict F1"), format!("/types/{t}/strict/f1"))));
                // re3d marks pronouns and descriptions too.
                vec![plain(if self.name == "re3d" { &["--json", "--trim", "--named"] } else { &["--json", "--trim"] }, figures)]
            }
            Layer::Attribution => vec![plain(
                &["--json"],
                vec![
                    share("token source F1", "/token/source/f1"),
                    share("token cue F1", "/token/cue/f1"),
                    share("token content F1", "/token/content/f1"),
                    share("whole F1", "/attribution/all/f1"),
                    share("whole precision", "/attribution/all/p"),
                    share("direct F1", "/attribution/direct/f1"),
                    share("indirect F1", "/attribution/indirect/f1"),
                ],
            )],
            Layer::Coreference => vec![plain(
                &[],
                vec![Figure { name: "F1".into(), at: At::Line("all") }, Figure { name: "bias ×100".into(), at: At::Ratio("bias") }],
            )],
            Layer::Events => self.events(),
            Layer::Articles => {
                let layers = ["people", "bodies", "places", "offices", "times", "attributions", "event class", "event all", "chains"];
                let mut figures = vec![Figure { name: "article".into(), at: At::Line("article") }];
                figures.extend(layers.map(|l| Figure { name: l.into(), at: At::Hits(l.into()) }));
                vec![plain(&[], figures)]
            }
            Layer::Syntax => {
                let figures = ["words F1", "sentences F1", "UPOS F1", "lemma F1", "UAS F1", "LAS F1"];
                vec![plain(&[], figures.map(|f| Figure { name: format!("from text: {f}"), at: At::Line(f) }).into())]
            }
        }
    }

    fn events(&self) -> Vec<Scoring> {
        let types = || share("type F1", "/scores/type, set/2");
        let spans = || [share("actor span F1", "/scores/source span/2"), share("recipient span F1", "/scores/target span/2")];
        let strict = |mut figures: Vec<Figure>, tuple: &str| {
            figures.push(share(tuple, "/scores/tuple/2"));
            plain(&["--json"], figures)
        };
        let loose = || plain(&["--json", "--loose"], vec![share("tuple, country F1", "/scores/tuple/2")]);
        let codes = || {
            let figures = [("gold span to country", "country"), ("gold span to code", "code")];
            let figures = figures.map(|(name, line)| Figure { name: name.into(), at: At::Hits(line.into()) });
            Scoring { scorer: Scorer::Codes, ..plain(&[], figures.into()) }
        };
        let alarms = |name: &str, records| {
            let figures = vec![Figure { name: format!("false alarms, {name}"), at: At::Rate("/scores/event (any)/4", "/docs") }];
            Scoring { records, ..plain(&["--json"], figures) }
        };
        let dictionaries = |folder| Scoring { dictionaries: Some(folder), ..strict(Vec::new(), "dictionaries: tuple F1") };
        match self.name.as_str() {
            "plover-gsr" => vec![strict([types()].into_iter().chain(spans()).collect(), "tuple F1"), loose(), codes()],
            "zsp-plv" => vec![plain(&["--json"], [types()].into_iter().chain(spans()).collect())],
            "conflibert-cameo" => {
                let quad = plain(&["--json"], vec![share("quad F1", "/scores/quad, set/2")]);
                vec![quad, alarms("neutral", Records::WithoutEvents)]
            }
            "case2021-task2" => {
                vec![plain(&["--json"], vec![types()]), alarms("other", Records::WithoutEvents), alarms("disaster", Records::Disasters)]
            }
            "petr2-gsr" => vec![plain(&["--json"], vec![types()]), loose(), dictionaries("petrarch-dictionaries/phoenix")],
            "petrarch-unit" => vec![dictionaries("petrarch-dictionaries/validate")],
            _ => vec![
                plain(&["--json"], vec![share("any event F1", "/scores/event (any)/2"), types()]),
                alarms("no event", Records::WithoutEvents),
            ],
        }
    }
}

impl Figure {
    /// Whether less is better.
    pub fn is_rate(&self) -> bool {
        matches!(self.at, At::Rate(..))
    }
}
