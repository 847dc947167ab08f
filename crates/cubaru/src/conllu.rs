//! A document as CoNLL-U, the format of Universal Dependencies.

use crate::{Document, Token};
use cubaru_parse::multiword;
use std::fmt::Write;

impl Document {
    /// The sentences as [CoNLL-U](https://universaldependencies.org/format.html), which other tools for syntax read: one token a
    /// line with its lemma, classes, head and relation, and an empty line behind each sentence.
    ///
    /// The source's id becomes the `newdoc id` and begins each `sent_id`, white space in it replaced. Words that are written as
    /// one (`didn't`) are multiword tokens; `# text` has one blank wherever the text has white space. FEATS and DEPS are not
    /// filled. A text without tokens gives nothing.
    ///
    /// ```
    /// # use cubaru::{Reader, Source};
    /// let document = Reader::english().read(&Source::new("Cuba didn’t sign."))?;
    /// let conllu = document.conllu();
    /// assert!(conllu.starts_with("# newdoc\n# newpar\n# sent_id = 1\n# text = Cuba didn’t sign.\n1\tCuba\t"));
    /// assert!(conllu.contains("\n2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdid\t"));
    /// assert!(conllu.ends_with("\n\n"));
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn conllu(&self) -> String {
        let id = self.source().id.as_deref().map(|id| id.split_whitespace().collect::<Vec<_>>().join("_")).filter(|id| !id.is_empty());
        let mut out = String::with_capacity(self.tokens().len() * 48);
        let mut paragraph = None;
        for (number, sentence) in (1..).zip(self.sentences()) {
            let range = sentence.first_token as usize..sentence.last_token as usize;
            let own = Words { all: self.tokens(), first: range.start, last: range.end };
            if number == 1 {
                out.push_str("# newdoc");
                id.iter().for_each(|id| out.extend([" id = ", id]));
                out.push('\n');
            }
            if paragraph.replace(sentence.paragraph) != Some(sentence.paragraph) {
                out.push_str("# newpar\n");
            }
            let _ = match &id {
                // A slash in a `sent_id` parts the languages of parallel treebanks.
                Some(id) => writeln!(out, "# sent_id = {}-{number}", id.replace('/', "_")),
                None => writeln!(out, "# sent_id = {number}"),
            };
            let _ = writeln!(out, "# text = {}", own.text());
            own.lines(&mut out);
            out.push('\n');
        }
        out
    }
}

/// The tokens of a sentence, with those around them.
struct Words<'a> {
    all: &'a [Token],
    first: usize,
    last: usize,
}

impl Words<'_> {
    /// Whether white space stands behind a token; nothing is known of what would follow the text.
    fn spaced(&self, at: usize) -> bool {
        self.all.get(at + 1).is_none_or(|next| self.all[at].end < next.start)
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for at in self.first..self.last {
            text.push_str(&self.all[at].text);
            if at + 1 < self.last && self.spaced(at) {
                text.push(' ');
            }
        }
        text
    }

    fn lines(&self, out: &mut String) {
        let number = |at: usize| at - self.first + 1;
        // Behind the words of a multiword token stands no blank of their own: the line of the whole says it.
        let mut runs = multiword(&self.all[self.first..self.last]).into_iter().map(|(a, b)| (a + self.first, b + self.first)).peekable();
        let mut within = self.first;
        for at in self.first..self.last {
            if let Some((_, last)) = runs.next_if(|(first, _)| *first == at) {
                within = last;
                let form: String = self.all[at..within].iter().map(|t| t.text.as_str()).collect();
                let misc = self.misc(within - 1);
                let _ = writeln!(out, "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", number(at), number(within - 1));
            }
            let token = &self.all[at];
            let head = token.head.map_or(0, |head| number(head as usize));
            let lemma = if token.lemma.is_empty() { "_" } else { &token.lemma };
            let misc = if at < within { "_" } else { self.misc(at) };
            let (upos, xpos, relation) = (token.upos, token.xpos, token.relation);
            let _ = writeln!(out, "{}\t{}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{misc}", number(at), token.text);
        }
    }

    fn misc(&self, at: usize) -> &'static str {
        if self.spaced(at) { "_" } else { "SpaceAfter=No" }
    }
}
