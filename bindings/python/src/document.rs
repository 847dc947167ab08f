//! A document that was read.

use crate::{base::answer, dictionaries::Dictionaries, errors::exception};
use pyo3::{
    prelude::*,
    pybacked::PyBackedStr,
    types::{PyDict, PyString, PyTuple},
};

/// A text and all that was read from it.
///
/// Offsets count code points, so that `document.text[e.start:e.end]` slices out the words. An index points into the list of the
/// document that its name tells: `event.time` into `times`, `mention.entity` into `entities`. Every fact says `why`.
///
/// A document cannot be changed. It is equal to another of the same text and source, read by the same rules; pickling keeps these and reads
/// again.
///
/// >>> import cubaru
/// >>> document = cubaru.read("€300 for Cuba 🇨🇺, Russia said.")
/// >>> token = document.tokens[2]
/// >>> document.text[token.start:token.end]
/// 'for'
#[pyclass(frozen, module = "cubaru")]
pub struct Document {
    pub inner: cubaru::Document,
    // Values made so far, by the name of their property: only what is asked for is made, and only once.
    made: Py<PyDict>,
    // The rules of its reader's own.
    rules: Vec<String>,
}

impl Document {
    /// Wraps a document that counts code points.
    pub fn new(py: Python<'_>, inner: cubaru::Document, rules: Vec<String>) -> PyResult<Self> {
        Ok(Self { inner, made: PyDict::new(py).unbind(), rules })
    }

    fn once<'py>(&self, py: Python<'py>, name: &str, make: impl FnOnce() -> PyResult<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        let made = self.made.bind(py);
        match made.get_item(name)? {
            Some(value) => Ok(value),
            // Another thread may have been quicker: then its value is everybody's.
            None => made.call_method1("setdefault", (name, make()?)),
        }
    }

    fn layer<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        self.once(py, name, || py.import("cubaru._types")?.call_method1("_layer", (name, self.inner.layer_json(name))))
    }
}

#[pymethods]
impl Document {
    /// The text, as it was given.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.once(py, "text", || Ok(PyString::new(py, self.inner.text()).into_any()))
    }

    /// What was known of the text before it was read.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "source")
    }

    /// The SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    #[getter]
    fn sha256(&self) -> &str {
        self.inner.sha256()
    }

    /// What the offsets count: code points.
    #[getter]
    fn unit(&self) -> &'static str {
        "code-point"
    }

    /// The document's own date, given or worked out.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "date")
    }

    /// The parts of the article, in order.
    #[getter]
    fn parts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "parts")
    }

    /// The paragraphs, in order.
    #[getter]
    fn paragraphs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "paragraphs")
    }

    /// The sentences, in order.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "sentences")
    }

    /// The tokens, which tile the text.
    #[getter]
    fn tokens<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "tokens")
    }

    /// The quotations, by their opening marks.
    #[getter]
    fn quotations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "quotations")
    }

    /// Damage, and how it is read.
    #[getter]
    fn repairs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "repairs")
    }

    /// Numbers, money, shares.
    #[getter]
    fn quantities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "quantities")
    }

    /// Time expressions.
    #[getter]
    fn times<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "times")
    }

    /// The entities, in the order of their first mention.
    #[getter]
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "entities")
    }

    /// The mentions of entities.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "mentions")
    }

    /// Who holds which post.
    #[getter]
    fn offices<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "offices")
    }

    /// Who says what.
    #[getter]
    fn attributions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "attributions")
    }

    /// Who did what to whom.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "events")
    }

    /// Sentences from which no fact was taken.
    #[getter]
    fn unread<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "unread")
    }

    /// What the reader noticed.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "diagnostics")
    }

    /// The claims, in the order of their words.
    #[getter]
    fn claims<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.layer(py, "claims")
    }

    /// The claims that a source makes or that stand in its mouth, in the order of their words.
    ///
    /// The source is named by any of the words that the text has for it, by its fullest name or by its actor code; letter case does not
    /// count. Each claim has its whole chain of `speakers`; what nobody but the document's author says has none.
    ///
    /// >>> import cubaru
    /// >>> document = cubaru.read("The agency reported that officials had told Turkey that Libya had attacked Malta.")
    /// >>> attack = document.claims_by("officials")[-1]
    /// >>> [speaker.source[0].text for speaker in attack.speakers]
    /// ['The agency', 'officials']
    /// >>> document.claims_by("Malta")
    /// ()
    #[pyo3(signature = (source, /))]
    fn claims_by<'py>(&self, py: Python<'py>, source: &str) -> PyResult<Bound<'py, PyAny>> {
        let claims = serde_json::to_string(&self.inner.claims_by(source)).expect("claims have nothing that JSON lacks");
        py.import("cubaru._types")?.call_method1("_layer", ("claims", claims))
    }

    /// What the text shows to be at odds within itself, as `cubaru.check` finds it.
    ///
    /// >>> import cubaru
    /// >>> text = "Three ministers resigned on Monday: Ana Prado, the minister of trade, and Luis Lemos, the minister of health."
    /// >>> [(finding.kind, finding.note) for finding in cubaru.read(text).check() if not finding.agrees]
    /// [('count', 'the text says 3 and names 2')]
    fn check<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, "findings", || Ok(self.inner.check()))
    }

    /// JSON on one line, with offsets in code points: the same bytes from Rust, Python and JavaScript.
    ///
    /// Its shape is the JSON Schema `document-1.json`.
    fn to_json(&self) -> String {
        self.inner.to_json()
    }

    /// The sentences as CoNLL-U, which other tools for syntax read: one token a line, an empty line behind each sentence.
    ///
    /// The source's id becomes the `newdoc id` and begins each `sent_id`. Words that are written as one (`didn't`) are multiword
    /// tokens. FEATS and DEPS are not filled.
    ///
    /// >>> import cubaru
    /// >>> lines = cubaru.read("Cuba didn't sign.", id="wire").conllu().splitlines()
    /// >>> lines[0], lines[2], lines[3]
    /// ('# newdoc id = wire', '# sent_id = wire-1', "# text = Cuba didn't sign.")
    /// >>> [line.split("\t")[1] for line in lines[4:-1]]
    /// ['Cuba', "didn't", 'did', "n't", 'sign', '.']
    fn conllu(&self) -> String {
        self.inner.conllu()
    }

    /// The events that dictionaries code, with the lines behind each, and how often the text speaks of their issues.
    ///
    /// >>> import cubaru
    /// >>> verbs = "--- MEET [040:040] ---\nMEET {MEETS MET}\n"
    /// >>> dictionaries = cubaru.Dictionaries({"verbs.txt": verbs, "actors.txt": "PERU [PER]\nKENYA [KEN]\n"})
    /// >>> coding = cubaru.read("Peru met Kenya.").code(dictionaries)
    /// >>> [(event.source.code, event.code, event.target.code) for event in coding.events]
    /// [('PER', '040', 'KEN'), ('KEN', '040', 'PER')]
    fn code<'py>(&self, py: Python<'py>, dictionaries: &Dictionaries) -> PyResult<Bound<'py, PyAny>> {
        let coding = py.detach(|| serde_json::to_string(&self.inner.code(&dictionaries.0)).expect("a coding has nothing that JSON lacks"));
        py.import("cubaru._types")?.call_method1("_layer", ("coding", coding))
    }

    /// The items of some layers, one a line, in the order of the text: for people and for tests.
    ///
    /// It says what the JSON says, without offsets and rules; a dash stands for what is missing. Layers are all the lists,
    /// `date` and `trees`. Raises `CubaruError` for any other name.
    ///
    /// >>> import cubaru
    /// >>> print(cubaru.read("Moscow hadn’t. “No base,” it added.").outline(["sentences", "quotations"]))
    /// sentence "Moscow hadn’t."
    /// sentence "“No base,” it added."
    /// quotation "No base,"
    fn outline(&self, py: Python<'_>, layers: Vec<PyBackedStr>) -> PyResult<String> {
        let layers: Vec<&str> = layers.iter().map(|layer| &**layer).collect();
        self.inner.outline(&layers).map_err(|error| exception(py, &error, None))
    }

    /// The words at a span: at anything with a `start` and an `end` in code points.
    ///
    /// >>> import cubaru
    /// >>> document = cubaru.read("Cuba said no.")
    /// >>> document.words(document.tokens[1])
    /// 'said'
    fn words(&self, span: &Bound<'_, PyAny>) -> PyResult<&str> {
        let (start, end) = (span.getattr("start")?.extract()?, span.getattr("end")?.extract()?);
        Ok(self.inner.words(cubaru::Span { start, end }))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let first = self.inner.text().lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let name = self.inner.source().title.as_deref().unwrap_or(first);
        let short: String = if name.chars().count() > 60 { name.chars().take(59).chain(['…']).collect() } else { name.into() };
        let date = self.inner.date().map_or("no date", |date| &date.edtf);
        let counts = [
            (self.inner.sentences().len(), "sentence"),
            (self.inner.offices().len(), "office"),
            (self.inner.attributions().len(), "attribution"),
            (self.inner.events().len(), "event"),
        ];
        let counts = counts.map(|(n, what)| format!("{n} {what}{}", if n == 1 { "" } else { "s" }));
        Ok(format!("<cubaru.Document {} ({date}): {}>", PyString::new(py, &short).repr()?, counts.join(", ")))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner == other.inner
    }

    fn __hash__(&self) -> u64 {
        u64::from_str_radix(&self.inner.sha256()[..16], 16).unwrap_or_default()
    }

    /// The whole reading follows from the text, its source and the rules of the reader's own; these are what a pickle holds.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let source = self.inner.source();
        let known = PyDict::new(py);
        known.set_item("title", source.title.as_deref())?;
        known.set_item("url", source.url.as_deref())?;
        known.set_item("publisher", source.publisher.as_deref())?;
        known.set_item("authors", &source.authors)?;
        known.set_item("published", source.published.as_deref())?;
        known.set_item("id", source.id.as_deref())?;
        known.set_item("limit", self.inner.text().len())?;
        if !self.rules.is_empty() {
            let again = py.import("cubaru._native")?.getattr("_read_again")?;
            return Ok((again, (self.text(py)?, &self.rules, known).into_pyobject(py)?));
        }
        let read = py.import("cubaru")?.getattr("read")?;
        let again = py.import("functools")?.getattr("partial")?.call((read,), Some(&known))?;
        Ok((again, PyTuple::new(py, [self.text(py)?])?))
    }
}
