//! `cargo xtask train`: makes the tables of the syntax floor from treebanks.

pub mod lemma;
pub mod treebank;
