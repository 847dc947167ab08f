//! What a caller passes, turned into a source.

use cubaru::{Metadata, Source, Time, Unit, in_unit};
use pyo3::{exceptions::PyTypeError, prelude::*, pybacked::PyBackedStr, types::PyString};
use std::{borrow::Cow, fs, path::PathBuf};

/// A text: `str`, or `bytes` that should be UTF-8.
pub enum Text<'a> {
    Str(&'a str),
    Bytes(Cow<'a, [u8]>),
}

impl Text<'_> {
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Str(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    pub fn read(&self, reader: &cubaru::Reader, metadata: Metadata) -> cubaru::Result<cubaru::Document> {
        match self {
            Self::Str(text) => reader.read(&Source { text: (*text).into(), metadata }),
            Self::Bytes(bytes) => reader.read_bytes(bytes, &Source { text: String::new(), metadata }),
        }
    }
}

impl Text<'_> {
    /// The reader with these rules.
    pub fn rules(&self, reader: cubaru::Reader) -> cubaru::Result<cubaru::Reader> {
        reader.with_rules(std::str::from_utf8(self.bytes()).map_err(|e| cubaru::Error::NotUtf8 { offset: e.valid_up_to() })?)
    }

    /// Its times, which count code points.
    pub fn times(&self, reader: &cubaru::Reader, anchor: Option<&str>) -> cubaru::Result<Vec<Time>> {
        let text = match self {
            Self::Str(text) => text,
            Self::Bytes(bytes) => reader.text(bytes)?,
        };
        reader.times(text, anchor).map(|times| in_unit(times, text, Unit::CodePoint))
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Text<'a> {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyString>() {
            return Ok(match <&str>::extract(given) {
                Ok(text) => Self::Str(text),
                // A lone surrogate has no UTF-8; the reader then says where it stands.
                Err(_) => Self::Bytes(Cow::Owned(given.call_method1("encode", ("utf-8", "surrogatepass"))?.extract()?)),
            });
        }
        match <&[u8]>::extract(given) {
            Ok(bytes) => Ok(Self::Bytes(Cow::Borrowed(bytes))),
            Err(_) => Err(wrong_type("a text is a str or UTF-8 bytes", given)),
        }
    }
}

/// Rules of events: a `str` is their text, an `os.PathLike` names a file of them.
pub enum Rules<'a> {
    Text(Text<'a>),
    File(PathBuf),
}

impl<'a> Rules<'a> {
    /// Their text; where they stand in a file, it is read.
    pub fn text(self) -> PyResult<Text<'a>> {
        match self {
            Self::Text(text) => Ok(text),
            Self::File(path) => Ok(Text::Bytes(Cow::Owned(fs::read(path)?))),
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Rules<'a> {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyString>() {
            return given.extract().map(Self::Text);
        }
        given.extract().map(Self::File).map_err(|_| wrong_type("rules are a str, or the pathlib.Path of a file of them", given))
    }
}

/// The names of the authors: a sequence of `str`.
#[derive(Default)]
pub struct Authors(pub Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Authors {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // A str is a sequence of str, too: its letters would become authors.
        if given.is_instance_of::<PyString>() {
            return Err(wrong_type("authors are a sequence of str, such as [\"A. Writer\"]", given));
        }
        given.extract().map(Self)
    }
}

/// The words of a sentence: a sequence of `str`.
pub struct Forms(pub Vec<PyBackedStr>);

impl<'py> FromPyObject<'_, 'py> for Forms {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        // A str is a sequence of str, too: its letters would become words.
        if given.is_instance_of::<PyString>() {
            return Err(wrong_type("words are a sequence of str, such as [\"Cuba\", \"signed\"]", given));
        }
        given.extract().map(Self)
    }
}

/// The date of publication: a `str` or a `datetime.date`.
pub struct Published(pub String);

impl<'py> FromPyObject<'_, 'py> for Published {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyString>() {
            return Ok(Self(given.extract()?));
        }
        if given.is_instance(&given.py().import("datetime")?.getattr("date")?)? {
            // A datetime is a date, too: its day is what comes before the time.
            let day: String = given.call_method0("isoformat")?.extract()?;
            return Ok(Self(day.split('T').next().unwrap_or_default().into()));
        }
        Err(wrong_type("a date of publication is a str (2023, 2023-06 or 2023-06-04) or a datetime.date", given))
    }
}

fn wrong_type(expected: &str, given: Borrowed<'_, '_, PyAny>) -> PyErr {
    let name = given.get_type().name().map_or_else(|_| "something else".into(), |name| name.to_string());
    PyTypeError::new_err(format!("{expected}, not {name}"))
}
