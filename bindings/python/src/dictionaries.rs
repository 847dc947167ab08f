//! Dictionaries of TABARI and PETRARCH.

use pyo3::{prelude::*, types::PyDict};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Dictionaries in the formats of TABARI, PETRARCH-1 and PETRARCH-2: actors, agents, verbs, discards, issues.
///
/// `texts` has the files' names and contents. What each holds is told from its contents; of two entries for the same words the first
/// file has the first say. Lines that cannot be used are `problems`, and all others are used. Threads may share one.
///
/// >>> import cubaru
/// >>> dictionaries = cubaru.Dictionaries({
/// ...     "actors.txt": "KENYA [KEN]\n+KENYAN\nPERU [PER]\n",
/// ...     "agents.txt": "MINISTER [~GOV]\n",
/// ...     "verbs.txt": "--- VISIT [042] ---\nVISIT\n- * (WITH GIFTS) [070]\n",
/// ... })
/// >>> document = cubaru.read("A Kenyan minister visited Peru on Monday.")
/// >>> for event in document.code(dictionaries).events:
/// ...     print(event.source.code, event.code, event.target.code, event.entry.file, event.entry.line)
/// KENGOV 042 PER verbs.txt 2
#[pyclass(frozen, module = "cubaru")]
pub struct Dictionaries(pub cubaru::Dictionaries);

#[pymethods]
impl Dictionaries {
    #[new]
    #[pyo3(signature = (texts, /))]
    fn new(py: Python<'_>, texts: &Bound<'_, PyDict>) -> PyResult<Self> {
        let texts: Vec<(String, String)> =
            texts.iter().map(|(name, text)| Ok((name.extract()?, text.extract()?))).collect::<PyResult<_>>()?;
        Ok(Self(py.detach(|| cubaru::Dictionaries::read(texts))))
    }

    /// The dictionaries of a folder, in the order of their names: its files that end in `.txt`, `.actors`, `.agents`, `.verbs`,
    /// `.discards` or `.issues`. Characters that are not UTF-8 are replaced.
    ///
    /// Raises `OSError` where the folder or a file in it cannot be read.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn from_dir(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        py.detach(|| Ok(Self(cubaru::Dictionaries::read(texts(&path)?))))
    }

    /// The files' names, in the order in which they were read.
    #[getter]
    fn files(&self) -> Vec<String> {
        self.0.files().to_vec()
    }

    /// The lines that could not be used, in the order of the files.
    ///
    /// >>> import cubaru
    /// >>> [problem] = cubaru.Dictionaries({"actors.txt": "KENYA [KEN]\nPERU\n"}).problems
    /// >>> problem.file, problem.line, problem.code
    /// ('actors.txt', 2, 'no-code')
    #[getter]
    fn problems<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let problems = serde_json::to_string(self.0.problems()).expect("problems have nothing that JSON lacks");
        py.import("cubaru._types")?.call_method1("_layer", ("problems", problems))
    }

    fn __repr__(&self) -> String {
        format!("<cubaru.Dictionaries of {} files, {} problems>", self.0.files().len(), self.0.problems().len())
    }
}

/// The names and texts of a folder's dictionaries.
fn texts(folder: &Path) -> PyResult<Vec<(String, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_file() && cubaru::Dictionaries::takes(&name) {
            found.push((name, String::from_utf8_lossy(&fs::read(&path)?).into_owned()));
        }
    }
    found.sort();
    Ok(found)
}
