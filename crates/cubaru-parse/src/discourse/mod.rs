//! discourse

pub(crate) mod time;
