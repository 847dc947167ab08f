//! What texts themselves show, and whether quotations stand where they are said to.

use crate::{
    base::{KnowledgeBase, answer},
    document::Document,
};
use cubaru::Unit;
use pyo3::{exceptions::PyTypeError, prelude::*, pybacked::PyBackedStr, types::PyString};

/// Checks documents, each against itself and against the others: counts against lists, lengths against dates, claims against later ones.
///
/// A finding sets two places side by side and says nothing of who is right; `docs/checks.md` of the project tells what each kind reports. Those
/// that agree are given too. Offsets count code points of the document that a side names.
///
/// >>> import cubaru
/// >>> text = "Three ministers resigned on Monday: Ana Prado, the minister of trade, and Luis Lemos, the minister of health."
/// >>> finding = cubaru.check([cubaru.read(text)])[0]
/// >>> finding.note, [words.text for words in finding.b.items]
/// ('the text says 3 and names 2', ['Ana Prado', 'Luis Lemos'])
#[pyfunction]
#[pyo3(signature = (documents, /))]
pub fn check<'py>(py: Python<'py>, documents: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let documents: Vec<Py<Document>> = documents.try_iter()?.map(|d| Ok(d?.extract()?)).collect::<PyResult<_>>()?;
    answer(py, "findings", || Ok(cubaru::check_in(documents.iter().map(|d| &d.get().inner), Unit::CodePoint)))
}

/// Texts, known by their hashes: they verify that every quotation stands where it is said to stand, exactly.
///
/// `texts` is an iterable of `str`.
///
/// >>> import cubaru
/// >>> text = "Chad said that Niger had closed the border."
/// >>> base = cubaru.KnowledgeBase()
/// >>> base.add(cubaru.read(text))
/// True
/// >>> [failure.problem.split(":")[0] for failure in cubaru.Texts([]).verify(base).failures]
/// ['no text has this hash']
/// >>> verified = cubaru.Texts([text]).verify(base)
/// >>> verified.quotes > 0, verified.failures
/// (True, ())
/// >>> cubaru.Texts([text]).verify_json(base.export("json")).failures
/// ()
#[pyclass(frozen, module = "cubaru")]
pub struct Texts(cubaru::Texts);

#[pymethods]
impl Texts {
    #[new]
    #[pyo3(signature = (texts, /))]
    fn new(texts: &Bound<'_, PyAny>) -> PyResult<Self> {
        // A str is an iterable of str, too: its letters would become texts.
        if texts.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("texts are an iterable of str, such as [\"Cuba said no.\"], not str"));
        }
        let mut inner = cubaru::Texts::default();
        for text in texts.try_iter()? {
            inner.add(&*text?.extract::<PyBackedStr>()?);
        }
        Ok(Self(inner))
    }

    /// Verifies every quotation of every claim of a base, and the file itself.
    #[pyo3(signature = (base, /))]
    fn verify<'py>(&self, py: Python<'py>, base: &Bound<'py, KnowledgeBase>) -> PyResult<Bound<'py, PyAny>> {
        let base = base.get();
        answer(py, "verified", || self.0.verify_in(&base.inner, Unit::CodePoint))
    }

    /// Verifies JSON that cubaru wrote, or JSON lines. Places of what failed count as the JSON does: code points, unless it was not this
    /// package that wrote it.
    ///
    /// Raises `CubaruError` (`bad-json`) for text that is no JSON.
    #[pyo3(signature = (json, /))]
    fn verify_json<'py>(&self, py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "verified", || self.0.verify_json(json))
    }

    fn __repr__(&self) -> &'static str {
        "<cubaru.Texts>"
    }
}
