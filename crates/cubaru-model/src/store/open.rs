//! Opening a file: its version, and the way from an older one.

use crate::base::{BaseError, Sig, Signature};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::{cell::Cell, collections::HashMap, path::Path, time::Duration};

/// What each version added to the one before.
const STEPS: [&str; 3] = [include_str!("tables.sql"), include_str!("views.sql"), include_str!("views-3.sql")];

/// The newest schema version; `PRAGMA user_version` of a file says its own.
pub const VERSION: i64 = STEPS.len() as i64;

/// Marks a file as a knowledge base (`PRAGMA application_id`): "cbru".
const APPLICATION: i64 = 0x6362_7275;

/// The size of a new file's pages, in bytes: rows come one behind the other, and fewer pages are split and balanced where they are larger.
const PAGE: u32 = 8_192;

/// So long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(30);

/// A store in one file. Any number of processes can read it while one writes.
pub struct Sqlite {
    pub(super) connection: Connection,
    /// The numbers of signatures, which never change once they are given.
    pub(super) numbers: HashMap<Signature, Sig>,
    /// How often this process has changed something.
    pub(super) changes: Cell<u64>,
}

impl Sqlite {
    /// Opens a base, or makes a new one where there is no file.
    ///
    /// # Errors
    /// `not-a-base` for another file, `newer-base` for one of a later version, `store` where the file cannot be opened.
    pub fn open(path: &Path) -> Result<Self, BaseError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        Self::prepare(connection, path, true)
    }

    /// Opens a base that is there, to read it alone.
    ///
    /// # Errors
    /// As [`Sqlite::open`]; a file that is not there is one of `store`.
    pub fn read_only(path: &Path) -> Result<Self, BaseError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::prepare(Connection::open_with_flags(path, flags)?, path, false)
    }

    fn prepare(mut connection: Connection, path: &Path, write: bool) -> Result<Self, BaseError> {
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(64);
        let stranger = || BaseError::NotABase { path: path.display().to_string() };
        let version = match version(&connection) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => return Err(stranger()),
            version => version?,
        };
        match version {
            (APPLICATION, found) if found > VERSION => return Err(BaseError::Newer { found, known: VERSION }),
            (APPLICATION, VERSION) => {}
            (APPLICATION, _) if write => migrate(&mut connection)?,
            (APPLICATION, _) => {}
            _ if write && is_empty(&connection)? => {
                connection.pragma_update(None, "page_size", PAGE)?;
                migrate(&mut connection)?;
            }
            _ => return Err(stranger()),
        }
        if write {
            connection.pragma_update(None, "journal_mode", "wal")?;
            // A crash of the process loses nothing; one of the machine perhaps the last documents, never a part of one.
            connection.pragma_update(None, "synchronous", "normal")?;
            // Pages of the indices are written again and again: the longer the log may grow (256 MB), the less often into the file.
            connection.pragma_update(None, "wal_autocheckpoint", 32_768)?;
        }
        connection.pragma_update(None, "cache_size", -65_536)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        Ok(Self { connection, numbers: HashMap::new(), changes: Cell::new(0) })
    }

    /// Brings an empty file to an older version, as tests need it.
    #[doc(hidden)]
    pub fn make_version(path: &Path, version: i64) -> Result<(), BaseError> {
        let mut connection = Connection::open(path)?;
        Ok(steps(&mut connection, version)?)
    }
}

/// The application and the schema version of a file.
fn version(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get(0));
    Ok((pragma("application_id")?, pragma("user_version")?))
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0)).map(|n| n == 0)
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    steps(connection, VERSION)
}

/// Takes every step up to a version in one transaction; another process may have taken them first.
fn steps(connection: &mut Connection, to: i64) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (_, from) = version(&transaction)?;
    for step in STEPS.iter().take(to as usize).skip(from as usize) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", to.max(from))?;
    transaction.commit()
}
