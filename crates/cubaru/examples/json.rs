//! Prints the JSON of one text: `json FILE.txt`, with what `FILE.json` beside it says about the text.
use cubaru::{Metadata, Reader, Source};
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(env::args().nth(1).ok_or("usage: json FILE.txt")?);
    let beside = path.with_extension("json");
    let metadata: Metadata = if beside.exists() { serde_json::from_str(&fs::read_to_string(beside)?)? } else { Metadata::default() };
    let source = Source { metadata, ..Source::default() };
    println!("{}", Reader::english().read_bytes(&fs::read(&path)?, &source)?.to_json());
    Ok(())
}
