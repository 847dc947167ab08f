//! Each door on its own, on articles of 600 words: MB of text a second.
#![allow(missing_docs)] // criterion's macros make public functions

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use cubaru::{LAYERS, Reader, Source, Unit};
use std::{fs, hint::black_box, path::Path, thread};

/// The example articles, each cut to its first 600 words.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/articles");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the articles").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let articles = paths.iter().map(|p| {
        let text = fs::read_to_string(p).expect("an article");
        let end = text.split_whitespace().nth(600).map_or(text.len(), |w| w.as_ptr() as usize - text.as_ptr() as usize);
        (p.file_stem().unwrap_or_default().to_string_lossy().into_owned(), text[..end].to_string())
    });
    articles.collect()
}

fn start(c: &mut Criterion) {
    c.bench_function("start: Reader::english", |b| b.iter(Reader::english));
}

fn floors(c: &mut Criterion) {
    let (language, reader) = (cubaru_english::language(), Reader::english());
    let (_, text) = articles().remove(0);
    let mut group = c.benchmark_group("article");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("parse: text to frames", |b| b.iter(|| cubaru_parse::parse(&language, black_box(&text), None)));
    let parsed = cubaru_parse::parse(&language, &text, None);
    group.bench_function("model: frames to claims", |b| b.iter(|| cubaru_model::claims(black_box(&text), &parsed)));
    let document = reader.read(&Source::new(&text)).expect("an article");
    group.bench_function("facade: offsets in UTF-16", |b| b.iter(|| black_box(&document).in_unit(Unit::Utf16)));
    group.bench_function("facade: to JSON", |b| b.iter(|| black_box(&document).to_json()));
    group.bench_function("facade: outline", |b| b.iter(|| black_box(&document).outline(&LAYERS)));
    group.finish();
}

fn documents(c: &mut Criterion) {
    let reader = Reader::english();
    let mut group = c.benchmark_group("read");
    for (name, text) in articles() {
        let source = Source::new(&text).published("2023-06-04");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &source, |b, source| b.iter(|| reader.read(black_box(source))));
    }
    group.finish();
}

/// Word classes, lemmas and trees together, one thread: words a second.
fn syntax(c: &mut Criterion) {
    let language = cubaru_english::language();
    let texts: Vec<String> = articles().into_iter().map(|(_, text)| text).collect();
    let parsed: Vec<_> = texts.iter().map(|text| cubaru_parse::parse(&language, text, None)).collect();
    let sentences: Vec<Vec<&str>> = parsed
        .iter()
        .flat_map(|p| p.sentences.iter().map(|s| &p.tokens[s.first_token as usize..s.last_token as usize]))
        .map(|tokens| tokens.iter().map(|t| t.text.as_str()).collect())
        .collect();
    let mut group = c.benchmark_group("syntax");
    group.throughput(Throughput::Elements(sentences.iter().map(|s| s.len() as u64).sum()));
    let read = |sentences: &[Vec<&str>]| sentences.iter().map(|s| cubaru_parse::syntax::analyse(&language, s).len()).sum::<usize>();
    group.bench_function("words to trees", |b| b.iter(|| read(black_box(&sentences))));
    group.finish();
}

/// What `annotate` does: many articles, to JSON, on one core and on all.
fn corpus(c: &mut Criterion) {
    let reader = Reader::english();
    let sources: Vec<Source> = articles().iter().cycle().take(40).map(|(_, t)| Source::new(t).published("2023-06-04")).collect();
    let size: usize = sources.iter().map(|s| s.text.len()).sum();
    let all = thread::available_parallelism().map_or(1, usize::from);
    let mut group = c.benchmark_group("corpus of 40 articles");
    group.sample_size(10).throughput(Throughput::Bytes(size as u64));
    let read = |part: &[Source]| part.iter().map(|s| reader.read(s).expect("an article").to_json().len()).sum::<usize>();
    group.bench_function("one thread", |b| b.iter(|| read(black_box(&sources))));
    group.bench_function(format!("{all} threads"), |b| {
        b.iter(|| {
            thread::scope(|scope| {
                let parts: Vec<_> = sources.chunks(sources.len().div_ceil(all)).map(|part| scope.spawn(|| read(part))).collect();
                parts.into_iter().map(|p| p.join().expect("a thread")).sum::<usize>()
            })
        })
    });
    group.finish();
}

criterion_group!(benches, start, floors, syntax, documents, corpus);
criterion_main!(benches);
