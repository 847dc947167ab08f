//! Many documents, one knowledge base.

use crate::{
    document::Document,
    errors::exception,
    query::{ClaimQuery, EventQuery, TenureQuery},
    reader::{Reader, given},
};
use cubaru::{Format, Query, Unit};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyBytes, PyString, PyTuple},
};
use serde::Serialize;
use std::{
    fs::File,
    io::{BufReader, BufWriter},
    path::PathBuf,
};

/// Many documents that answer as one: in memory, or in one SQLite file.
///
/// `KnowledgeBase()` is in memory. `KnowledgeBase("news.sqlite")` opens a file, or makes it where there is none; with `read_only=True` the
/// file must be there. Any number of processes read a file while one writes. Threads may share a base: others run while it adds or answers.
/// Offsets count code points.
///
/// Raises `BaseError`: `not-a-base`, `newer-base`, `store`.
///
/// >>> import cubaru
/// >>> base = cubaru.KnowledgeBase()
/// >>> base.add(cubaru.read("Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.", published="2023-02-14"))
/// True
/// >>> base.add(cubaru.read("Ghana and Togo signed an agreement on Friday.", published="2023-05-06"))
/// True
/// >>> for visit in base.events().of("CONSULT").mode("visit").actor("KEN").between("2022", "2023-06"):
/// ...     print(visit.date, visit.actor[0].name, visit.evidence[0].quote.exact)
/// 2023-02-13 Alfred Mutua Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.
#[pyclass(frozen, module = "cubaru")]
pub struct KnowledgeBase {
    pub inner: cubaru::KnowledgeBase,
    path: Option<PathBuf>,
}

/// What a base answers, as values of Python; other threads run until it is known.
pub fn answer<'py, T: Serialize + Send>(
    py: Python<'py>,
    name: &str,
    ask: impl FnOnce() -> cubaru::Result<T> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    let json = py.detach(|| ask().map(|answer| serde_json::to_string(&answer).expect("answers have nothing that JSON lacks")));
    let json = json.map_err(|error| exception(py, &error, None))?;
    py.import("cubaru._types")?.call_method1("_answer", (name, json))
}

/// An export: `str`, but for the formats that are no text.
pub fn exported<'py>(
    py: Python<'py>,
    format: &str,
    export: impl FnOnce() -> cubaru::Result<Vec<u8>> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    let bytes = py.detach(export).map_err(|error| exception(py, &error, None))?;
    match Format::from_name(format) {
        Ok(format) if !format.is_text() => Ok(PyBytes::new(py, &bytes).into_any()),
        _ => Ok(PyString::new(py, &String::from_utf8_lossy(&bytes)).into_any()),
    }
}

impl KnowledgeBase {
    fn run<T: Send>(&self, py: Python<'_>, work: impl FnOnce(&cubaru::KnowledgeBase) -> cubaru::Result<T> + Send) -> PyResult<T> {
        py.detach(|| work(&self.inner)).map_err(|error| exception(py, &error, None))
    }
}

#[pymethods]
impl KnowledgeBase {
    #[new]
    #[pyo3(signature = (path=None, *, read_only=false))]
    fn new(py: Python<'_>, path: Option<PathBuf>, read_only: bool) -> PyResult<Self> {
        let inner = match (&path, read_only) {
            (None, false) => Ok(cubaru::KnowledgeBase::new()),
            (None, true) => return Err(PyTypeError::new_err("read_only is of bases in files: give a path")),
            (Some(path), false) => py.detach(|| cubaru::KnowledgeBase::open(path)),
            (Some(path), true) => py.detach(|| cubaru::KnowledgeBase::read_only(path)),
        };
        Ok(Self { inner: inner.map_err(|error| exception(py, &error, None))?, path })
    }

    /// Adds a document, wholly or not at all. False where its text is there already: that changes nothing.
    #[pyo3(signature = (document, /))]
    fn add(&self, py: Python<'_>, document: &Bound<'_, Document>) -> PyResult<bool> {
        let document = document.get();
        self.run(py, |base| base.add(&document.inner))
    }

    /// Adds documents, each wholly or not at all, faster than one by one; says which were new.
    #[pyo3(signature = (documents, /))]
    fn add_all<'py>(&self, py: Python<'py>, documents: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
        let documents: Vec<Py<Document>> = documents.try_iter()?.map(|d| Ok(d?.extract()?)).collect::<PyResult<_>>()?;
        PyTuple::new(py, self.run(py, |base| base.add_all(documents.iter().map(|d| &d.get().inner)))?)
    }

    /// The documents by date and hash, without their texts.
    fn documents<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "documents", || self.inner.documents())
    }

    /// What is known of a document, by its hash.
    ///
    /// Raises `BaseError` (`unknown`).
    #[pyo3(signature = (sha256, /))]
    fn source<'py>(&self, py: Python<'py>, sha256: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "source", || self.inner.source(sha256))
    }

    /// The text of a document, by its hash.
    ///
    /// Raises `BaseError` (`unknown`).
    #[pyo3(signature = (sha256, /))]
    fn text(&self, py: Python<'_>, sha256: &str) -> PyResult<String> {
        self.run(py, |base| base.text(sha256))
    }

    /// The id in the base of each entity of a document, by its hash, in the order of the document's `entities`; `None` for descriptions ("the
    /// officials") and for a family name of nobody knows where.
    ///
    /// Raises `BaseError` (`unknown`).
    ///
    /// >>> import cubaru
    /// >>> base, document = cubaru.KnowledgeBase(), cubaru.read("Kenyan officials met Togolese President Faure Gnassingbe.")
    /// >>> base.add(document)
    /// True
    /// >>> [(entity.name, id) for entity, id in zip(document.entities, base.ids(document.sha256)) if entity.kind == "PER"]
    /// [('Faure Gnassingbe', 'faure-gnassingbe.tgo')]
    #[pyo3(signature = (sha256, /))]
    fn ids<'py>(&self, py: Python<'py>, sha256: &str) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.run(py, |base| base.ids(sha256))?)
    }

    /// Asks for events.
    fn events(this: &Bound<'_, Self>) -> EventQuery {
        EventQuery { base: this.clone().unbind(), query: Query::events() }
    }

    /// Asks for claims.
    fn claims(this: &Bound<'_, Self>) -> ClaimQuery {
        ClaimQuery { base: this.clone().unbind(), query: Query::claims() }
    }

    /// Asks for holdings of posts.
    fn tenures(this: &Bound<'_, Self>) -> TenureQuery {
        TenureQuery { base: this.clone().unbind(), query: Query::tenures() }
    }

    /// The claims that stand in somebody's mouth: a name, an id or an actor code.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("The agency reported that officials had told Turkey that Libya had attacked Malta."))
    /// True
    /// >>> [(claim.kind, claim.certainty) for claim in base.claims_by("officials")]
    /// [('statement', 'U'), ('event', 'U')]
    #[pyo3(signature = (source, /))]
    fn claims_by<'py>(&self, py: Python<'py>, source: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "claims", || self.inner.in_unit(self.inner.claims_by(source)?, Unit::CodePoint))
    }

    /// Who and what the base knows, sorted by id.
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "entities", || self.inner.entities())
    }

    /// The entity that an id means, or a name that only one has.
    ///
    /// Raises `BaseError`: `unknown` where nobody has it, `ambiguous` where several have.
    #[pyo3(signature = (given, /))]
    fn entity<'py>(&self, py: Python<'py>, given: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "entity", || self.inner.entity(given))
    }

    /// The entities that a name, an id or an actor code means, sorted by id.
    ///
    /// Raises `BaseError`: `unknown` where nobody has it.
    #[pyo3(signature = (given, /))]
    fn who<'py>(&self, py: Python<'py>, given: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "entities", || self.inner.who(given))
    }

    /// Which names are one, with score and reasons.
    fn merges<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "merges", || self.inner.merges())
    }

    /// The decisions of the user, in the order in which they were made.
    fn decisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "decisions", || self.inner.decisions())
    }

    /// Decides that two names or ids are one; holds for documents that come later.
    ///
    /// Raises `BaseError`: `unknown` where nobody has the name, `ambiguous` where several have.
    #[pyo3(signature = (a, b, /))]
    fn join<'py>(&self, py: Python<'py>, a: &str, b: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "decision", || self.inner.join(a, b))
    }

    /// Decides that one name of an entity is somebody else's; or, where `part` is a document's hash or your own id of it, that somebody else
    /// is meant there.
    ///
    /// Raises `BaseError`: `unknown` where the entity has no such name beside others and stands in no such document.
    #[pyo3(signature = (entity, part, /))]
    fn split<'py>(&self, py: Python<'py>, entity: &str, part: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "decisions", || self.inner.split(entity, part))
    }

    /// Events that several reports tell, each with the reports and why they are one. Reports of nothing else stand alone.
    fn stories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "stories", || self.inner.stories())
    }

    /// All reports of one event, by the id of any of them, itself included.
    ///
    /// Raises `BaseError`: `unknown` where no event has the id.
    #[pyo3(signature = (event, /))]
    fn sources_of<'py>(&self, py: Python<'py>, event: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "events", || self.inner.in_unit(self.inner.sources_of(event)?, Unit::CodePoint))
    }

    /// Checks the documents, each against itself and against the others: counts against lists, dates, claims against later ones.
    ///
    /// A finding sets two places side by side and says nothing of who is right; `docs/checks.md` of the project tells what each kind reports. Those
    /// that agree are given too. The reader (a `Reader.english()` unless told otherwise) reads the texts again.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add_all([
    /// ...     cubaru.read("Kenya may lend Ghana two ferries, an envoy said.", published="2011-03-01"),
    /// ...     cubaru.read("Kenya has lent Ghana two ferries.", published="2011-03-09"),
    /// ... ])
    /// (True, True)
    /// >>> [drift] = [finding for finding in base.check() if finding.kind == "drift"]
    /// >>> drift.a.read, drift.b.read
    /// ('asked for or possible', 'done')
    #[pyo3(signature = (*, reader=None))]
    fn check<'py>(&self, py: Python<'py>, reader: Option<Bound<'py, Reader>>) -> PyResult<Bound<'py, PyAny>> {
        let reader = given(&reader);
        answer(py, "findings", || self.inner.check_in(reader, Unit::CodePoint))
    }

    /// The same findings as a JSON list: the same bytes as from Rust and JavaScript.
    #[pyo3(signature = (*, reader=None))]
    fn check_json(&self, py: Python<'_>, reader: Option<Bound<'_, Reader>>) -> PyResult<String> {
        let reader = given(&reader);
        self.run(py, |base| base.check_json(reader))
    }

    /// The whole base in a format by its name: `json`, `jsonl`, `plover`, `gdelt`, `icews`, `csv-events`, `csv-claims`, `csv-tenures`,
    /// `csv-entities`, `parquet-events` (and so on), `turtle`, `nquads`, `jsonld`, `ftm`, `graphml`, `gexf`, `timelinejs`, `annotations`, `conllu`,
    /// `markdown`, `html`.
    ///
    /// It is a `str`, but for Parquet, which is `bytes`; the same base gives the same. `docs/export.md` of the project tells each. The
    /// reader (a `Reader.english()` unless told otherwise) reads the texts again where a format holds checks or syntax.
    ///
    /// Raises `BaseError` (`bad-value`) where there is no such format.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("Peru and Chile signed a treaty.", published="2021-03-02"))
    /// True
    /// >>> base.export("csv-events").splitlines()[0].split(",")[:4]
    /// ['id', 'document', 'document_id', 'publisher']
    #[pyo3(signature = (format, /, *, reader=None))]
    fn export<'py>(&self, py: Python<'py>, format: &str, reader: Option<Bound<'py, Reader>>) -> PyResult<Bound<'py, PyAny>> {
        let reader = given(&reader);
        exported(py, format, || self.inner.export(format, reader))
    }

    /// Writes the base as lines to a file: so a base in memory is kept, and one is sent to others. The first line tells the version, then comes
    /// a line for each document with its text and all that was read of it, and one for each decision about who is who. The same base gives the
    /// same bytes, in whichever order its documents came. Places count code points. `docs/base.md` of the project tells the lines.
    ///
    /// Raises `OSError` where the file cannot be made, `BaseError` (`store`) where it cannot be written.
    ///
    /// >>> import cubaru, pathlib, tempfile
    /// >>> base, other = cubaru.KnowledgeBase(), cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("Ghana and Togo signed a treaty on 2 May 2023."))
    /// True
    /// >>> with tempfile.TemporaryDirectory() as folder:
    /// ...     file = pathlib.Path(folder) / "base.jsonl"
    /// ...     base.save(file)
    /// ...     other.load(file)
    /// 1
    /// >>> other.events().rows() == base.events().rows()
    /// True
    #[pyo3(signature = (path, /))]
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        let file = BufWriter::new(File::create(path)?);
        self.run(py, |base| base.save(file))
    }

    /// Adds what `save` wrote, nothing read again; gives how many documents were new. What is there already does not change.
    ///
    /// Raises `OSError` where the file cannot be opened; `BaseError`: `bad-line` for a line that is damaged, or whose quotes do not stand in its
    /// text (what stands before it is in, each document wholly), `newer-base` for lines that a later version wrote.
    #[pyo3(signature = (path, /))]
    fn load(&self, py: Python<'_>, path: PathBuf) -> PyResult<usize> {
        let file = BufReader::new(File::open(path)?);
        self.run(py, |base| base.load(file))
    }

    /// Brings the tables that people read with SQL up to date with who is who. What this base itself answers always is.
    fn publish(&self, py: Python<'_>) -> PyResult<()> {
        self.run(py, |base| base.publish())
    }

    /// What plain SQL answers of a base in a file; `docs/sql.md` of the project tells the views. Nothing can be changed so.
    ///
    /// Raises `BaseError` (`store`) for a base in memory, and for what SQLite does not take.
    #[pyo3(signature = (sql, /))]
    fn sql<'py>(&self, py: Python<'py>, sql: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "table", || self.inner.sql(sql))
    }

    /// What is wrong with the stored rows: one line for each thing.
    fn problems<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.run(py, |base| base.problems())?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Some(path) = &self.path else { return Ok("<cubaru.KnowledgeBase in memory>".into()) };
        Ok(format!("<cubaru.KnowledgeBase {}>", PyString::new(py, &path.to_string_lossy()).repr()?))
    }
}
