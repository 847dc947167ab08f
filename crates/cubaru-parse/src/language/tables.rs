//! The trained tables: how they stand in bytes, and the matrices made of them.
//!
//! All numbers are little-endian. Eight letters of magic; ten `u32` (the sizes in [`Sizes`], in its order); then the numbers of the
//! features (`u32`, ascending), a byte each that is 1 for a common word; a byte each that scales its row, and the rows (`i8`), the row for unknown words first; then the
//! matrices in the order in which [`Tables`] lists them, each as its shift (`u32`), its weights (`i16`, row by row) and its biases (`i32`).

use crate::{
    label::{Relation, Upos, Xpos},
    product::{OUT, Panels},
};
use std::borrow::Cow;
use thiserror::Error;

const MAGIC: &[u8; 8] = b"cubarus1";

/// Binary digits after the point in activations.
pub const POINT: u32 = 10;
/// The largest activation; weights are scaled so that no sum of products overflows.
pub const LIMIT: i32 = (1 << 14) - 1;
/// Binary digits after the point in the values of rows.
pub const ROW_POINT: u32 = 13;

/// How many classes of distance there are between a word and its head ([`crate::syntax::distance`]).
pub const DISTANCES: usize = 19;
/// All widths are multiples of this.
pub const IN: usize = 8;

/// Why bytes are no tables.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TablesError {
    /// They begin otherwise.
    #[error("these bytes are no tables of the syntax floor, or of another version")]
    Magic,
    /// They end too early, or go on after the end.
    #[error("the tables have {found} bytes where {expected} are due")]
    Length {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// They have widths that cannot be worked with.
    #[error("the tables have widths that are no multiples of eight")]
    Widths,
    /// Their labels are not those that this version knows.
    #[error("the tables were made for other labels")]
    Labels,
}

impl TablesError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        "make them anew with `cargo xtask train`"
    }
}

/// How large everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// The width of a word's row.
    pub input: usize,
    /// The units of a layer in each direction.
    pub hidden: usize,
    /// The recurrent layers.
    pub layers: usize,
    /// The width of the vectors that score arcs.
    pub arc: usize,
    /// The width of the layer that labels arcs.
    pub label: usize,
    /// The word classes.
    pub upos: usize,
    /// The tags.
    pub xpos: usize,
    /// The relations.
    pub relations: usize,
    /// The classes of distance.
    pub distances: usize,
    /// The features that have rows.
    pub features: usize,
}

/// A product with a matrix and a shift: `y = (w·x + b) >> shift`.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The width of what goes in.
    pub from: usize,
    /// The width of what comes out.
    pub to: usize,
    /// By how many binary digits the sums are moved.
    pub shift: u32,
    /// Row by row, one row for each number that comes out.
    pub weights: Vec<i16>,
    /// At the scale of the sums.
    pub bias: Vec<i32>,
}

/// A [`Matrix`] laid out to be applied.
#[derive(Debug, Clone)]
pub(crate) struct Linear {
    pub panels: Panels,
    pub shift: u32,
    /// As wide as all panels together.
    pub bias: Vec<i32>,
}

impl From<Matrix> for Linear {
    fn from(Matrix { from, to, shift, weights, mut bias }: Matrix) -> Self {
        bias.resize(to.next_multiple_of(OUT), 0);
        Self { panels: Panels::new(&weights, from), shift, bias }
    }
}

/// One direction of a recurrent layer.
#[derive(Debug, Clone)]
pub(crate) struct Direction {
    /// From the input to state, gates and (where the input is not as wide as the output) by-pass, side by side.
    pub matrix: Linear,
    /// How the state bears on the gates: first on memory, then on the output. Its bias is unused.
    pub gates: Matrix,
}

/// The tables of a language.
#[derive(Clone)]
pub struct Tables {
    /// How large everything is.
    pub sizes: Sizes,
    /// Where the features begin whose numbers start with the same bits.
    starts: Vec<u32>,
    numbers: Vec<u32>,
    /// Whether each feature is a common word, whose beginning and end say nothing.
    common: Vec<bool>,
    rows: Cow<'static, [u8]>,
    pub(crate) layers: Vec<[Direction; 2]>,
    pub(crate) upos: Linear,
    pub(crate) xpos: Linear,
    pub(crate) dependent: Linear,
    pub(crate) head: Linear,
    pub(crate) bilinear: Linear,
    /// The root, as a head: in its bias.
    pub(crate) root: Matrix,
    pub(crate) distance: Linear,
    pub(crate) label_dependent: Linear,
    pub(crate) label_head: Linear,
    /// The root, as a head: in its bias.
    pub(crate) label_root: Matrix,
    /// What each class of distance adds: in the biases, side by side.
    pub(crate) label_distance: Matrix,
    pub(crate) label: Linear,
}

/// The leading bits of a feature's number that `starts` goes by.
const BITS: u32 = 14;

impl Tables {
    /// Reads tables; rows stay where they are.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, TablesError> {
        Self::new(Cow::Borrowed(bytes))
    }

    /// Reads tables.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, TablesError> {
        Self::new(Cow::Owned(bytes))
    }

    fn new(bytes: Cow<'static, [u8]>) -> Result<Self, TablesError> {
        let mut reader = Reader { bytes: &bytes, at: 0 };
        if reader.take(8)? != MAGIC {
            return Err(TablesError::Magic);
        }
        let mut size = || reader.number().map(|n| n as usize);
        let s = Sizes {
            input: size()?,
            hidden: size()?,
            layers: size()?,
            arc: size()?,
            label: size()?,
            upos: size()?,
            xpos: size()?,
            relations: size()?,
            distances: size()?,
            features: size()?,
        };
        if (s.upos, s.xpos, s.relations, s.distances) != (Upos::ALL.len(), Xpos::ALL.len(), Relation::ALL.len(), DISTANCES) {
            return Err(TablesError::Labels);
        }
        if [s.input, s.hidden, s.arc, s.label].iter().any(|w| *w == 0 || w % IN != 0) {
            return Err(TablesError::Widths);
        }
        let numbers: Vec<u32> = words(reader.take(s.features.saturating_mul(4))?).collect();
        let common = reader.take(s.features)?.iter().map(|b| *b == 1).collect();
        let from = reader.at;
        reader.take((s.features + 1).saturating_mul(s.input + 1))?;
        let rows = from..reader.at;
        let both = 2 * s.hidden;
        let mut layers = Vec::new();
        for l in 0..s.layers {
            let input = if l == 0 { s.input } else { both };
            // As wide as its output, an input needs no matrix to pass by.
            let wide = if input == both { 3 } else { 4 } * s.hidden;
            let mut direction = || Ok(Direction { matrix: reader.matrix(input, wide)?.into(), gates: reader.matrix(1, both)? });
            layers.push([direction()?, direction()?]);
        }
        let upos = reader.matrix(both, s.upos)?.into();
        let xpos = reader.matrix(both, s.xpos)?.into();
        let dependent = reader.matrix(both, s.arc)?.into();
        let head = reader.matrix(both, s.arc)?.into();
        let bilinear = reader.matrix(s.arc, s.arc)?.into();
        let root = reader.matrix(0, s.arc)?;
        let distance = reader.matrix(s.arc, s.distances)?.into();
        let label_dependent = reader.matrix(both, s.label)?.into();
        let label_head = reader.matrix(both, s.label)?.into();
        let label_root = reader.matrix(0, s.label)?;
        let label_distance = reader.matrix(0, s.distances * s.label)?;
        let label = reader.matrix(s.label, s.relations)?.into();
        if reader.at != bytes.len() {
            return Err(TablesError::Length { found: bytes.len(), expected: reader.at });
        }
        let mut starts = vec![0; (1 << BITS) + 1];
        numbers.iter().for_each(|n| starts[(n >> (32 - BITS)) as usize + 1] += 1);
        (1..starts.len()).for_each(|i| starts[i] += starts[i - 1]);
        let rows = match bytes {
            Cow::Borrowed(all) => Cow::Borrowed(&all[rows]),
            Cow::Owned(all) => Cow::Owned(all[rows].to_vec()),
        };
        Ok(Self {
            sizes: s,
            starts,
            numbers,
            common,
            rows,
            layers,
            upos,
            xpos,
            dependent,
            head,
            bilinear,
            root,
            distance,
            label_dependent,
            label_head,
            label_root,
            label_distance,
            label,
        })
    }

    /// The row of a feature, by its number.
    pub(crate) fn row_of(&self, number: u32) -> Option<usize> {
        let bucket = (number >> (32 - BITS)) as usize;
        let (from, to) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        self.numbers[from..to].iter().position(|n| *n == number).map(|at| from + at + 1)
    }

    /// Whether a row is that of a common word, whose beginning and end say nothing.
    pub(crate) fn is_common(&self, row: usize) -> bool {
        row.checked_sub(1).is_some_and(|at| self.common[at])
    }

    /// A row: its scale and its values; row 0 is that of unknown words.
    #[inline(always)]
    pub(crate) fn row(&self, row: usize) -> (i16, &[u8]) {
        let count = self.sizes.features + 1;
        (i16::from(self.rows[row]), &self.rows[count + row * self.sizes.input..][..self.sizes.input])
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Result<&'a [u8], TablesError> {
        let end = self.at.saturating_add(n);
        let found = self.bytes.get(self.at..end).ok_or(TablesError::Length { found: self.bytes.len(), expected: end })?;
        self.at = end;
        Ok(found)
    }

    fn number(&mut self) -> Result<u32, TablesError> {
        Ok(words(self.take(4)?).next().unwrap_or_default())
    }

    fn matrix(&mut self, from: usize, to: usize) -> Result<Matrix, TablesError> {
        let shift = self.number()?.min(31);
        let weights = self.take(from.saturating_mul(to).saturating_mul(2))?;
        let weights = weights.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect();
        let bias = words(self.take(to.saturating_mul(4))?).map(|b| b as i32).collect();
        Ok(Matrix { from, to, shift, weights, bias })
    }
}

/// Writes tables as [`Tables::from_bytes`] reads them.
pub struct Writer(Vec<u8>);

impl Writer {
    /// Begins with the sizes, the features' numbers (ascending), which of them are common words, and their rows: a scale each, then the values, for unknown words first.
    pub fn new(s: &Sizes, numbers: &[u32], common: &[bool], scales: &[u8], rows: &[i8]) -> Self {
        let mut bytes = MAGIC.to_vec();
        let sizes = [s.input, s.hidden, s.layers, s.arc, s.label, s.upos, s.xpos, s.relations, s.distances, s.features];
        bytes.extend(sizes.iter().flat_map(|n| (*n as u32).to_le_bytes()));
        bytes.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        bytes.extend(common.iter().map(|c| u8::from(*c)));
        bytes.extend(scales);
        bytes.extend(rows.iter().map(|v| *v as u8));
        Self(bytes)
    }

    /// Adds a matrix.
    pub fn matrix(&mut self, m: &Matrix) {
        self.0.extend(m.shift.to_le_bytes());
        self.0.extend(m.weights.iter().flat_map(|w| w.to_le_bytes()));
        self.0.extend(m.bias.iter().flat_map(|b| b.to_le_bytes()));
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}
