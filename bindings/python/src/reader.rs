//! The doors: `read` and `Reader`.

use crate::{
    arguments::{Authors, Forms, Published, Text},
    document::Document,
    errors::exception,
};
use cubaru::Metadata;
use pyo3::prelude::*;
use std::sync::LazyLock;

static SHARED: LazyLock<Reader> = LazyLock::new(Reader::english);

/// Reads a text of political news.
///
/// `text` is a `str`, or `bytes` of UTF-8. All that is known of it is optional: its `title` (where the text does not begin with
/// it), `url`, `publisher`, `authors` (a sequence of `str`), the date `published` (a `datetime.date`, or `"2023"`, `"2023-06"`,
/// `"2023-06-04"`), and your own `id` for it. A text of more than `limit` bytes of UTF-8 (10 MiB unless told otherwise) is refused.
///
/// Raises `NotUtf8Error`, `TooLongError` or `BadDateError`, all of them `CubaruError`. Odd prose never is an error. Other threads
/// run while it reads.
///
/// >>> import cubaru
/// >>> document = cubaru.read("Cuba and Russia signed an agreement.", published="2023-05")
/// >>> [token.text for token in document.tokens]
/// ['Cuba', 'and', 'Russia', 'signed', 'an', 'agreement', '.']
#[pyfunction]
#[pyo3(signature = (text, *, title=None, url=None, publisher=None, authors=None, published=None, id=None, limit=None))]
#[allow(clippy::too_many_arguments)]
pub fn read(
    py: Python<'_>,
    text: Text<'_>,
    title: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    authors: Option<Authors>,
    published: Option<Published>,
    id: Option<String>,
    limit: Option<usize>,
) -> PyResult<Document> {
    SHARED.read(py, text, title, url, publisher, authors, published, id, limit)
}

/// The time expressions of a text alone: those that `read` gives a document published on `anchor`, many times faster.
///
/// `anchor` is a `datetime.date`, or `"2023"`, `"2023-06"`, `"2023-06-04"`. Offsets count code points. Raises what `read` raises.
///
/// >>> import cubaru
/// >>> for time in cubaru.times("Lavrov visited Cuba last Thursday, for two days.", anchor="2023-04-22"):
/// ...     print(time.text, time.type, time.value, time.edtf)
/// last Thursday DATE 2023-04-20 2023-04-20
/// two days DURATION P2D None
#[pyfunction]
#[pyo3(signature = (text, *, anchor=None))]
pub fn times<'py>(py: Python<'py>, text: Text<'_>, anchor: Option<Published>) -> PyResult<Bound<'py, PyAny>> {
    SHARED.times(py, text, anchor)
}

/// Reads texts. Built once; threads may share it.
///
/// `cubaru.read` uses one that all share; make your own to keep a limit of your own.
///
/// >>> import cubaru
/// >>> reader = cubaru.Reader.english().with_limit(1_000_000)
/// >>> reader.read("Cuba!").sentences[0].end
/// 5
#[pyclass(frozen, module = "cubaru")]
pub struct Reader(pub cubaru::Reader);

#[pymethods]
impl Reader {
    /// A reader of English.
    #[staticmethod]
    fn english() -> Self {
        Self(cubaru::Reader::english())
    }

    /// The same with another limit on a text's length, in bytes of UTF-8.
    fn with_limit(&self, n: usize) -> Self {
        Self(self.0.clone().with_limit(n))
    }

    /// Reads a text; the arguments are those of `cubaru.read`.
    #[pyo3(signature = (text, *, title=None, url=None, publisher=None, authors=None, published=None, id=None, limit=None))]
    #[allow(clippy::too_many_arguments)]
    fn read(
        &self,
        py: Python<'_>,
        text: Text<'_>,
        title: Option<String>,
        url: Option<String>,
        publisher: Option<String>,
        authors: Option<Authors>,
        published: Option<Published>,
        id: Option<String>,
        limit: Option<usize>,
    ) -> PyResult<Document> {
        let (authors, published) = (authors.unwrap_or_default().0, published.map(|p| p.0));
        let metadata = Metadata { id, title, url, publisher, authors, published };
        let reader = limit.map_or_else(|| self.0.clone(), |n| self.0.clone().with_limit(n));
        let read = py.detach(|| text.read(&reader, metadata).map(|document| document.in_unit(cubaru::Unit::CodePoint).into_owned()));
        read.map_err(|error| exception(py, &error, Some(text.bytes()))).and_then(|document| Document::new(py, document))
    }

    /// The words of one sentence that is split into words already, as Universal Dependencies splits English.
    ///
    /// One `Word` for each form, with its lemma, its class and its place in the tree. For texts that another program has split;
    /// `read` does all this by itself.
    ///
    /// >>> import cubaru
    /// >>> words = cubaru.Reader.english().words(["Russia", "did", "n't", "sign", "."])
    /// >>> len(words), [word.relation for word in words if word.head is None]
    /// (5, ['root'])
    fn words<'py>(&self, py: Python<'py>, forms: Forms) -> PyResult<Bound<'py, PyAny>> {
        let words = py.detach(|| {
            let forms: Vec<&str> = forms.0.iter().map(|form| &**form).collect();
            serde_json::to_string(&self.0.words(&forms)).expect("words have nothing that JSON lacks")
        });
        py.import("cubaru._types")?.call_method1("_layer", ("words", words))
    }

    /// The time expressions of a text alone; the arguments are those of `cubaru.times`.
    #[pyo3(signature = (text, *, anchor=None))]
    fn times<'py>(&self, py: Python<'py>, text: Text<'_>, anchor: Option<Published>) -> PyResult<Bound<'py, PyAny>> {
        let times = py.detach(|| text.times(&self.0, anchor.as_ref().map(|date| date.0.as_str())));
        let times = times.map_err(|error| exception(py, &error, Some(text.bytes())))?;
        let times = serde_json::to_string(&times).expect("times have nothing that JSON lacks");
        py.import("cubaru._types")?.call_method1("_layer", ("times", times))
    }

    fn __repr__(&self) -> &'static str {
        "<cubaru.Reader of English>"
    }
}
