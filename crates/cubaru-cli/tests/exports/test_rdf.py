"""RDF and Web Annotations in Oxigraph."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox
import pytest
from conftest import QUOTE, ROOT, Export, Json

FORMATS = {"turtle": ox.RdfFormat.TURTLE, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}


def _triples(data: bytes, format: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(data, format)}


@pytest.fixture(scope="module")
def store(export: Export) -> ox.Store:
    store = ox.Store()
    store.load(export("turtle"), ox.RdfFormat.TURTLE)
    return store


def _ask(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    answers = store.query(query, use_default_graph_as_union=True)
    assert isinstance(answers, ox.QuerySolutions)
    return [tuple("" if value is None else value.value for value in answer) for answer in answers]


def test_three_serialisations_say_the_same(export: Export) -> None:
    turtle, nquads, jsonld = (_triples(export(name), format) for name, format in FORMATS.items())
    assert turtle == nquads == jsonld and len(turtle) > 10_000


def test_graphs_are_documents(export: Export, whole: Json) -> None:
    graphs = {quad.graph_name for quad in ox.parse(export("nquads"), ox.RdfFormat.N_QUADS)}
    named = {graph.value for graph in graphs if isinstance(graph, ox.NamedNode)}
    assert named == {f"urn:cubaru:document:{d['sha256']}" for d in whole["documents"]}
    assert graphs - {ox.NamedNode(name) for name in named} == {ox.DefaultGraph()}


def test_the_question_of_the_docs_gives_the_visits(store: ox.Store, whole: Json) -> None:
    (query,) = re.findall(r"```sparql\n(.*?)```", (ROOT / "docs/export.md").read_text(encoding="utf-8"), re.DOTALL)
    rows = _ask(store, query)
    told = {
        (actor["name"], report["earliest"], evidence["quote"]["exact"])
        for report in whole["reports"]
        if report["class"] == "CONSULT" and report["mode"] == "visit" and report["earliest"]
        for actor in report["actor"]
        for evidence in report["evidence"]
    }
    assert set(rows) == told and len(told) > 15
    assert [day for _, day, _ in rows] == sorted(day for _, day, _ in rows)
    assert any(who == "Amina Wanjiru" and day == "2021-05-10" and words.endswith(QUOTE) for who, day, words in rows)


def test_every_claim_has_words_and_a_document(store: ox.Store, whole: Json) -> None:
    rows = _ask(
        store,
        """PREFIX cubaru: <urn:cubaru:vocabulary:> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?claim ?document ?start ?end ?exact WHERE {
          ?claim a cubaru:Claim ; prov:wasQuotedFrom ?document .
          ?annotation oa:hasBody ?claim ; oa:hasTarget ?target .
          ?target oa:hasSource ?document ; oa:hasSelector ?position, ?quote .
          ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact .
        }""",
    )
    told = {
        (
            f"urn:cubaru:claim:{claim['id']}",
            f"urn:cubaru:document:{claim['document']}",
            str(evidence["position"]["start"]),
            str(evidence["position"]["end"]),
            evidence["quote"]["exact"],
        )
        for claim in whole["claims"]
        for evidence in claim["evidence"]
    }
    assert set(rows) == told and len(rows) == len(told)


def test_speakers_are_in_order(store: ox.Store, whole: Json) -> None:
    rows = _ask(
        store,
        """PREFIX cubaru: <urn:cubaru:vocabulary:> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?claim ?order ?certainty WHERE { ?claim prov:qualifiedAttribution ?voice .
          ?voice prov:agent ?agent ; cubaru:order ?order ; cubaru:certainty ?certainty . }""",
    )
    told = {
        (f"urn:cubaru:claim:{claim['id']}", str(order), speaker["certainty"])
        for claim in whole["claims"]
        for order, speaker in enumerate(claim["speakers"])
    }
    assert set(rows) == told and len(told) > 100


# What http://www.w3.org/ns/anno.jsonld says of the terms that are used: Oxigraph fetches nothing.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "via": {"@id": "oa:via", "@type": "@id"},
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "format": "dc:format",
    "value": "rdf:value",
    "label": "rdfs:label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
}


def test_annotations_quote_the_texts(export: Export, whole: Json, texts: dict[str, str]) -> None:
    collection = json.loads(export("annotations"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"

    def terms(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(terms, value))
        return value.keys() | set().union(*map(terms, value.values())) if isinstance(value, dict) else set()

    assert terms(collection) - {"@context"} <= CONTEXT.keys()
    page = collection["first"]
    assert collection["total"] == len(page["items"]) == sum(len(claim["evidence"]) for claim in whole["claims"])
    store = ox.Store()
    store.load(json.dumps({**collection, "@context": CONTEXT}), ox.RdfFormat.JSON_LD)
    rows = _ask(
        store,
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?annotation ?source ?start ?end ?exact ?prefix ?suffix ?says WHERE {
          ?annotation a oa:Annotation ; oa:motivatedBy oa:identifying ; oa:hasBody/rdf:value ?says ; oa:hasTarget ?target .
          ?target oa:hasSource ?source ; oa:hasSelector ?position, ?quote .
          ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
          ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
        }""",
    )
    assert len({row[0] for row in rows}) == len(rows) == collection["total"]
    for _, source, start, end, exact, prefix, suffix, _ in rows:
        text = texts[source.removeprefix("urn:cubaru:document:")]
        assert text[int(start) : int(end)] == exact
        assert text[: int(start)].endswith(prefix) and text[int(end) :].startswith(suffix)
    assert any(row[7].startswith("CONSULT (visit): Amina Wanjiru [KENGOV] → Ghana [GHA]") for row in rows)
