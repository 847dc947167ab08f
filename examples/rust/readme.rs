//! The README's lines of Rust; `cargo test --doc` runs them.
#![doc = include_str!(concat!(env!("OUT_DIR"), "/readme.md"))]
