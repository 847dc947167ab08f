//! Who is who as it was last written down: enough for a question, without looking at every name.

use super::{Sqlite, read::signature};
use crate::{
    base::{BaseError, Sig, Signature, fold},
    resolve::{Known, Merged, is_code},
};
use rusqlite::{OptionalExtension, params_from_iter};
use std::collections::BTreeSet;

impl Sqlite {
    /// Whether nothing has come since it was written down.
    pub(super) fn is_published(&self) -> Result<bool, BaseError> {
        let sql = "SELECT documents = (SELECT count(*) FROM document) AND decisions = (SELECT coalesce(max(seq), 0) FROM decision) FROM published";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    fn sigs(&self, sql: &str, value: &str) -> Result<BTreeSet<Sig>, BaseError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let sigs = statement.query_map([value], |row| row.get(0))?;
        Ok(sigs.collect::<rusqlite::Result<_>>()?)
    }

    fn meant(&self, given: &str, kind: &str) -> Result<BTreeSet<Sig>, BaseError> {
        let whole = |found: &str| {
            format!(
                "SELECT sig FROM signature WHERE seen > 0 AND {kind} (sig IN (SELECT sig FROM signature WHERE {found}) \
                 OR entity IN (SELECT entity FROM signature WHERE seen > 0 AND {found}))"
            )
        };
        for (may, found, value) in [
            (true, "entity = ?1", given.to_string()),
            (is_code(given), "code >= ?1 AND code < ?1 || '~'", given.to_string()),
            (true, "?1 <> '' AND instr(folded, ?1) > 0", fold::run(given)),
        ] {
            let sigs = if may { self.sigs(&whole(found), &value)? } else { BTreeSet::new() };
            if !sigs.is_empty() {
                return Ok(sigs);
            }
        }
        Ok(BTreeSet::new())
    }
}

impl Known for Sqlite {
    fn named(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError> {
        self.meant(given, "")
    }

    fn persons(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError> {
        let mut sigs = self.meant(given, "")?;
        let persons = self.meant(given, "kind = 'PER' AND")?;
        sigs.retain(|s| persons.contains(s));
        Ok(sigs)
    }

    fn together(&self, sig: Sig) -> Result<Vec<Sig>, BaseError> {
        let sql =
            "SELECT sig FROM signature WHERE sig = ?1 OR seen > 0 AND entity = (SELECT entity FROM signature WHERE sig = ?1) ORDER BY sig";
        let mut statement = self.connection.prepare_cached(sql)?;
        let sigs = statement.query_map([sig], |row| row.get(0))?;
        Ok(sigs.collect::<rusqlite::Result<_>>()?)
    }

    fn who(&self, sig: Sig) -> Result<(Option<String>, Option<String>), BaseError> {
        let sql = "SELECT entity, coalesce(entity_name, name) FROM signature WHERE sig = ?";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([sig], |row| Ok((row.get(0)?, row.get(1)?))).optional()?.unwrap_or_default())
    }

    fn entities(&self, having: Option<&BTreeSet<Sig>>) -> Result<Vec<Merged>, BaseError> {
        let among = having.map(|_| "AND entity IN (SELECT entity FROM signature WHERE sig IN (SELECT value FROM json_each(?)))");
        let sql = format!(
            "SELECT sig, kind, name, code, lists, post, country, decade, own, seen, entity FROM signature \
             WHERE seen > 0 AND entity IS NOT NULL {} ORDER BY entity, sig",
            among.unwrap_or_default()
        );
        let meant = having.map(serde_json::to_string).transpose().map_err(|e| BaseError::Store { problem: e.to_string() })?;
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(meant), |row| Ok((row.get(10)?, signature(row, 0)?)))?;
        let rows: Vec<(String, (Sig, Signature, u32))> = rows.collect::<rusqlite::Result<_>>()?;
        let entity = |one: &[(String, _)]| Merged { id: one[0].0.clone(), ..Merged::of(&one.iter().map(|(_, s)| s).collect::<Vec<_>>()) };
        Ok(rows.chunk_by(|a, b| a.0 == b.0).map(entity).collect())
    }
}
