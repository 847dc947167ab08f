//! The labels of Universal Dependencies for English: word classes, Penn tags, relations.

use serde::Serialize;

macro_rules! labels {
    ($($(#[$about:meta])* $name:ident { $($variant:ident $label:literal $means:literal,)* })*) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $(
            #[doc = $means]
            #[serde(rename = $label)]
            $variant,
        )* }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The label as it stands in CoNLL-U.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }

            /// What a label stands for; none for an unknown one.
            pub fn of_label(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.label())
            }
        }
    )* };
}

labels! {
    /// A word class of Universal Dependencies (UPOS).
    Upos {
        Adj "ADJ" "An adjective.",
        Adp "ADP" "A preposition, or the particle of a phrasal verb.",
        Adv "ADV" "An adverb.",
        Aux "AUX" "An auxiliary or copula.",
        Cconj "CCONJ" "A coordinating conjunction.",
        Det "DET" "A determiner.",
        Intj "INTJ" "An interjection.",
        Noun "NOUN" "A noun.",
        Num "NUM" "A numeral.",
        Part "PART" "A particle: `to`, `not`, `'s` of possession.",
        Pron "PRON" "A pronoun.",
        Propn "PROPN" "A proper noun.",
        Punct "PUNCT" "Punctuation.",
        Sconj "SCONJ" "A subordinating conjunction.",
        Sym "SYM" "A symbol.",
        Verb "VERB" "A verb.",
        X "X" "Anything else.",
    }
    /// A tag of the Penn Treebank (XPOS), with the additions of the English Web Treebank.
    Xpos {
        Dollar "$" "A currency sign.",
        CloseQuote "''" "A closing quotation mark.",
        Comma "," "A comma.",
        OpenBracket "-LRB-" "An opening bracket.",
        CloseBracket "-RRB-" "A closing bracket.",
        Stop "." "A mark that ends a sentence.",
        Colon ":" "A colon, semicolon, dash or dots.",
        OpenQuote "``" "An opening quotation mark.",
        Add "ADD" "A web or mail address.",
        Afx "AFX" "A prefix that stands alone.",
        Cc "CC" "A coordinating conjunction.",
        Cd "CD" "A cardinal number.",
        Dt "DT" "A determiner.",
        Ex "EX" "The `there` of existence.",
        Fw "FW" "A foreign word.",
        Gw "GW" "A part of a word that is written apart.",
        Hyph "HYPH" "A hyphen.",
        In "IN" "A preposition or subordinating conjunction.",
        Jj "JJ" "An adjective.",
        Jjr "JJR" "A comparative adjective.",
        Jjs "JJS" "A superlative adjective.",
        Ls "LS" "The mark of an item in a list.",
        Md "MD" "A modal.",
        Nfp "NFP" "Superfluous punctuation, an emoticon.",
        Nn "NN" "A noun, singular or mass.",
        Nnp "NNP" "A proper noun, singular.",
        Nnps "NNPS" "A proper noun, plural.",
        Nns "NNS" "A noun, plural.",
        Pdt "PDT" "A predeterminer.",
        Pos "POS" "The `'s` of possession.",
        Prp "PRP" "A personal pronoun.",
        PrpPossessive "PRP$" "A possessive pronoun.",
        Rb "RB" "An adverb.",
        Rbr "RBR" "A comparative adverb.",
        Rbs "RBS" "A superlative adverb.",
        Rp "RP" "The particle of a phrasal verb.",
        Sym "SYM" "A symbol.",
        To "TO" "`to`.",
        Uh "UH" "An interjection.",
        Vb "VB" "A verb in its base form.",
        Vbd "VBD" "A verb in the past tense.",
        Vbg "VBG" "A gerund or present participle.",
        Vbn "VBN" "A past participle.",
        Vbp "VBP" "A verb in the present tense, but for the third person singular.",
        Vbz "VBZ" "A verb in the third person singular, present tense.",
        Wdt "WDT" "A `wh` determiner.",
        Wp "WP" "A `wh` pronoun.",
        WpPossessive "WP$" "`whose`.",
        Wrb "WRB" "A `wh` adverb.",
    }
    /// A relation of Universal Dependencies between a word and its head, with the subtypes of English.
    Relation {
        Acl "acl" "A clause that modifies a noun: `talks aimed at peace`.",
        AclRelcl "acl:relcl" "A relative clause.",
        Advcl "advcl" "An adverbial clause.",
        AdvclRelcl "advcl:relcl" "A relative clause on a whole clause.",
        Advmod "advmod" "An adverb.",
        Amod "amod" "An adjective on a noun.",
        Appos "appos" "An apposition.",
        Aux "aux" "An auxiliary.",
        AuxPass "aux:pass" "The auxiliary of a passive.",
        Case "case" "A preposition or the `'s` of possession.",
        Cc "cc" "A coordinating conjunction.",
        CcPreconj "cc:preconj" "The first half of a conjunction: `both … and`.",
        Ccomp "ccomp" "A clause as object.",
        Compound "compound" "A noun before a noun.",
        CompoundPrt "compound:prt" "The particle of a phrasal verb.",
        Conj "conj" "A further conjunct, on the first.",
        Cop "cop" "A copula.",
        Csubj "csubj" "A clause as subject.",
        CsubjOuter "csubj:outer" "A clause as subject of a predicate that is a clause itself.",
        CsubjPass "csubj:pass" "A clause as subject of a passive.",
        Dep "dep" "Something else.",
        Det "det" "A determiner.",
        DetPredet "det:predet" "A predeterminer: `all the`.",
        Discourse "discourse" "An interjection, a filler.",
        Dislocated "dislocated" "A part moved out of its clause.",
        Expl "expl" "A subject or object without meaning: `there is`.",
        Fixed "fixed" "A further word of a fixed expression: `such as`.",
        Flat "flat" "A further word of a name.",
        Goeswith "goeswith" "A part of a word that is written apart.",
        Iobj "iobj" "An indirect object.",
        List "list" "A further item of a list.",
        Mark "mark" "What marks a clause as subordinate: `that`, `to`.",
        Nmod "nmod" "A noun that modifies a noun.",
        NmodDesc "nmod:desc" "A title or description before a name.",
        NmodPoss "nmod:poss" "A possessor.",
        NmodUnmarked "nmod:unmarked" "A noun without preposition that modifies a noun.",
        Nsubj "nsubj" "A subject.",
        NsubjOuter "nsubj:outer" "The subject of a predicate that is a clause itself.",
        NsubjPass "nsubj:pass" "The subject of a passive.",
        Nummod "nummod" "A number that modifies a noun.",
        Obj "obj" "A direct object.",
        Obl "obl" "A noun that modifies a verb: `in Havana`.",
        OblAgent "obl:agent" "The agent of a passive: `by Russia`.",
        OblUnmarked "obl:unmarked" "A noun without preposition that modifies a verb: `last week`.",
        Orphan "orphan" "What is left of a clause whose verb was left out.",
        Parataxis "parataxis" "A clause beside a clause: `…, he said`.",
        Punct "punct" "Punctuation.",
        Reparandum "reparandum" "What a speaker took back.",
        Root "root" "The head of the sentence.",
        Vocative "vocative" "Who is spoken to.",
        Xcomp "xcomp" "A clause without subject as complement: `agreed to sign`.",
    }
}

impl Relation {
    /// The relation without its subtype, as it stands in CoNLL-U: `nsubj` of `nsubj:pass`.
    pub fn base(self) -> &'static str {
        self.label().split(':').next().unwrap_or_default()
    }
}
