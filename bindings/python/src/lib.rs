//! `cubaru` for Python: arguments apart, one call of the facade, the result wrapped. Offsets count code points.
mod arguments;
mod base;
mod cases;
mod check;
mod dictionaries;
mod document;
mod edtf;
mod errors;
mod names;
mod query;
mod reader;

use pyo3::prelude::*;

/// The compiled part of `cubaru`; import its names from `cubaru`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::{
        base::KnowledgeBase,
        cases::{_cases, _check_cases},
        check::{Texts, check},
        dictionaries::Dictionaries,
        document::Document,
        edtf::Edtf,
        names::{Comparison, Reason, same_person},
        query::{ClaimQuery, EventQuery, TenureQuery},
        reader::{_read_again, Reader, read, times},
    };

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
