//! What a knowledge base of many articles costs: reading and adding, adding what was read already, a filtered timeline over a million claims.
//!
//! No criterion: each thing is done once, on a file of hundreds of megabytes. `CUBARU_ARTICLES` says how many articles (10,000).
//! The program `cubaru` must be built beside it (`cargo xtask bench` does that).
#![allow(missing_docs)] // of `main`

use cubaru::{DocumentId, KnowledgeBase, Reader, Rows, Source};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

const CLAIMS: usize = 1_000_000;

fn main() {
    // The arguments are criterion's: a part of a bench's name, and options.
    let wanted = std::env::args().skip(1).filter(|a| !a.starts_with("--")).all(|part| "base".contains(&*part));
    if !wanted {
        return;
    }
    // `cargo test` runs benches as well, without this option: then only whether it works.
    let bench = std::env::args().any(|a| a == "--bench");
    let count = std::env::var("CUBARU_ARTICLES").ok().and_then(|n| n.parse().ok()).unwrap_or(if bench { 10_000 } else { 4 });
    let folder = scratch();
    measure(count, &folder);
    fs::remove_dir_all(&folder).expect("the folder was made here");
}

/// A folder for what is measured.
fn scratch() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("cubaru-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for what is measured");
    folder
}

fn measure(count: usize, folder: &Path) {
    let corpus = folder.join("articles.jsonl");
    let mut out = std::io::BufWriter::new(fs::File::create(&corpus).expect("a corpus"));
    for article in cubaru_benches::articles(count, 600, 1) {
        writeln!(out, "{}", serde_json::to_string(&article).expect("strings are JSON")).expect("room for the corpus");
    }
    out.into_inner().expect("room for the corpus");

    let program = program();
    if program.is_file() {
        let base = folder.join("read.sqlite");
        for what in ["read and add", "the same again"] {
            let clock = Instant::now();
            let child = Command::new(&program).arg("base").arg("add").args([&base, &corpus]).spawn().expect("cubaru starts");
            let (user, peak) = watch(child);
            say(what, count, clock.elapsed());
            println!("base: {what}: {user:.1} s of processor time, at most {} MB of memory", peak / 1024);
        }
    } else {
        println!("base: read and add: {} is not built", program.display());
    }

    let some: Vec<Rows> = {
        let reader = Reader::english();
        let read = |a: cubaru_benches::Article| reader.read(&Source::new(a.text).published(a.published)).expect("an article").rows();
        cubaru_benches::articles(count.min(1_000), 600, 2).map(read).collect()
    };
    let claims: usize = some.iter().map(|rows| rows.claims.len()).sum();
    println!("base: {} claims in an article", claims / some.len());
    let base = KnowledgeBase::open(folder.join("million.sqlite")).expect("a base");
    let (mut added, mut documents, mut taken) = (0, 0, Duration::ZERO);
    for copy in 0.. {
        if added >= CLAIMS.min(claims * count / some.len() * 2) {
            break;
        }
        let again: Vec<Rows> = some.iter().map(|rows| another(rows, copy)).collect();
        let clock = Instant::now();
        assert!(base.add_rows(&again).expect("rows go in").iter().all(|new| *new));
        taken += clock.elapsed();
        (added, documents) = (added + claims, documents + again.len());
    }
    say("add what was read", documents, taken);
    let clock = Instant::now();
    base.publish().expect("who is who");
    println!("base: who is who among {documents} documents: {:.1} s", clock.elapsed().as_secs_f32());
    questions(&base, added);
}

fn questions(base: &KnowledgeBase, claims: usize) {
    let visits = || base.events().of("CONSULT").mode("visit").recipient("CUB").between("2005-02", "2006-06");
    let party = || base.events().party("KEN").between("2010-03", "2010-04");
    let source = || base.events().of("SANCTION").status("actual").actor("RUS");
    for (name, ask) in
        [("visits to a country within 17 months", visits()), ("a country's two months", party()), ("sanctions by a country", source())]
    {
        let mut times: Vec<Duration> = Vec::new();
        let mut rows = 0;
        for _ in 0..5 {
            let clock = Instant::now();
            rows = ask.clone().rows().expect("an answer").len();
            times.push(clock.elapsed());
        }
        times.sort_unstable();
        println!("base: {claims} claims, {name}: {rows} events in {:.1} ms (of five the third)", times[2].as_secs_f64() * 1e3);
    }
}

/// The same document, with another text.
fn another(rows: &Rows, copy: usize) -> Rows {
    let mut rows = rows.clone();
    rows.document.text += &format!("\n\n({copy})");
    let id = DocumentId::of(&rows.document.text);
    rows.document.sha256 = id;
    rows.entities.iter_mut().for_each(|row| row.document = id);
    rows.mentions.iter_mut().for_each(|row| row.document = id);
    rows.times.iter_mut().for_each(|row| row.document = id);
    rows.quantities.iter_mut().for_each(|row| row.document = id);
    rows.claims.iter_mut().for_each(|row| row.document = id);
    for event in &mut rows.events {
        (event.document, event.id) = (id, id.item('e', event.item));
    }
    for tenure in &mut rows.tenures {
        (tenure.document, tenure.id) = (id, id.item('t', tenure.item));
    }
    rows
}

fn say(what: &str, count: usize, taken: Duration) {
    println!("base: {what}: {count} documents in {:.1} s, {:.0} a second", taken.as_secs_f64(), count as f64 / taken.as_secs_f64());
}

/// The command line, two folders above the benches.
fn program() -> PathBuf {
    let own = std::env::current_exe().expect("a bench is a file");
    own.ancestors().nth(2).expect("benches lie in a folder of the target").join("cubaru")
}

/// Waits for a program; its processor time in seconds and the most memory that it had, in kilobytes (on Linux, by /proc).
fn watch(mut child: Child) -> (f64, u64) {
    let (mut ticks, mut peak) = (0, 0);
    while child.try_wait().expect("a child can be waited for").is_none() {
        let read = |name: &str| fs::read_to_string(format!("/proc/{}/{name}", child.id())).unwrap_or_default();
        let memory = read("status").lines().find_map(|l| l.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        peak = peak.max(memory.unwrap_or(0));
        // Behind the name, which ends with a bracket: the 14th and 15th field, in hundredths of a second.
        let stat = read("stat");
        let fields: Vec<u64> =
            stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2).filter_map(|f| f.parse().ok()).collect();
        ticks = ticks.max(fields.iter().sum());
        thread::sleep(Duration::from_millis(20));
    }
    assert!(child.wait().expect("it has ended").success());
    (ticks as f64 / 100.0, peak)
}
