//! Lists packed into bytes, and the lookup on them.
//!
//! Layout, all numbers u32 little-endian: magic; the eight section lengths; then the sections: list table, row table, cell table
//! (offset and length in the pool), group table, group entries, exact transducer, folded transducer, string pool.

use crate::{LexiconError, List, fold_case, fold_marks};
use fst::raw::{CompiledAddr, Fst, Output};
use std::{borrow::Cow, collections::BTreeMap, collections::HashMap};

const MAGIC: &[u8; 8] = b"cubarul1";
const SECTIONS: usize = 8;
type Bytes = Cow<'static, [u8]>;

/// Packs lists into bytes that [`Lexicon::from_static`] uses in place.
pub fn pack(lists: &[List]) -> Result<Vec<u8>, LexiconError> {
    let mut pool = Pool::default();
    let (mut table, mut rows, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    let mut keys: [BTreeMap<String, Vec<u32>>; 2] = Default::default();
    let mut row_id = 0u32;
    for list in lists {
        let (at, len) = pool.add(&list.name);
        table.extend([at, len, list.columns.len() as u32, row_id, list.rows.len() as u32]);
        let list_id = table.len() as u32 / 5 - 1;
        for row in &list.rows {
            let key = if list.fold { fold_case(&row.cells[0]) } else { fold_marks(&row.cells[0]) };
            keys[list.fold as usize].entry(key.into_owned()).or_default().push(row_id);
            rows.extend([list_id, row.line, cells.len() as u32 / 2]);
            for cell in &row.cells {
                let (at, len) = pool.add(cell);
                cells.extend([at, len]);
            }
            row_id += 1;
        }
    }
    let (mut groups, mut entries, mut transducers) = (Vec::new(), Vec::new(), Vec::new());
    for keys in &keys {
        let mut builder = fst::MapBuilder::memory();
        for (key, ids) in keys {
            builder.insert(key, groups.len() as u64 / 2).map_err(|e| LexiconError::Bytes(e.to_string()))?;
            groups.extend([entries.len() as u32, ids.len() as u32]);
            entries.extend(ids);
        }
        transducers.push(builder.into_inner().map_err(|e| LexiconError::Bytes(e.to_string()))?);
    }
    let bytes = |words: Vec<u32>| words.iter().flat_map(|w| w.to_le_bytes()).collect::<Vec<u8>>();
    let sections = [
        bytes(table),
        bytes(rows),
        bytes(cells),
        bytes(groups),
        bytes(entries),
        std::mem::take(&mut transducers[0]),
        std::mem::take(&mut transducers[1]),
        pool.bytes,
    ];
    let mut out = MAGIC.to_vec();
    out.extend(sections.iter().flat_map(|s| (s.len() as u32).to_le_bytes()));
    sections.iter().for_each(|s| out.extend(s));
    Ok(out)
}

#[derive(Default)]
struct Pool {
    bytes: Vec<u8>,
    known: HashMap<String, (u32, u32)>,
}

impl Pool {
    fn add(&mut self, text: &str) -> (u32, u32) {
        if let Some(place) = self.known.get(text) {
            return *place;
        }
        let place = (self.bytes.len() as u32, text.len() as u32);
        self.bytes.extend(text.as_bytes());
        self.known.insert(text.into(), place);
        place
    }
}

/// Packed lists, ready for lookup.
#[derive(Clone)]
pub struct Lexicon {
    sections: [Bytes; SECTIONS],
    exact: Fst<Bytes>,
    folded: Fst<Bytes>,
    /// The last section.
    pool: Cow<'static, str>,
}

impl Lexicon {
    /// Uses packed bytes in place.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, LexiconError> {
        Self::open(bytes.len(), |from, to| bytes.get(from..to).map(Cow::Borrowed))
    }

    /// Packs lists at run time.
    pub fn from_lists(lists: &[List]) -> Result<Self, LexiconError> {
        let bytes = pack(lists)?;
        Self::open(bytes.len(), |from, to| bytes.get(from..to).map(|b| Cow::Owned(b.to_vec())))
    }

    fn open(len: usize, cut: impl Fn(usize, usize) -> Option<Bytes>) -> Result<Self, LexiconError> {
        let short = || LexiconError::Bytes(format!("{len} bytes are too few"));
        if cut(0, MAGIC.len()).as_deref() != Some(MAGIC) {
            return Err(LexiconError::Bytes("wrong first bytes".into()));
        }
        let mut at = MAGIC.len() + 4 * SECTIONS;
        let lengths = cut(MAGIC.len(), at).ok_or_else(short)?;
        let mut sections: [Bytes; SECTIONS] = Default::default();
        for (i, section) in sections.iter_mut().enumerate() {
            let length = word(&lengths, i) as usize;
            *section = cut(at, at + length).ok_or_else(short)?;
            at += length;
        }
        let transducer = |b: &Bytes| Fst::new(b.clone()).map_err(|e| LexiconError::Bytes(e.to_string()));
        let no_text = |e: std::str::Utf8Error| LexiconError::Bytes(e.to_string());
        let pool = match std::mem::take(&mut sections[7]) {
            Cow::Borrowed(b) => Cow::Borrowed(std::str::from_utf8(b).map_err(no_text)?),
            Cow::Owned(b) => Cow::Owned(String::from_utf8(b).map_err(|e| no_text(e.utf8_error()))?),
        };
        Ok(Self { exact: transducer(&sections[5])?, folded: transducer(&sections[6])?, sections, pool })
    }

    /// Begins a lookup; see [`Walk::feed`].
    pub fn walk(&self) -> Walk<'_> {
        Walk {
            lexicon: self,
            exact: Some((self.exact.root().addr(), Output::zero())),
            folded: Some((self.folded.root().addr(), Output::zero())),
        }
    }

    /// All entries for one form.
    pub fn get(&self, form: &str) -> Vec<Entry<'_>> {
        let mut walk = self.walk();
        walk.feed(form);
        walk.hits().collect()
    }

    /// The entries of one list, in order.
    pub fn list(&self, name: &str) -> impl Iterator<Item = Entry<'_>> {
        let table = &self.sections[0];
        let found = (0..table.len() / 20).find(|i| self.text(word(table, i * 5), word(table, i * 5 + 1)) == name);
        let range = found.map_or(0..0, |i| word(table, i * 5 + 3)..word(table, i * 5 + 3) + word(table, i * 5 + 4));
        range.map(|row| Entry { lexicon: self, row })
    }

    /// The names of the lists, in the order packed.
    pub fn list_names(&self) -> impl Iterator<Item = &str> {
        let table = &self.sections[0];
        (0..table.len() / 20).map(move |i| self.text(word(table, i * 5), word(table, i * 5 + 1)))
    }

    /// The entry with this number, as [`Entry::row`] gave it.
    pub fn entry(&self, row: u32) -> Entry<'_> {
        Entry { lexicon: self, row }
    }

    fn text(&self, at: u32, len: u32) -> &str {
        self.pool.get(at as usize..(at + len) as usize).unwrap_or("")
    }

    fn group(&self, group: u64) -> impl Iterator<Item = Entry<'_>> {
        let (from, count) = (word(&self.sections[3], group as usize * 2), word(&self.sections[3], group as usize * 2 + 1));
        (from..from + count).map(|i| Entry { lexicon: self, row: word(&self.sections[4], i as usize) })
    }
}

fn word(bytes: &[u8], index: usize) -> u32 {
    bytes.get(index * 4..index * 4 + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// One entry of a packed list.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    lexicon: &'a Lexicon,
    row: u32,
}

impl<'a> Entry<'a> {
    fn row_word(&self, field: usize) -> u32 {
        word(&self.lexicon.sections[1], self.row as usize * 3 + field)
    }

    /// The entry's number among all entries of the lexicon.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// The number of its list, in the order packed.
    pub fn list_index(&self) -> u32 {
        self.row_word(0)
    }

    /// The name of its list.
    pub fn list(&self) -> &'a str {
        let table = &self.lexicon.sections[0];
        let i = self.list_index() as usize * 5;
        self.lexicon.text(word(table, i), word(table, i + 1))
    }

    /// The line of the list's file that it stands on.
    pub fn line(&self) -> u32 {
        self.row_word(1)
    }

    /// A cell by its column, counted from 0; empty where there is none.
    pub fn cell(&self, column: usize) -> &'a str {
        if column >= word(&self.lexicon.sections[0], self.list_index() as usize * 5 + 2) as usize {
            return "";
        }
        let i = self.row_word(2) as usize + column;
        self.lexicon.text(word(&self.lexicon.sections[2], i * 2), word(&self.lexicon.sections[2], i * 2 + 1))
    }

    /// The form: the first cell.
    pub fn form(&self) -> &'a str {
        self.cell(0)
    }
}

/// A lookup under way.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    lexicon: &'a Lexicon,
    exact: Option<(CompiledAddr, Output)>,
    folded: Option<(CompiledAddr, Output)>,
}

impl<'a> Walk<'a> {
    /// Goes on by a piece of text (one space stands for any white space); false where no entry begins so.
    pub fn feed(&mut self, piece: &str) -> bool {
        // Most of a text is ASCII, which folds byte by byte.
        if piece.is_ascii() {
            step(&self.lexicon.exact, &mut self.exact, piece.bytes());
            step(&self.lexicon.folded, &mut self.folded, piece.bytes().map(|b| b.to_ascii_lowercase()));
            return self.exact.is_some() || self.folded.is_some();
        }
        let marks = fold_marks(piece);
        step(&self.lexicon.exact, &mut self.exact, marks.bytes());
        if self.folded.is_some() {
            step(&self.lexicon.folded, &mut self.folded, fold_case(&marks).bytes());
        }
        self.exact.is_some() || self.folded.is_some()
    }

    /// The entries that end here.
    pub fn hits(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let ends = [(&self.lexicon.exact, self.exact), (&self.lexicon.folded, self.folded)];
        let lexicon = self.lexicon;
        ends.into_iter()
            .filter_map(|(fst, state)| {
                let (addr, output) = state?;
                let node = fst.node(addr);
                node.is_final().then(|| output.cat(node.final_output()).value())
            })
            .flat_map(move |group| lexicon.group(group))
    }
}

fn step(fst: &Fst<Bytes>, state: &mut Option<(CompiledAddr, Output)>, bytes: impl Iterator<Item = u8>) {
    for byte in bytes {
        let Some((addr, output)) = *state else { return };
        let node = fst.node(addr);
        *state = node.find_input(byte).map(|i| {
            let t = node.transition(i);
            (t.addr, output.cat(t.out))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Vec<List> {
        let a = "# match: exact\n# columns: form<TAB>code\nCuba\tCUB\nGeorgia\tGEO\n";
        let b = "# match: fold\n# columns: form<TAB>sector\nforeign minister\tGOV\n";
        let c = "# match: exact\n# columns: form\nGeorgia\nÉlysée\n";
        [("a", a), ("b", b), ("c", c)].iter().map(|(n, t)| List::read(n, t).unwrap()).collect()
    }

    #[test]
    fn finds_what_was_packed() {
        let lexicon = Lexicon::from_lists(&lists()).unwrap();
        assert_eq!(lexicon.get("Georgia").len(), 2);
        assert_eq!(lexicon.get("Foreign Minister")[0].cell(1), "GOV");
        assert_eq!(lexicon.get("Elysee")[0].list(), "c");
        assert!(lexicon.get("cuba").is_empty());
        assert_eq!(lexicon.list("a").map(|e| e.form().to_string()).collect::<Vec<_>>(), ["Cuba", "Georgia"]);
        assert_eq!(lexicon.get("Cuba")[0].line(), 3);
    }

    #[test]
    fn refuses_other_bytes() {
        assert!(Lexicon::from_static(b"nothing").is_err());
        assert!(Lexicon::from_static(b"cubarul1\x05\x00\x00\x00").is_err());
    }
}
