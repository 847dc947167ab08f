//! phrase

pub(crate) mod time;
