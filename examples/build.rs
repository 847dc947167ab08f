//! Takes the Rust blocks out of the README, so that `cargo test --doc` runs them. (Its indented blocks are commands for a shell, which
//! rustdoc would take for Rust.)

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=../README.md");
    let readme = fs::read_to_string("../README.md").expect("the README");
    let (mut out, mut within) = (String::new(), false);
    for line in readme.lines() {
        within |= line == "```rust";
        if within {
            out.push_str(line);
            out.push('\n');
        }
        within &= line != "```";
    }
    assert!(out.contains("```rust"), "the README has no block of Rust");
    let folder = env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&folder).join("readme.md"), out).expect("to write the blocks");
}
