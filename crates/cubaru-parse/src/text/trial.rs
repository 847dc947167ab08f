//! A small English for the unit tests of this floor.

use crate::language::Language;
use cubaru_lexicon::List;

const LISTS: &[(&str, &str)] = &[
    (
        "abbreviations",
        "# columns: form<TAB>kind\nGen.\ttitle\nInc.\tcompany\nNev.\tplace\nNo.\tnumber\nPh.D.\tperson\nU.S.\tplace\nb.\tnumber\netc.\ttail\n",
    ),
    ("bodies", "# columns: form\nUN\n"),
    (
        "common-words",
        "# match: fold\n# columns: form<TAB>class\nand\tfunction\nhe\tfunction\nit\tfunction\nno\tfunction\nthe\tfunction\nthen\tfunction\nwho\tfunction\n",
    ),
    ("cues", "# columns: form<TAB>kind<TAB>frame\nask\task\tclause\n"),
    (
        "spellings",
        "# match: fold\n# columns: form<TAB>kind<TAB>parts<TAB>not-after<TAB>only-before\n'em\tclipped\t\t\t\n'tis\tcontraction\t't is\t\t\n:)\tsmiley\t\t\t\nam\tunit\t\t\t\nanti\tprefix\t\t\t\nb\tamount-unit\t\t\t\nbn\tunit\t\t\t\ncannot\tcontraction\tcan not\t\t\ndoc\tfile\t\t\t\ndont\tcontraction\tdo nt\t\t\ndunno\tcontraction\tdu n no\t\t\ne\tprefix\t\t\t\nim\tcontraction\ti m\t\t\nits\tcontraction\tit s\t\ta the\nkm\tunit\t\t\t\norg\tdomain\t\t\t\npm\tunit\t\t\t\nre\tprefix\t\t\t\nru\tdomain\t\t\t\ns/he\tslashed\t\t\t\nun\tprefix\t\t\t\nw/\tslashed\t\t\t\nw/o\tslashed\t\t\t\nwont\tcontraction\two nt\ttheir\t\n",
    ),
];

/// The language.
pub(super) fn language() -> Language {
    let lists = LISTS.iter().map(|(name, text)| List::read(name, text).expect("a list in order"));
    Language::from_lists(&lists.collect::<Vec<_>>()).expect("a language")
}
