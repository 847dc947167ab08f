//! Inputs that would show work growing with the square of their length: the time a byte should not depend on the size.
#![allow(missing_docs)] // criterion's macros make public functions

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use cubaru::{Reader, Source};
use std::hint::black_box;

fn growth(c: &mut Criterion) {
    type Input = (&'static str, fn(usize) -> String);
    const INPUTS: [Input; 4] = [
        ("one line without a stop", |n| "Russian officials visited Cuba in May and said that Moscow had signed a deal, ".repeat(n / 78)),
        ("no space", |n| "a".repeat(n)),
        ("quotes that nest", |n| "“a ".repeat(n / 8) + &"”".repeat(n / 8)),
        ("names", |n| "Sergei Lavrov, Nikolai Patrushev, ".repeat(n / 34)),
    ];
    let reader = Reader::english();
    for (name, input) in INPUTS {
        let mut group = c.benchmark_group(name);
        group.sample_size(10);
        for size in [10_000, 100_000] {
            let source = Source::new(input(size));
            group.throughput(Throughput::Bytes(source.text.len() as u64));
            group.bench_with_input(BenchmarkId::from_parameter(size), &source, |b, source| b.iter(|| reader.read(black_box(source))));
        }
        group.finish();
    }
}

criterion_group!(benches, growth);
criterion_main!(benches);
