//! The table of figures, for the terminal and for `docs/accuracy.md`.

use super::{Row, swap_falls};
use crate::root;
use std::{collections::HashMap, fmt::Write, fs};

const PEERS: &str = include_str!("peers.tsv");

/// The best figure of another tool, by set and figure.
pub struct Peers(HashMap<(&'static str, &'static str), (&'static str, &'static str)>);

impl Peers {
    pub fn read() -> Result<Self, String> {
        let mut peers = HashMap::new();
        for row in PEERS.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [set, figure, value, tool] = cells[..] else { return Err(format!("peers.tsv: `{row}`")) };
            peers.insert((set, figure), (value, tool));
        }
        Ok(Self(peers))
    }

    fn best(&self, row: &Row) -> String {
        self.0.get(&(row.set.as_str(), row.figure.as_str())).map_or(String::new(), |(value, tool)| format!("{value} {tool}"))
    }
}

fn number(value: Option<f64>) -> String {
    value.map_or("–".into(), |v| format!("{v:.1}"))
}

/// The cells of each row: set, figure, cubaru, peers, held, rest, gap.
fn cells(rows: &[Row], peers: &Peers) -> Vec<[String; 7]> {
    let cells = rows.iter().map(|r| {
        let gap = r.gap().map_or("–".into(), |g| format!("{g:+.1}"));
        [r.set.clone(), r.figure.clone(), number(r.whole), peers.best(r), number(r.held), number(r.rest), gap]
    });
    cells.collect()
}

const HEAD: [&str; 7] = ["set", "figure", "cubaru", "best of others", "held", "rest", "gap"];

/// The table for the terminal.
pub fn plain(rows: &[Row], peers: &Peers) -> String {
    let cells = cells(rows, peers);
    let width = |i: usize| cells.iter().map(|c| c[i].chars().count()).chain([HEAD[i].len()]).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut out = String::new();
    let mut line = |cells: [&str; 7]| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(i, (cell, width))| {
            // Numbers stand to the right.
            if matches!(i, 0 | 1 | 3) { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        let _ = writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end());
    };
    line(HEAD);
    let mut before = "";
    for row in &cells {
        let mut shown = row.each_ref().map(String::as_str);
        if shown[0] == before {
            shown[0] = "";
        }
        before = &row[0];
        line(shown);
    }
    out
}

/// What changed when names were traded: every figure, and those that fell by more than one point.
pub fn traded(rows: &[Row], swapped: &[Row]) -> String {
    let mut out = String::from("\nwith countries and surnames traded\n");
    for (row, new) in rows.iter().zip(swapped) {
        let (Some(a), Some(b)) = (row.whole, new.whole) else { continue };
        let _ = writeln!(out, "{:20} {:28} {a:6.1} {b:6.1} {:+5.1}", row.set, row.figure, b - a);
    }
    let falls = swap_falls(rows, swapped);
    let list: Vec<String> = falls.iter().map(|(r, by)| format!("{} {} {by:.1}", r.set, r.figure)).collect();
    let _ =
        writeln!(out, "{}", if list.is_empty() { "nothing falls by more than 1".into() } else { format!("falls: {}", list.join("; ")) });
    out
}

/// Writes `docs/accuracy.md`, but for what was judged by eye.
pub fn write(rows: &[Row], swapped: Option<(&[Row], &[Row])>, peers: &Peers, remarks: &[String], date: &str) -> Result<(), String> {
    let mut out = format!(
        "# Accuracy\n\n\
         Measured on {date} with `cargo xtask eval --data DIR --markdown --date {date}` on the development parts of public data sets; \
         figures in percent, rising except for false alarms. Gold spans and values are matched by the data sets' usual measures; \
         names without an article or possessive at their edges (re3d: names alone).\n\n\
         *Held* are the records whose SHA-1 of the id ends in 0 to 3: nobody reads their errors, so that a rule made for single \
         records shows as a *gap* (how much better the rest does). *Best of others* is the best of the tools that were measured the same way \
         on the same files (on all records).\n\n\
         Treebanks (`ud-…`) are scored on their own words, sentence by sentence, labels without subtypes, punctuation counted; *from text* on cubaru's \
         words, aligned as the CoNLL 2018 shared task does, whole.\n\n"
    );
    let _ = writeln!(out, "| {} |\n|---|---|--:|---|--:|--:|--:|", HEAD.join(" | "));
    for row in cells(rows, peers) {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    if let Some((kept, swapped)) = swapped {
        let falls = swap_falls(kept, swapped);
        out.push_str("\n## With other names\n\nCountries, peoples, capitals and surnames trade places in texts and gold (`cases/swap.tsv`; surnames of the gold among themselves), a country only where the text names it in no other way: \
             by a leader, a province, an armed group. ");
        if falls.is_empty() {
            out.push_str("No figure falls by more than one point.\n");
        } else {
            out.push_str("These figures fall by more than one point:\n\n| set | figure | falls by |\n|---|---|--:|\n");
            falls.iter().for_each(|(r, by)| {
                let _ = writeln!(out, "| {} | {} | {by:.1} |", r.set, r.figure);
            });
        }
    }
    if !remarks.is_empty() {
        out.push_str("\n## Left out\n\n");
        remarks.iter().for_each(|r| {
            let _ = writeln!(out, "- {r}");
        });
    }
    let path = root().join("docs/accuracy.md");
    // What was judged by eye stays as it was written.
    const BY_HAND: &str = "\n## Judged by hand";
    let before = fs::read_to_string(&path).unwrap_or_default();
    if let Some(at) = before.find(BY_HAND) {
        out.push_str(&before[at..]);
    }
    fs::write(&path, out).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("wrote docs/accuracy.md");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_gaps_and_peers() {
        let peers = Peers::read().unwrap();
        let row = |figure: &str, rate, held| Row {
            set: "case2021-task2".into(),
            figure: figure.into(),
            rate,
            whole: Some(20.0),
            held: Some(held),
            rest: Some(21.0),
        };
        let rows = [row("type F1", false, 18.0), row("false alarms, other", true, 24.0), row("unknown", false, 21.0)];
        let table = plain(&rows, &peers);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[1].contains("47 keywords") && lines[1].ends_with("+3.0"), "{table}");
        assert!(lines[2].contains("18 PETRARCH2") && lines[2].ends_with("+3.0"), "{table}");
        assert!(lines[3].starts_with("  ") && lines[3].ends_with("+0.0"), "{table}");
    }

    #[test]
    fn falls_are_listed() {
        let row = |whole, rate| Row { set: "s".into(), figure: "f".into(), rate, whole: Some(whole), held: None, rest: None };
        let before = [row(50.0, false), row(50.0, false), row(5.0, true)];
        let after = [row(48.0, false), row(49.5, false), row(9.0, true)];
        let falls: Vec<f64> = swap_falls(&before, &after).iter().map(|(_, by)| *by).collect();
        assert_eq!(falls, [2.0, 4.0]);
        assert!(traded(&before, &after).contains("falls: s f 2.0; s f 4.0"));
    }
}
