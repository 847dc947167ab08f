//! Questions to a knowledge base.

use crate::{
    arguments::Published,
    base::{KnowledgeBase, answer, exported},
    errors::exception,
    reader::{Reader, given},
};
use cubaru::{ClaimFact, EventFact, Query, TenureFact, Unit};
use pyo3::{prelude::*, pybacked::PyBackedStr, types::PyIterator};

/// A class of questions: its conditions of one kind of value, those that all have, and what is its own.
macro_rules! query {
    (
        $(#[$($about:tt)*])*
        $name:ident: $fact:ty = $answer:literal;
        $($(#[$($doc:tt)*])* $condition:ident)*;
        { $($own:tt)* }
    ) => {
        $(#[$($about)*])*
        #[pyclass(frozen, module = "cubaru")]
        pub struct $name {
            pub base: Py<KnowledgeBase>,
            pub query: Query,
        }

        impl $name {
            fn with(&self, py: Python<'_>, name: &str, values: &[&str]) -> PyResult<Self> {
                let query = self.query.clone().with(name, values).map_err(|error| exception(py, &error.into(), None))?;
                Ok(Self { base: self.base.clone_ref(py), query })
            }

            fn ask(&self) -> cubaru::Ask<'_, $fact> {
                self.base.get().inner.ask(self.query.clone())
            }
        }

        #[pymethods]
        impl $name {
            $(
                $(#[$($doc)*])*
                #[pyo3(signature = (value, /, *values))]
                fn $condition(&self, py: Python<'_>, value: &str, values: Vec<PyBackedStr>) -> PyResult<Self> {
                    let values: Vec<&str> = std::iter::once(value).chain(values.iter().map(|v| &**v)).collect();
                    self.with(py, stringify!($condition).trim_start_matches("r#"), &values)
                }
            )*

            /// The dates between which the document was published, the last included; one alone is its own range.
            #[pyo3(signature = (first, last=None, /))]
            fn published(&self, py: Python<'_>, first: Published, last: Option<Published>) -> PyResult<Self> {
                self.with(py, "published", &range(&first, &last))
            }

            /// The rows: by date, or (claims) by document and place.
            fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                answer(py, $answer, || self.ask().rows_in(Unit::CodePoint))
            }

            /// The rows as a JSON list, with places in code points: the same bytes as from Rust and JavaScript.
            fn to_json(&self, py: Python<'_>) -> PyResult<String> {
                py.detach(|| self.ask().to_json()).map_err(|error| exception(py, &error, None))
            }

            fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
                self.rows(py)?.try_iter()
            }

            fn __repr__(&self) -> &'static str {
                concat!("<cubaru.", stringify!($name), ">")
            }

            $($own)*
        }
    };
}

/// Two dates, or one alone.
fn range<'a>(first: &'a Published, last: &'a Option<Published>) -> Vec<&'a str> {
    std::iter::once(first).chain(last).map(|date| date.0.as_str()).collect()
}

query! {
    /// A question for events, as `KnowledgeBase.events()` begins it: conditions narrow it, `rows()` or a loop answers it.
    ///
    /// Values of one condition are alternatives; conditions of different names must all hold. A question cannot be changed: each condition gives a
    /// new one. Rows come by date, those without one last: they are the timeline.
    ///
    /// Raises `BaseError` (`bad-value`) for a value that a condition cannot have.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("Ghana and Togo signed an agreement. Kenya accused Chad of fraud.", published="2023-05-06"))
    /// True
    /// >>> question = base.events().of("AGREE", "SUPPORT", "ACCUSE")
    /// >>> [(event.class_, event.actor[0].code) for event in question]
    /// [('SUPPORT', 'GHA'), ('ACCUSE', 'KEN')]
    /// >>> [event.recipient[0].name for event in question.actor("KEN").rows()]
    /// ['Chad']
    EventQuery: EventFact = "events";
        /// The class: `CONSULT`, `SANCTION`, `SAY` …
        of
        /// What PLOVER would code: a promised visit is AGREE.
        r#type
        /// PLOVER's mode: `visit`, `meet` …
        mode
        /// The quad class: `VERBAL COOPERATION` …
        quad
        /// How the CAMEO code begins.
        cameo
        /// Who acts: a code or how it begins (`RUS`, `RUSGOV`), a name, an id.
        actor
        /// To whom.
        recipient
        /// Who acts or to whom.
        party
        /// A person who takes part: a name or an id.
        person
        /// A sector of any side: `GOV`, `MIL`, `LEG` …
        sector
        /// Where: a country's code, a name, an id.
        place
        /// FactBank's certainty, seen from the document's author: `CT+`, `PS-` …
        certainty
        /// What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`.
        status
        /// How it is stated: `asserted`, `hedged` …
        modality
        /// In whose words it stands: a name, an id, an actor code.
        speaker
        /// Who published the document, or your own id of it.
        source
        /// The document's hash, the beginning of it, or your own id.
        document
        /// Words of the sentence that states it: all of these; those between quotation marks side by side.
        words
        /// The id of one row.
        id;
    {
        /// Those who held a post at the time take part: `office("foreign minister", "RUS")`; without a country of any.
        #[pyo3(signature = (post, country=None, /))]
        fn office(&self, py: Python<'_>, post: &str, country: Option<&str>) -> PyResult<Self> {
            self.with(py, "office", &[post, country.unwrap_or_default()])
        }

        /// The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere.
        #[pyo3(signature = (first, last=None, /))]
        fn between(&self, py: Python<'_>, first: Published, last: Option<Published>) -> PyResult<Self> {
            self.with(py, "between", &range(&first, &last))
        }

        /// How many events in each month between each pair, by class.
        fn counts_by_month_and_pair<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            answer(py, "counts", || self.ask().counts_by_month_and_pair())
        }

        /// Who deals with whom: weighted, and over time.
        ///
        /// >>> import cubaru
        /// >>> base = cubaru.KnowledgeBase()
        /// >>> base.add(cubaru.read("Chad accused Niger of fraud. Niger accused Chad of theft."))
        /// True
        /// >>> [(edge.from_, edge.to, edge.class_, edge.events) for edge in base.events().network().edges]
        /// [('ner', 'tcd', 'ACCUSE', 1), ('tcd', 'ner', 'ACCUSE', 1)]
        fn network<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            answer(py, "network", || self.ask().network())
        }

        /// What is found, in a format: the events, the claims that state them, those who take part, their posts, the documents.
        ///
        /// The formats are those of `KnowledgeBase.export`, but for `conllu`.
        ///
        /// Raises `BaseError` (`bad-value`) where there is no such format.
        #[pyo3(signature = (format, /, *, reader=None))]
        fn export<'py>(&self, py: Python<'py>, format: &str, reader: Option<Bound<'py, Reader>>) -> PyResult<Bound<'py, PyAny>> {
            let reader = given(&reader);
            exported(py, format, || self.ask().export(format, reader))
        }
    }
}

query! {
    /// A question for claims, as `KnowledgeBase.claims()` begins it; as `EventQuery`.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("Chad said that Niger had closed the border."))
    /// True
    /// >>> [claim.speakers[0].name for claim in base.claims().kind("event").words("border")]
    /// ['Chad']
    ClaimQuery: ClaimFact = "claims";
        /// What is stated: `event`, `office`, `statement`.
        kind
        /// FactBank's certainty, seen from the document's author: `CT+`, `PS-` …
        certainty
        /// What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`.
        status
        /// How it is stated: `asserted`, `hedged` …
        modality
        /// In whose words it stands: a name, an id, an actor code.
        speaker
        /// Who published the document, or your own id of it.
        source
        /// The document's hash, the beginning of it, or your own id.
        document
        /// Words of the sentence that states it: all of these; those between quotation marks side by side.
        words
        /// The id of one row.
        id;
    {}
}

query! {
    /// A question for holdings of posts, as `KnowledgeBase.tenures()` begins it; as `EventQuery`.
    ///
    /// >>> import cubaru
    /// >>> base = cubaru.KnowledgeBase()
    /// >>> base.add(cubaru.read("Kenyan Foreign Minister Alfred Mutua visited Ghana.", published="2023-02-14"))
    /// True
    /// >>> [(tenure.name, tenure.post_name) for tenure in base.tenures().country("KEN")]
    /// [('Alfred Mutua', 'foreign minister')]
    TenureQuery: TenureFact = "tenures";
        /// Who holds it: a name or an id.
        person
        /// The post, or words of it: `minister`.
        post
        /// The country (alpha-3).
        country
        /// In whose words it stands: a name, an id, an actor code.
        speaker
        /// Who published the document, or your own id of it.
        source
        /// The document's hash, the beginning of it, or your own id.
        document
        /// Words of the sentence that states it: all of these; those between quotation marks side by side.
        words
        /// The id of one row.
        id;
    {
        /// The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere.
        #[pyo3(signature = (first, last=None, /))]
        fn between(&self, py: Python<'_>, first: Published, last: Option<Published>) -> PyResult<Self> {
            self.with(py, "between", &range(&first, &last))
        }
    }
}
