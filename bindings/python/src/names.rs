//! Are two names the same person?

use crate::errors::exception;
use pyo3::{prelude::*, types::PyTuple};

/// Whether two names are the same person, and why.
#[pyclass(frozen, eq, hash, module = "cubaru")]
#[derive(PartialEq, Eq, Hash)]
pub struct Comparison {
    /// Whether they are: nothing rules it out, and the score is high enough.
    #[pyo3(get)]
    same: bool,
    /// From 0 to 100; it sorts pairs, and is no probability.
    #[pyo3(get)]
    score: u32,
    reasons: Vec<Reason>,
}

#[pymethods]
impl Comparison {
    /// The reasons: those for one person, those that make it less likely, those that rule it out.
    #[getter]
    fn why<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.reasons.iter().cloned())
    }

    fn __repr__(&self) -> String {
        let ids: Vec<&str> = self.reasons.iter().map(|reason| reason.id).collect();
        let same = if self.same { "same" } else { "different" };
        format!("<cubaru.Comparison: {same}, {}: {}>", self.score, ids.join(", "))
    }
}

/// A reason for or against.
#[pyclass(frozen, eq, hash, module = "cubaru")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Reason {
    /// Its stable name, such as `"same-family-name"`.
    #[pyo3(get)]
    id: &'static str,
    /// What it speaks for: `"for"` one person, `"doubt"`, or `"against"`.
    #[pyo3(get)]
    stance: &'static str,
    evidence: Vec<String>,
}

#[pymethods]
impl Reason {
    /// The words that it rests on, as they stand in the two, sorted.
    #[getter]
    fn words<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.evidence)
    }

    fn __repr__(&self) -> String {
        format!("<cubaru.Reason {} ({}): {}>", self.id, self.stance, self.evidence.join(", "))
    }
}

/// Whether two names are the same person, with a score and the reasons; `docs/names.md` of the project tells how it decides.
///
/// Each is a name (`str`), or a mapping with `name` and any of `country` (ISO 3166-1 alpha-3, or a name in English), `office` and
/// `year` (an `int`, or a `str` that begins with one). What is `None` or empty is not known; other keys are left alone.
///
/// Raises `CubaruError` (`bad-person`) where there is no name, or a value has another type.
///
/// >>> import cubaru
/// >>> one = {"name": "Yelena Sokolova", "country": "Russia", "office": "deputy minister", "year": 2016}
/// >>> found = cubaru.same_person(one, {"name": "Елена Соколова", "country": "RUS", "office": "deputy minister"})
/// >>> found.same
/// True
/// >>> found = cubaru.same_person("Ram Singh", "Raj Singh")
/// >>> [(reason.id, reason.words) for reason in found.why if reason.stance == "against"]
/// [('conflict-given-name', ('Raj', 'Ram'))]
#[pyfunction]
#[pyo3(signature = (a, b, /))]
pub fn same_person(py: Python<'_>, a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<Comparison> {
    let found = cubaru::same_person(&person(py, a)?, &person(py, b)?);
    let reason = |reason: cubaru::Reason| Reason { id: reason.id.name(), stance: reason.id.stance().name(), evidence: reason.words };
    Ok(Comparison { same: found.same, score: found.score, reasons: found.why.into_iter().map(reason).collect() })
}

fn person(py: Python<'_>, given: &Bound<'_, PyAny>) -> PyResult<cubaru::Person> {
    let mapping = py.import("collections.abc")?.getattr("Mapping")?;
    let given = if given.is_instance(&mapping)? { py.import("builtins")?.getattr("dict")?.call1((given,))? } else { given.clone() };
    let json: String = py.import("json")?.getattr("dumps")?.call1((given,))?.extract()?;
    cubaru::person(&json).map_err(|error| exception(py, &error, None))
}
