//! `cargo xtask train-lemmas`: learns from treebanks what the rules of `en/lemmas.tsv` get wrong, and measures lemmas.

use super::treebank::{self, Sentence};
use crate::{Outcome, eval::is_held, root};
use cubaru_lexicon::List;
use cubaru_parse::{
    Language,
    syntax::{Upos, Xpos, is_shouted, lemma},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    hint::black_box,
    path::{Path, PathBuf},
    time::Instant,
};

/// The list that is learnt.
const NAME: &str = "learnt-lemmas";
const HEADER: &str = "\
# what: lemmas and endings that en/lemmas.tsv would take for something else, learnt by `cargo xtask train-lemmas`; to correct one, write it into lemmas.tsv, which goes first
# source: UD English EWT (train) and those documents of UD English GUM (train) whose genre is academic, bio, court, news, interview or voyage
# licence: CC-BY-SA-4.0
# date: 2026-11-23
# match: fold
# columns: form<TAB>tag<TAB>lemma
";
/// The genres of GUM whose texts may be used for a product.
const GENRES: [&str; 6] = ["academic", "bio", "court", "interview", "news", "voyage"];
/// An ending is learnt where it puts so many words right, and this share of all the words that have it.
const WORDS_OF_ENDING: usize = 4;
const SHARE_OF_ENDING: f64 = 0.9;
const LONGEST_ENDING: usize = 6;
/// A word is learnt where so many documents have it, and this share of its uses has one lemma.
const DOCUMENTS_OF_WORD: usize = 2;
const SHARE_OF_WORD: f64 = 0.66;

/// Where the treebanks are, and what to do with them.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of `en_ewt-ud-train.conllu.gz` and the other parts of EWT and GUM.
    #[arg(long, value_name = "DIR")]
    treebank: PathBuf,
    /// Learn nothing; print how many lemmas of the dev parts are right.
    #[arg(long)]
    measure: bool,
    /// Print the most frequent mistakes too, but those of the held part.
    #[arg(long, requires = "measure")]
    mistakes: bool,
}

/// Writes the learnt list, or measures.
pub fn run(options: &Options) -> Outcome {
    let part = |name: &str| treebank::read(&options.treebank.join(format!("en_{name}.conllu.gz")));
    if options.measure {
        for (title, learnt) in [("rules alone", None), ("with the learnt list", Some(read(&folder().join(format!("{NAME}.tsv")))?))] {
            let language = language(learnt.as_deref())?;
            for name in ["ewt-ud-dev", "gum-ud-dev"] {
                let sentences = part(name)?;
                println!("{name}, {title}: {}{} ns a word", measure(&language, &sentences), speed(&language, &sentences));
                if options.mistakes {
                    mistakes(&language, &sentences).into_iter().take(150).for_each(|(n, m)| println!("  {n} {m}"));
                }
            }
        }
        return Ok(());
    }
    let mut sentences = part("ewt-ud-train")?;
    sentences.extend(part("gum-ud-train")?.into_iter().filter(|s| GENRES.iter().any(|g| s.document.starts_with(&format!("GUM_{g}_")))));
    let path = folder().join(format!("{NAME}.tsv"));
    fs::write(&path, train(&sentences)?).map_err(|e| format!("{}: {e}", path.display()))
}

/// What the rules get wrong in treebanks, as a list. The list that stands there now plays no part.
pub fn train(sentences: &[Sentence]) -> Result<String, String> {
    let words = words(sentences);
    // What people wrote goes first: a row beside it would do nothing.
    let own = List::read("lemmas", &read(&folder().join("lemmas.tsv"))?).map_err(|e| e.to_string())?;
    let own: BTreeSet<(&str, &str)> = own.rows.iter().map(|row| (&*row.cells[0], &*row.cells[1])).collect();
    let new = |row: &[String; 3]| !own.contains(&(&*row[0], &*row[1]));
    let mut rows = BTreeSet::new();
    for length in 1..=LONGEST_ENDING {
        let language = language(Some(&text(&rows)))?;
        rows.extend(endings(&language, &words, length).into_iter().filter(new));
    }
    let language = language(Some(&text(&rows)))?;
    rows.extend(words.keys().filter_map(|key| exception(&language, &words, key)).filter(new));
    Ok(text(&rows))
}

fn text(rows: &BTreeSet<[String; 3]>) -> String {
    let mut text = HEADER.to_string();
    rows.iter().for_each(|row| text.extend([row.join("\t"), "\n".into()]));
    text
}

fn folder() -> PathBuf {
    root().join("crates/cubaru-english/en")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// English as its lists are now, with this learnt list or without one.
fn language(learnt: Option<&str>) -> Result<Language, String> {
    let wrong = |path: &Path, e: &dyn fmt::Display| format!("{}: {e}", path.display());
    let entries = fs::read_dir(folder()).map_err(|e| wrong(&folder(), &e))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    let mut lists = Vec::new();
    for path in paths {
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        if name != NAME {
            lists.push(List::read(name, &read(&path)?).map_err(|e| wrong(&path, &e))?);
        }
    }
    lists.extend(learnt.map(|text| List::read(NAME, text)).transpose().map_err(|e| e.to_string())?);
    Language::from_lists(&lists).map_err(|e| e.to_string())
}

/// A word by which lemmas are counted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// In lower case, but for adjectives and nouns with a capital at their beginning.
    form: String,
    upos: Upos,
    xpos: Xpos,
}

#[derive(Default)]
struct Uses<'a> {
    lemmas: BTreeMap<&'a str, usize>,
    documents: BTreeSet<&'a str>,
}

impl<'a> Uses<'a> {
    fn count(&self) -> usize {
        self.lemmas.values().sum()
    }

    /// The most frequent lemma and its share.
    fn best(&self) -> Option<(&'a str, f64)> {
        let (lemma, n) = self.lemmas.iter().max_by_key(|(lemma, n)| (**n, std::cmp::Reverse(**lemma)))?;
        Some((lemma, *n as f64 / self.count() as f64))
    }
}

/// Inflected words, adjectives and nouns, but for misspelt ones, of all sentences that are not shouted.
fn words(sentences: &[Sentence]) -> BTreeMap<Key, Uses<'_>> {
    use Xpos::{Jj, Jjr, Jjs, Nn, Nnps, Nns, Rbr, Rbs, Vbd, Vbg, Vbn, Vbz};
    let mut words: BTreeMap<Key, Uses> = BTreeMap::new();
    for sentence in sentences.iter().filter(|s| !is_shouted(s.forms.iter().map(String::as_str))) {
        let spelt = sentence.forms.iter().zip(&sentence.words).zip(&sentence.typos).filter(|(_, typo)| !**typo);
        for ((form, word), _) in spelt {
            let capital = form.starts_with(char::is_uppercase) && !form.chars().skip(1).any(char::is_uppercase);
            let named = capital && form.len() > 1 && matches!(word.xpos, Jj | Nn | Nns);
            if !matches!(word.xpos, Jj | Jjr | Jjs | Nn | Nnps | Nns | Rbr | Rbs | Vbd | Vbg | Vbn | Vbz) {
                continue;
            }
            let form = if named || word.xpos == Nnps { form.replace('’', "'") } else { form.replace('’', "'").to_lowercase() };
            let uses = words.entry(Key { form, upos: word.upos, xpos: word.xpos }).or_default();
            *uses.lemmas.entry(&word.lemma).or_default() += 1;
            uses.documents.insert(&sentence.document);
        }
    }
    words
}

/// The endings of a length that put words right.
fn endings(language: &Language, words: &BTreeMap<Key, Uses>, length: usize) -> Vec<[String; 3]> {
    // For each ending: what stands in its place in the lemmas, with how many words that are right now and how many that are wrong.
    let mut found: BTreeMap<(&str, &str), BTreeMap<&str, [usize; 2]>> = BTreeMap::new();
    for (key, uses) in words.iter().filter(|(key, _)| key.form.chars().all(char::is_lowercase)) {
        let (label, stem) = match key.xpos {
            Xpos::Nns => ("NNS", Some(key.form.as_str())),
            Xpos::Vbz => ("VBZ", Some(key.form.as_str())),
            Xpos::Vbd | Xpos::Vbn => ("VERB", key.form.strip_suffix("ed")),
            Xpos::Vbg => ("VERB", key.form.strip_suffix("ing")),
            Xpos::Jjr | Xpos::Rbr => ("ADJ", key.form.strip_suffix("er")),
            Xpos::Jjs | Xpos::Rbs => ("ADJ", key.form.strip_suffix("est")),
            _ => continue,
        };
        let (Some(stem), Some((gold, share))) = (stem, uses.best()) else { continue };
        let Some((kept, ending)) = stem.len().checked_sub(length).and_then(|at| stem.split_at_checked(at)) else { continue };
        let Some(instead) = gold.strip_prefix(kept).filter(|_| share >= SHARE_OF_WORD && !kept.is_empty()) else { continue };
        let wrong = lemma(language, &key.form, key.upos, key.xpos, false) != gold;
        found.entry((label, ending)).or_default().entry(instead).or_default()[usize::from(wrong)] += 1;
    }
    let learnt = |((label, ending), by): ((&str, &str), BTreeMap<&str, [usize; 2]>)| {
        let all: usize = by.values().flatten().sum();
        let (instead, [right, wrong]) = by.iter().max_by_key(|(instead, n)| (n[0] + n[1], std::cmp::Reverse(**instead)))?;
        let good = *wrong >= WORDS_OF_ENDING && (right + wrong) as f64 >= SHARE_OF_ENDING * all as f64;
        good.then(|| [format!("-{ending}"), label.to_string(), instead.to_string()])
    };
    found.into_iter().filter_map(learnt).collect()
}

/// The row of a word that rules and endings get wrong.
fn exception(language: &Language, words: &BTreeMap<Key, Uses>, key: &Key) -> Option<[String; 3]> {
    let uses = &words[key];
    let (gold, share) = uses.best()?;
    let ours = lemma(language, &key.form, key.upos, key.xpos, false);
    let sure = uses.documents.len() >= DOCUMENTS_OF_WORD && share >= SHARE_OF_WORD;
    let lower = key.form.to_lowercase();
    // A capital tells of a name only where the word is seldom written without: `Latin`.
    let inflected = !matches!(key.xpos, Xpos::Jj | Xpos::Nn);
    let small = words.get(&Key { form: lower.clone(), ..key.clone() }).map_or(0, Uses::count);
    let same = if key.form == lower { ours.to_lowercase() == gold.to_lowercase() } else { ours == gold };
    let wanted = if key.form == lower { inflected } else { gold.starts_with(char::is_uppercase) && small < uses.count() };
    (sure && !same && wanted).then(|| [lower, key.xpos.label().into(), gold.to_string()])
}

/// How many lemmas of a treebank are right, with the treebank's own word classes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    pub held: Count,
    pub rest: Count,
}

/// Words, and how many of them have the right lemma, whatever its capitals and to the letter.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub words: usize,
    pub folded: usize,
    pub exact: usize,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { held, rest } = *self;
        let whole = Count { words: held.words + rest.words, folded: held.folded + rest.folded, exact: held.exact + rest.exact };
        let percent = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
        for (name, count) in [("whole", whole), ("held", held), ("rest", rest)] {
            let (folded, exact) = (percent(count.folded, count.words), percent(count.exact, count.words));
            write!(f, "{name} {folded:.2} (with capitals {exact:.2}) of {} words; ", count.words)?;
        }
        Ok(())
    }
}

/// Compares the lemmas of a treebank with ours.
pub fn measure(language: &Language, sentences: &[Sentence]) -> Score {
    let mut score = Score::default();
    each(language, sentences, |sentence, _, ours, gold| {
        let count = if is_held(&sentence.id) { &mut score.held } else { &mut score.rest };
        count.words += 1;
        count.exact += usize::from(ours == gold);
        count.folded += usize::from(ours.to_lowercase() == gold.to_lowercase());
    });
    score
}

/// How long a lemma takes, in nanoseconds: the best of several runs.
fn speed(language: &Language, sentences: &[Sentence]) -> u128 {
    let words: Vec<_> = sentences.iter().flat_map(|s| s.forms.iter().zip(&s.words)).collect();
    let once = || {
        let begin = Instant::now();
        for (form, word) in &words {
            black_box(lemma(language, form, word.upos, word.xpos, false));
        }
        begin.elapsed().as_nanos() / words.len().max(1) as u128
    };
    (0..9).map(|_| once()).min().unwrap_or_default()
}

/// The mistakes outside the held part, the most frequent first.
fn mistakes(language: &Language, sentences: &[Sentence]) -> Vec<(usize, String)> {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    each(language, sentences, |sentence, at, ours, gold| {
        if ours != gold && !is_held(&sentence.id) {
            let (form, word) = (&sentence.forms[at], &sentence.words[at]);
            let mark = if ours.to_lowercase() == gold.to_lowercase() { "capitals" } else { "" };
            *found.entry(format!("{form} {} {}: {ours}, should be {gold} {mark}", word.upos, word.xpos)).or_default() += 1;
        }
    });
    let mut found: Vec<_> = found.into_iter().map(|(m, n)| (n, m)).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found
}

fn each(language: &Language, sentences: &[Sentence], mut see: impl FnMut(&Sentence, usize, &str, &str)) {
    for sentence in sentences {
        let shouted = is_shouted(sentence.forms.iter().map(String::as_str));
        for (at, (form, word)) in sentence.forms.iter().zip(&sentence.words).enumerate() {
            let form = if form.chars().count() > 1 { form.replace(['’', '‘'], "'") } else { form.clone() };
            see(sentence, at, &lemma(language, &form, word.upos, word.xpos, shouted), &word.lemma);
        }
    }
}
