//! The questions of `docs/sql.md` run, on a base of the example articles, and are answered.

use cubaru::{KnowledgeBase, Metadata, Reader, Source};
use std::{fs, path::Path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

#[test]
fn questions_of_the_guide_are_answered() {
    let path = std::env::temp_dir().join(format!("cubaru-sql-{}.sqlite", std::process::id()));
    let base = KnowledgeBase::open(&path).unwrap();
    let reader = Reader::english();
    for entry in fs::read_dir(root().join("examples/articles")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|e| e == "txt") {
            let metadata: Metadata = serde_json::from_str(&fs::read_to_string(file.with_extension("json")).unwrap()).unwrap();
            base.add(&reader.read(&Source { text: fs::read_to_string(&file).unwrap(), metadata }).unwrap()).unwrap();
        }
    }
    base.publish().unwrap();
    let guide = fs::read_to_string(root().join("docs/sql.md")).unwrap();
    let questions: Vec<&str> = guide.split("```sql\n").skip(1).filter_map(|q| q.split("```").next()).collect();
    assert!(questions.len() > 7);
    for question in questions {
        let table = base.sql(question).unwrap_or_else(|e| panic!("{question}{e}"));
        assert!(!table.rows.is_empty(), "nobody answers {question}");
    }
    // Each column that the guide names is one.
    for (view, columns) in [
        (
            "events",
            "id document publisher date earliest latest class type mode contexts quad cameo actor actor_code recipient recipient_code place certainty status modality claim quote",
        ),
        ("participants", "event document role entity name code words start end"),
        ("claims", "id document publisher published kind item speakers certainty status modality start end quote evidence"),
        ("people", "id name names code documents"),
        ("tenures", "id document person name post body country former acting attested_at earliest latest quote"),
        ("sources", "document id title publisher published url date earliest latest events claims"),
    ] {
        let table = base.sql(&format!("SELECT * FROM {view}")).unwrap();
        assert_eq!(table.columns.join(" "), columns, "{view}");
        assert!(columns.split(' ').all(|c| guide.contains(&format!("`{c}`"))), "{view}");
    }
    assert_eq!(base.sql("DELETE FROM document").unwrap_err().code(), "bad-value");
    // What the views say is what the base says.
    let events = base.events().rows().unwrap();
    let counted = base.sql("SELECT count(*) FROM events").unwrap();
    assert_eq!(counted.rows[0][0].as_u64(), Some(events.len() as u64));
    drop(base);
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", path.display()));
    }
}
