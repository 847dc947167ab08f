//! Cases: Markdown files in which each text stands beside the outline that reading it should give.

use crate::{errors::exception, reader::Reader};
use pyo3::{prelude::*, types::PyTuple};

/// A case's fields, in the order of `cubaru.cases.Case`.
type Case<'py> = (String, usize, String, Bound<'py, PyTuple>, bool, Option<String>, String, String);

/// The cases of a Markdown file, as tuples.
#[pyfunction]
pub fn _cases<'py>(py: Python<'py>, markdown: &str) -> PyResult<Vec<Case<'py>>> {
    let cases = cubaru::cases::read(markdown).map_err(|error| exception(py, &error, None))?;
    let fields = |c: cubaru::cases::Case| {
        let layers = PyTuple::new(py, c.layers)?;
        Ok((c.title, c.line, c.reason, layers, c.swap, c.published, c.text, c.expected))
    };
    cases.into_iter().map(fields).collect()
}

/// The cases of a Markdown file whose outline came out otherwise, as tuples.
#[pyfunction]
pub fn _check_cases(py: Python<'_>, reader: &Reader, markdown: &str) -> PyResult<Vec<(String, usize, String, String)>> {
    let failures = py.detach(|| cubaru::cases::check(&reader.inner, markdown)).map_err(|error| exception(py, &error, None))?;
    Ok(failures.into_iter().map(|f| (f.title, f.line, f.expected, f.found)).collect())
}
