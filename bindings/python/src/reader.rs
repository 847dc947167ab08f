//! The doors: `read` and `Reader`.

use crate::{
    arguments::{Authors, Forms, Published, Rules, Text},
    document::Document,
    errors::exception,
};
use cubaru::Metadata;
use pyo3::{prelude::*, types::PyDict};
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

/// A text, read again by a reader of English with rules: what a pickle of a document calls.
#[pyfunction]
pub fn _read_again<'py>(
    py: Python<'py>,
    text: Bound<'py, PyAny>,
    rules: Vec<String>,
    known: Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    let given = |inner: cubaru::Reader, text: &String| inner.with_rules(text);
    let inner = rules.iter().try_fold(cubaru::Reader::english(), given).map_err(|error| exception(py, &error, None))?;
    Bound::new(py, Reader { inner, rules })?.call_method("read", (text,), Some(&known))
}

/// The reader that was given, or the one that all share.
pub fn given<'a>(reader: &'a Option<Bound<'_, Reader>>) -> &'a cubaru::Reader {
    reader.as_ref().map_or(&SHARED.inner, |reader| &reader.get().inner)
}

/// Reads texts. Built once; threads may share it.
///
/// `cubaru.read` uses one that all share; make your own to keep a limit or rules of your own.
///
/// >>> import cubaru
/// >>> reader = cubaru.Reader.english().with_limit(1_000_000)
/// >>> reader.read("Cuba!").sentences[0].end
/// 5
#[pyclass(frozen, module = "cubaru")]
pub struct Reader {
    pub inner: cubaru::Reader,
    // The texts of its own rules: a document's pickle must hold them to be read again as it was.
    rules: Vec<String>,
}

#[pymethods]
impl Reader {
    /// A reader of English.
    #[staticmethod]
    fn english() -> Self {
        Self { inner: cubaru::Reader::english(), rules: Vec::new() }
    }

    /// The same with another limit on a text's length, in bytes of UTF-8.
    fn with_limit(&self, n: usize) -> Self {
        Self { inner: self.inner.clone().with_limit(n), rules: self.rules.clone() }
    }

    /// The same with rules of events of your own, one a line, as `docs/events.md` of the project tells.
    ///
    /// `rules` is their text, or the `pathlib.Path` (any `os.PathLike`) of a file of them, in UTF-8. Where one of yours and one of the
    /// reader's ask for as much, yours goes first; classes may be your own. What such a reader reads keeps its rules when pickled.
    ///
    /// Raises `RuleError`, which says where a line breaks the format; `NotUtf8Error`; `OSError` where the file cannot be read.
    ///
    /// >>> import cubaru
    /// >>> rules = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts."
    /// >>> reader = cubaru.Reader.english().with_rules(rules)
    /// >>> [event] = reader.read("Ghana restructured its debt to Japan.").events
    /// >>> event.class_, event.actor[0].text, event.recipient[0].text
    /// ('DEBT', 'Ghana', 'Japan')
    #[pyo3(signature = (rules, /))]
    fn with_rules(&self, py: Python<'_>, rules: Rules<'_>) -> PyResult<Self> {
        let rules = rules.text()?;
        let inner = py.detach(|| rules.rules(self.inner.clone())).map_err(|error| exception(py, &error, Some(rules.bytes())))?;
        let text = String::from_utf8_lossy(rules.bytes()).into_owned();
        Ok(Self { inner, rules: [&self.rules[..], &[text]].concat() })
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
        let reader = limit.map_or_else(|| self.inner.clone(), |n| self.inner.clone().with_limit(n));
        let read = py.detach(|| text.read(&reader, metadata).map(|document| document.in_unit(cubaru::Unit::CodePoint).into_owned()));
        read.map_err(|error| exception(py, &error, Some(text.bytes()))).and_then(|document| Document::new(py, document, self.rules.clone()))
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
            serde_json::to_string(&self.inner.words(&forms)).expect("words have nothing that JSON lacks")
        });
        py.import("cubaru._types")?.call_method1("_layer", ("words", words))
    }

    /// The time expressions of a text alone; the arguments are those of `cubaru.times`.
    #[pyo3(signature = (text, *, anchor=None))]
    fn times<'py>(&self, py: Python<'py>, text: Text<'_>, anchor: Option<Published>) -> PyResult<Bound<'py, PyAny>> {
        let times = py.detach(|| text.times(&self.inner, anchor.as_ref().map(|date| date.0.as_str())));
        let times = times.map_err(|error| exception(py, &error, Some(text.bytes())))?;
        let times = serde_json::to_string(&times).expect("times have nothing that JSON lacks");
        py.import("cubaru._types")?.call_method1("_layer", ("times", times))
    }

    fn __repr__(&self) -> &'static str {
        "<cubaru.Reader of English>"
    }
}
