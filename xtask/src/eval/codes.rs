//! What a coder makes of the actors that gold marks: the country, and the whole code. Each gold span with one code is asked by itself, so
//! that a missed event does not hide what is known of its actors.

use serde_json::Value;
use std::collections::HashMap;

/// Gold spans asked, and how many got their country (the first three letters) and their whole code.
#[derive(Debug, Default, PartialEq, Eq)]
struct Hits {
    asked: usize,
    country: usize,
    code: usize,
}

/// The two lines that a scorer would print, of gold lines and predicted records.
pub fn print(gold: &[&str], predictions: &str) -> Result<String, String> {
    let parse = |line: &str| serde_json::from_str::<Value>(line).map_err(|e| format!("a record: {e}"));
    let predicted = predictions.lines().filter(|l| !l.trim().is_empty()).map(parse).collect::<Result<Vec<_>, _>>()?;
    let by_id: HashMap<&str, &Value> = predicted.iter().filter_map(|p| Some((p["id"].as_str()?, p))).collect();
    let mut hits = Hits::default();
    for line in gold {
        let record = parse(line)?;
        if let Some(prediction) = record["id"].as_str().and_then(|id| by_id.get(id)) {
            count(&record, prediction, &mut hits);
        }
    }
    Ok(format!("country {} / {}\ncode {} / {}\n", hits.country, hits.asked, hits.code, hits.asked))
}

fn count(gold: &Value, prediction: &Value, hits: &mut Hits) {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let entities = list(&prediction["entities"]);
    for event in list(&gold["events"]) {
        for role in ["source", "target"] {
            let (codes, spans) = (list(&event[role]), list(&event[format!("{role}_spans")]));
            // Where codes and spans are not as many, nobody can tell which is whose.
            if codes.len() != spans.len() {
                continue;
            }
            for (code, span) in codes.iter().zip(&spans) {
                let (Some(code), Some(start), Some(end)) = (code.as_str(), span[0].as_u64(), span[1].as_u64()) else { continue };
                let ours = best(&entities, start, end).unwrap_or_default();
                hits.asked += 1;
                hits.country += usize::from(!ours.is_empty() && ours.get(..3) == code.get(..3));
                // A body's own letters behind IGO refine what gold calls IGO alone.
                hits.code += usize::from(ours == code || code == "IGO" && ours.starts_with(code));
            }
        }
    }
}

/// The code of a span: that of the mention within it that says most, a nationality last; of equals the one that covers more.
fn best(entities: &[Value], start: u64, end: u64) -> Option<&str> {
    let overlap = |e: &Value| Some(e["end"].as_u64()?.min(end).saturating_sub(e["start"].as_u64()?.max(start))).filter(|o| *o > 0);
    let coded = entities.iter().filter_map(|e| Some((e["type"] != "NORP", e["code"].as_str()?, overlap(e)?)));
    coded.max_by_key(|(named, code, overlap)| (*named, code.len(), *overlap)).map(|(_, code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gold_span_is_asked_by_itself() {
        let gold = r#"{"id":"1","events":[{"source":["NORGOV"],"source_spans":[[0,10]],"target":["PER","CHL"],"target_spans":[[20,24]]},
            {"source":["FJI"],"source_spans":[[30,34]]},{"source":["TON"],"source_spans":[[40,44]]}]}"#
            .replace('\n', "");
        let prediction = r#"{"id":"1","entities":[{"start":0,"end":3,"type":"NORP","code":"NOR"},
            {"start":4,"end":10,"type":"NOM","code":"NORGOV"},{"start":30,"end":34,"type":"LOC","code":"FJIGOV"}]}"#
            .replace('\n', "");
        assert_eq!(print(&[&gold], &prediction), Ok("country 2 / 3\ncode 1 / 3\n".into()));
        assert_eq!(print(&[&gold], r#"{"id":"2","entities":[]}"#), Ok("country 0 / 0\ncode 0 / 0\n".into()));
    }
}
