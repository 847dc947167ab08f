//! Runs the scorers, and takes the figures from what they print.

use super::gold::{At, Figure, Records};
use serde_json::Value;
use sha1::{Digest, Sha1};
use std::{path::Path, process::Command};

/// Which records a figure is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// Those whose errors nobody reads.
    Held,
    /// The rest, whose errors teach.
    Rest,
}

/// Whether a record belongs to the held part: the SHA-1 of its id ends in 0, 1, 2 or 3.
pub fn is_held(id: &str) -> bool {
    let last = Sha1::digest(id.as_bytes()).last().copied().unwrap_or_default();
    last & 0xf < 4
}

/// The gold lines of a part.
pub fn lines(gold: &str, part: Part, records: Records) -> Result<Vec<&str>, String> {
    let mut out = Vec::new();
    for line in gold.lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line).map_err(|e| format!("the gold: {e}"))?;
        let id = record["id"].as_str().unwrap_or_default();
        let in_part = match part {
            Part::Whole => true,
            Part::Held => is_held(id),
            Part::Rest => !is_held(id),
        };
        let wanted = match records {
            Records::All => true,
            Records::WithoutEvents => record["events"].as_array().is_some_and(Vec::is_empty),
            Records::Disasters => record["acled"].as_str().is_some_and(|a| a.contains("DISASTER")),
        };
        if in_part && wanted {
            out.push(line);
        }
    }
    Ok(out)
}

/// Runs a scorer with Python and gives back what it prints.
pub fn run(script: &Path, arguments: &[&std::ffi::OsStr]) -> Result<String, String> {
    let output = Command::new("python3").arg(script).args(arguments).output().map_err(|e| format!("python3: {e}"))?;
    if !output.status.success() {
        return Err(format!("{}: {}", script.display(), String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A figure, in percent; none where the scorer does not give it (it leaves out what neither side has).
pub fn figure(figure: &Figure, printed: &str) -> Option<f64> {
    let json = || serde_json::from_str::<Value>(printed).ok();
    let number = |at: &str| json()?.pointer(at)?.as_f64();
    match &figure.at {
        At::Percent(at) => number(at),
        At::Share(at) => number(at).map(|x| x * 100.0),
        At::Rate(hits, all) => number(all).filter(|n| *n > 0.0).map(|n| 100.0 * number(hits).unwrap_or(0.0) / n),
        At::Line(start) => last_number(printed.lines().find(|l| l.starts_with(start))?.split('(').next()?),
        At::Ratio(start) => last_number(printed.lines().find(|l| l.starts_with(start))?).map(|x| x * 100.0),
        At::Hits(start) => {
            let line = printed.lines().find_map(|l| l.strip_prefix(start.as_str()))?;
            let (hits, all) = line.split_once('/')?;
            let (hits, all): (f64, f64) = (hits.trim().parse().ok()?, all.trim().parse().ok()?);
            (all > 0.0).then(|| 100.0 * hits / all)
        }
    }
}

fn last_number(words: &str) -> Option<f64> {
    words.split_whitespace().next_back()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_in_what_scorers_print() {
        let take = |at, printed| figure(&Figure { name: "f".into(), at }, printed);
        assert_eq!(take(At::Percent("/strict/2"), r#"{"strict": [1, 2, 61.5]}"#), Some(61.5));
        assert_eq!(take(At::Share("/a/f1".into()), r#"{"a": {"f1": 0.5}}"#), Some(50.0));
        assert_eq!(take(At::Share("/b".into()), r#"{"a": 1}"#), None);
        let events = r#"{"docs": 8, "scores": {"event (any)": [0, 0, 0, 0, 2, 0]}}"#;
        assert_eq!(take(At::Rate("/scores/event (any)/4", "/docs"), events), Some(25.0));
        assert_eq!(take(At::Rate("/scores/event (any)/4", "/docs"), r#"{"docs": 8, "scores": {}}"#), Some(0.0));
        let gap = "all        P  70.0 R  60.0 F1  64.6  (n 10)\nbias (feminine F1 / masculine F1) 0.97\n";
        assert_eq!(take(At::Line("all"), gap), Some(64.6));
        assert_eq!(take(At::Ratio("bias"), gap), Some(97.0));
        assert_eq!(take(At::Hits("people".into()), "people           7 /  14\n"), Some(50.0));
    }

    #[test]
    fn a_quarter_is_held() {
        let held = (0..4000).filter(|i| is_held(&format!("id-{i}"))).count();
        assert!((900..1100).contains(&held), "{held}");
        // sha1("abc") = a9993e36…9cd0d89d
        assert!(!is_held("abc"));
    }
}
