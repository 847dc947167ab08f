//! Rows in one SQLite file.
mod code;
mod encode;
mod filter;
mod known;
mod open;
mod read;
mod sql;
mod write;

pub use open::{Sqlite, VERSION};

use crate::base::BaseError;

impl From<rusqlite::Error> for BaseError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Store { problem: error.to_string() },
        }
    }
}
