//! Dates that are not fully known.

use crate::errors::exception;
use cubaru::edtf::{self, Allen};
use pyo3::{prelude::*, types::PyTuple};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A date, an interval or a set of dates, as far as it is known, in EDTF: the Extended Date/Time Format of ISO 8601-2:2019, levels
/// 0 to 2.
///
/// Two values are equal if they say the same, however it was written; `str` writes each in one way. They sort by the first day that
/// they can touch, then by the last. Raises `EdtfError`.
///
/// >>> import cubaru
/// >>> june = cubaru.Edtf("2023-06?")
/// >>> june, june.earliest, june.latest, june.is_uncertain
/// (cubaru.Edtf("2023-06?"), datetime.date(2023, 6, 1), datetime.date(2023, 6, 30), True)
/// >>> cubaru.Edtf("2023-06-04").relation(june)
/// 'during'
/// >>> sorted(map(cubaru.Edtf, ["2023-06~", "199X", "../1985"]))
/// [cubaru.Edtf("../1985"), cubaru.Edtf("199X"), cubaru.Edtf("2023-06~")]
#[pyclass(frozen, eq, ord, module = "cubaru")]
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Edtf(cubaru::Edtf);

#[pymethods]
impl Edtf {
    #[new]
    #[pyo3(signature = (text, /))]
    fn new(py: Python<'_>, text: &str) -> PyResult<Self> {
        cubaru::Edtf::parse(text).map(Self).map_err(|error| exception(py, &error.into(), Some(text.as_bytes())))
    }

    /// What it is: `"date"`, `"time"`, `"interval"`, `"one-of"` or `"all-of"`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind().name()
    }

    /// How fine it is, from `"second"` and `"day"` to `"millennium"`; `None` where it is coarser than that.
    #[getter]
    fn precision(&self) -> Option<&'static str> {
        self.0.precision().map(|precision| precision.name())
    }

    /// Whether any part is marked as uncertain: `?` or `%`.
    #[getter]
    fn is_uncertain(&self) -> bool {
        self.0.is_uncertain()
    }

    /// Whether any part is marked as approximate: `~` or `%`.
    #[getter]
    fn is_approximate(&self) -> bool {
        self.0.is_approximate()
    }

    /// The first day that it can touch; `None` where its beginning is open or unknown, or lies outside of Python's years 1 to 9999.
    #[getter]
    fn earliest<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        date(py, self.0.earliest())
    }

    /// The last day that it can touch; `None` where its end is open or unknown, or lies outside of Python's years 1 to 9999.
    #[getter]
    fn latest<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        date(py, self.0.latest())
    }

    /// The first and the last day that it can touch as ISO 8601 writes them, of all years; `".."` where open, `""` where unknown.
    ///
    /// >>> import cubaru
    /// >>> cubaru.Edtf("-0043-03/..").bounds
    /// ('-0043-03-01', '..')
    #[getter]
    fn bounds(&self) -> (String, String) {
        (self.0.earliest().to_string(), self.0.latest().to_string())
    }

    /// How its bounds lie to another's, by Allen's thirteen relations: `"before"`, `"meets"`, `"overlaps"`, `"finishes"`, `"during"`,
    /// `"starts"`, `"equals"`, `"started-by"`, `"contains"`, `"finished-by"`, `"overlapped-by"`, `"met-by"`, `"after"`. `None` where an
    /// end of either is unknown.
    fn relation(&self, other: &Self) -> Option<&'static str> {
        self.0.relation(&other.0).map(Allen::name)
    }

    /// All relations to another that can be, where it is not told on which day either begins or ends. One alone is certain.
    ///
    /// >>> import cubaru
    /// >>> cubaru.Edtf("2023-05/2023-06").relations(cubaru.Edtf("2023-07-01"))
    /// ('before', 'meets')
    fn relations<'py>(&self, py: Python<'py>, other: &Self) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.relations(&other.0).into_iter().map(Allen::name))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("cubaru.Edtf(\"{}\")", self.0)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((py.import("cubaru")?.getattr("Edtf")?, (self.0.to_string(),)))
    }
}

/// A bound as a `datetime.date`, where Python has one.
fn date<'py>(py: Python<'py>, bound: edtf::Bound) -> PyResult<Option<Bound<'py, PyAny>>> {
    let day = bound.day().filter(|day| (1..=9999).contains(&day.year()));
    day.map(|day| py.import("datetime")?.getattr("date")?.call1((day.year(), day.month(), day.day()))).transpose()
}
