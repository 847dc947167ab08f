//! A process that is killed while it adds leaves whole documents, wherever it was.
//!
//! It is killed 20 times; `CUBARU_KILLS` sets another number (`cargo xtask slow`: 200).

mod support;

use cubaru_model::{Base, Rows, store::Sqlite};
use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use support::*;

/// Names the base to the process that is to be killed.
const BASE: &str = "CUBARU_CRASH_BASE";

fn documents(path: &Path) -> usize {
    Base::on(Sqlite::open(path).unwrap()).documents().unwrap().len()
}

/// The process that is killed: it adds until it is. Run alone it has nothing to do.
#[test]
fn adds_until_it_is_killed() {
    let Some(path) = env::var_os(BASE) else { return };
    let base = Base::on(Sqlite::open(Path::new(&path)).unwrap());
    let mut next = base.documents().unwrap().len() as u64;
    loop {
        // One by one, and several in one transaction.
        let several: Vec<Rows> = (next..next + 1 + next % 7).map(rows).collect();
        next += several.len() as u64;
        base.add(&several).unwrap();
        base.publish().unwrap();
    }
}

#[test]
fn whole_documents_are_left() {
    let kills: u64 = env::var("CUBARU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let path = env::temp_dir().join(format!("cubaru-crash-{}.sqlite", std::process::id()));
    let mut before = 0;
    let mut dice = Dice(kills);
    for kill in 0..kills {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "adds_until_it_is_killed"])
            .env(BASE, &path)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Not before it has got going: the file grows while it adds.
        let clock = Instant::now();
        let size = |end: &str| fs::metadata(format!("{}{end}", path.display())).map_or(0, |m| m.len());
        let start = size("") + size("-wal");
        while size("") + size("-wal") <= start && clock.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_micros(dice.below(40_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        let base = Base::on(Sqlite::open(&path).unwrap());
        assert_eq!(base.problems().unwrap(), Vec::<String>::new(), "after kill {kill}");
        let kept = base.documents().unwrap();
        assert!(kept.len() >= before, "after kill {kill}: {} of {before}", kept.len());
        before = kept.len();
        for seed in (0..before as u64).rev().take(40) {
            let whole = rows(seed);
            assert!(base.rows(whole.document.sha256).unwrap().as_ref() == Some(&whole), "after kill {kill}: document {seed}");
        }
    }
    assert!(documents(&path) as u64 > kills, "nothing was added");
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", path.display()));
    }
}
