"""CoNLL-U, by the package of that name."""

from __future__ import annotations

import conllu
from conftest import Export, Json


def test_the_trees_of_all_documents(export: Export, whole: Json, texts: dict[str, str]) -> None:
    sentences = conllu.parse(export("conllu").decode())
    documents = [s.metadata["newdoc id"] for s in sentences if "newdoc id" in s.metadata]
    assert documents == [d["source"]["id"] for d in whole["documents"]]
    assert len({s.metadata["sent_id"] for s in sentences}) == len(sentences) > 500
    hashes = {d["source"]["id"]: d["sha256"] for d in whole["documents"]}
    at = 0
    for sentence in sentences:
        text = texts[hashes[sentence.metadata["sent_id"].rsplit("-", 1)[0]]]
        at = 0 if "newdoc id" in sentence.metadata else at
        assert (at := text.index(sentence.metadata["text"].split(" ")[0], at)) >= 0
        # A tree: one root, from which every word is reached.
        root = sentence.to_tree()
        reached, left = 0, [root]
        while left:
            node = left.pop()
            reached += 1
            left.extend(node.children)
        assert reached == len([t for t in sentence if isinstance(t["id"], int)]) and root.token["deprel"] == "root"
        # "Year's" is written once, as a range of two words.
        within = {n for t in sentence if isinstance(t["id"], tuple) for n in range(t["id"][0], t["id"][2] + 1)}
        written = [t for t in sentence if t["id"] not in within]
        spaced = "".join(t["form"] + ("" if (t["misc"] or {}).get("SpaceAfter") == "No" else " ") for t in written)
        assert spaced.strip() == sentence.metadata["text"]
    (visited,) = (t for s in sentences if s.metadata["sent_id"].startswith("trap-") for t in s if t["form"] == "visited")
    assert (visited["lemma"], visited["upos"], visited["deprel"]) == ("visit", "VERB", "root")
