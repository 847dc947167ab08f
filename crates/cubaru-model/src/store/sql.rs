//! Plain SQL, to read.

use super::Sqlite;
use crate::base::{BaseError, Table};
use rusqlite::types::ValueRef;
use serde_json::Value;

impl Sqlite {
    pub(super) fn ask(&self, sql: &str) -> Result<Table, BaseError> {
        let mut statement = self.connection.prepare(sql)?;
        if !statement.readonly() {
            return Err(BaseError::BadValue { given: sql.into(), expected: "question: it would change the base" });
        }
        let columns: Vec<String> = statement.column_names().into_iter().map(String::from).collect();
        let mut rows = Vec::new();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            rows.push((0..columns.len()).map(|i| Ok(value(row.get_ref(i)?))).collect::<rusqlite::Result<_>>()?);
        }
        Ok(Table { columns, rows })
    }
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => n.into(),
        // What SQL itself works out, such as an average.
        ValueRef::Real(x) => x.into(),
        ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into(),
    }
}
