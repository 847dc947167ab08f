//! Time expressions alone, on the example articles, one thread: MB of text a second.
#![allow(missing_docs)] // criterion's macros make public functions

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use cubaru::Reader;
use std::{fs, hint::black_box, path::Path};

fn times(c: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/articles");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the articles").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|p| fs::read_to_string(p).expect("an article")).collect();
    let reader = Reader::english();
    let mut group = c.benchmark_group("times");
    group.throughput(Throughput::Bytes(texts.iter().map(|t| t.len() as u64).sum()));
    let read = |texts: &[String]| texts.iter().map(|t| reader.times(t, Some("2023-06-04")).expect("times").len()).sum::<usize>();
    group.bench_function(BenchmarkId::from_parameter("all articles"), |b| b.iter(|| read(black_box(&texts))));
    group.finish();
}

criterion_group!(benches, times);
criterion_main!(benches);
