"""What `cubaru base export` writes is opened by the tools that it is for, and says there what the base says."""

from __future__ import annotations

import collections
import csv
import html.parser
import importlib
import importlib.util
import io
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, TEXTS

PROGRAM = os.environ.get("CUBARU", "")
pytestmark = pytest.mark.skipif(not PROGRAM, reason="CUBARU names no program; scripts/python.sh builds it")

# Names and quotations with all that a format may stumble over, told by a party, to the day, the month and not at all.
HARD = (
    "“Ghana\u2019s ‘deal’ <b>&amp;</b> | tabs\tare here,” Kofi \"K.\" Mensah said.\n\n"
    "Ghanaian Foreign Minister Ama Owusu visited Togo on 3 May 2021. Togo and Ghana signed an agreement in June 2021.\n\n"
    "Officials said that Togo had expelled the ambassador of Benin. \u05e9\u05dc\u05d5\u05dd 😀 Ghana condemned Benin."
)


def _tool(name: str) -> Any:
    return importlib.import_module(name)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    text = folder / "hard.txt"
    text.write_text(HARD, encoding="utf-8")
    known = {
        "id": 'hard "1"',
        "title": 'A <deal>, "signed" | & sealed',
        "url": "https://news.example.org/a?b=1&c=2",
        "publisher": "L\u2019Écho, «quoté»",
        "published": "2021-07-01",
    }
    text.with_suffix(".json").write_text(json.dumps(known), encoding="utf-8")
    path = folder / "base.sqlite"
    subprocess.run([PROGRAM, "base", "add", str(path), *map(str, TEXTS), str(text)], check=True, capture_output=True)
    return path


def _bytes(base: Path, form: str, *conditions: str) -> bytes:
    command = [PROGRAM, "base", "export", str(base), "--format", form, *conditions]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _text(base: Path, form: str, *conditions: str) -> str:
    return _bytes(base, form, *conditions).decode()


@pytest.fixture(scope="module")
def whole(base: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(_text(base, "json"))
    return whole


@pytest.fixture(scope="module")
def texts(whole: dict[str, Any]) -> dict[str, str]:
    import hashlib

    read = [HARD] + [path.read_text(encoding="utf-8") for path in TEXTS]
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in read}


def test_json_keeps_to_its_schema(whole: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "docs/schema/base-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(whole)] == []
    assert len(whole["documents"]) == len(TEXTS) + 1 and len(whole["events"]) > 20 and whole["tenures"] and whole["entities"]
    whole["events"][0]["colour"] = "red"
    assert not validator.is_valid(whole)
    del whole["events"][0]["colour"]


def test_places_count_code_points(whole: dict[str, Any], texts: dict[str, str]) -> None:
    mentions = [m for kind in ("entities", "events") for item in whole[kind] for m in item["mentions"]]
    assert len(mentions) > 100
    assert [m for m in mentions if texts[m["document"]][m["start"] : m["end"]] != m["text"]] == []
    evidence = [(claim["document"], e) for claim in whole["claims"] for e in claim["evidence"]]
    wrong = [e for d, e in evidence if texts[d][e["position"]["start"] : e["position"]["end"]] != e["quote"]["exact"]]
    assert evidence and wrong == []


def test_ids_hold_together(whole: dict[str, Any]) -> None:
    reports = {report["id"] for report in whole["reports"]}
    assert len(reports) == len(whole["reports"])
    told = [report for event in whole["events"] for report in event["reports"]]
    assert sorted(told) == sorted(reports)
    documents = {document["sha256"] for document in whole["documents"]}
    assert {m["document"] for e in whole["entities"] for m in e["mentions"]} <= documents
    entities = {entity["id"] for entity in whole["entities"]}
    parties = {p["id"] for report in whole["reports"] for p in report["actor"] + report["recipient"]} - {None}
    assert parties and parties <= entities
    items = reports | {tenure["id"] for tenure in whole["tenures"]}
    assert {claim["item"] for claim in whole["claims"]} - {None} <= items


def test_json_lines_are_the_same_records(base: Path, whole: dict[str, Any]) -> None:
    records = [json.loads(line) for line in _text(base, "jsonl").splitlines()]
    assert records[0] == {"record": "base", "version": 1, "unit": "code-point"}
    counts = collections.Counter(record["record"] for record in records[1:])
    names = {name: f"{name}s" for name in ("document", "event", "report", "claim", "tenure", "contradiction", "drift", "count", "finding")}
    names |= {"entity": "entities", "dependency": "dependencies"}
    assert counts == collections.Counter({name: len(whole[lists]) for name, lists in names.items()})
    assert whole["findings"]


def test_json_verifies_against_the_texts(base: Path, tmp_path: Path) -> None:
    export = tmp_path / "base.json"
    export.write_bytes(_bytes(base, "json"))
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "hard.txt").write_text(HARD, encoding="utf-8")
    for path in TEXTS:
        (folder / path.name).write_bytes(path.read_bytes())
    command = [PROGRAM, "base", "verify", str(export), "--texts", str(folder)]
    assert subprocess.run(command, capture_output=True).returncode == 0
    value = json.loads(export.read_text(encoding="utf-8"))
    value["claims"][0]["evidence"][0]["quote"]["exact"] += "!"
    export.write_text(json.dumps(value), encoding="utf-8")
    assert subprocess.run(command, capture_output=True).returncode == 1


def test_a_question_takes_a_part(base: Path) -> None:
    part = json.loads(_text(base, "json", "--of", "CONSULT", "--mode", "visit"))
    assert part["reports"] and all(r["class"] == "CONSULT" and r["mode"] == "visit" for r in part["reports"])
    rows = list(csv.DictReader(io.StringIO(_text(base, "csv", "--of", "CONSULT", "--mode", "visit"))))
    assert [row["id"] for row in rows] == [report["id"] for report in part["reports"]]


def test_plover_has_the_manual_s_fields(base: Path, whole: dict[str, Any]) -> None:
    records = [json.loads(line) for line in _text(base, "plover").splitlines()]
    assert len(records) > 10
    classes = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
    for record in records:
        assert {"id", "date", "actor", "event"} <= record.keys()
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["date"]) and record.get("enddate", "9999") >= record["date"]
        assert record["actor"] and set(record["event"]) <= set(classes) and record["quad_code"] in (1, 2, 3, 4)
        assert record["status"] != "negated"
    visit = next(r for r in records if r["event_text"] == ["visited"] and r["actor"][0].get("identifier_text") == "Ama Owusu")
    assert (visit["date"], visit["mode"], visit["actor"][0]["code"], visit["actor"][0]["sector"]) == ("2021-05-03", ["visit"], "GHA", "GOV")
    assert [r["code"] for r in visit["recipient"]] == ["TGO"] and "enddate" not in visit


def test_gdelt_and_icews_have_their_columns(base: Path) -> None:
    rows = list(csv.reader(io.StringIO(_text(base, "gdelt")), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows and {len(row) for row in rows} == {61}
    for row in rows:
        assert row[0].isdigit() and row[27].startswith(row[28][:2]) and row[28] in ("1", "2", "3", "4") or row[29] in "1234"
    (visit,) = [row for row in rows if row[6] == "Ama Owusu" and row[26] == "042"]
    assert visit[1:4] == ["20210503", "202105", "2021"] and (visit[5], visit[7], visit[12], visit[15]) == ("GHAGOV", "GHA", "GOV", "TGO")
    (agreed, *_) = [row for row in rows if row[1:4] == ["", "202106", "2021"]]
    assert agreed[5][:3] in ("GHA", "TGO")
    records = list(csv.DictReader(io.StringIO(_text(base, "icews")), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(records) == len(rows) and len(records[0]) == 20
    (visit_,) = [r for r in records if r["Source Name"] == "Ama Owusu" and r["CAMEO Code"] == "042"]
    assert (visit_["Event Date"], visit_["Source Sectors"], visit_["Target Country"]) == ("2021-05-03", "GOV", "TGO")


@pytest.mark.parametrize(("subject", "name"), [("events", "reports"), ("claims", "claims"), ("tenures", "tenures"), ("entities", "entities")])
def test_csv_and_parquet_are_one_table(base: Path, whole: dict[str, Any], subject: str, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(_text(base, f"csv-{subject}"), newline="")))
    assert [row["id"] for row in rows] == [item["id"] for item in whole[name]]
    table = _tool("pyarrow.parquet").read_table(io.BytesIO(_bytes(base, f"parquet-{subject}")))
    records = table.to_pylist()
    assert table.column_names == list(rows[0])

    def cell(value: object) -> str:
        match value:
            case None:
                return ""
            case bool():
                return str(value).lower()
            case list():
                return " | ".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in value)
            case _:
                return str(value)

    assert [{k: cell(v) for k, v in record.items()} for record in records] == rows
    if subject != "entities":
        quotes = [" … ".join(e["quote"]["exact"] for e in item["evidence"]) for item in whole[name]]
        assert [row["quote"] for row in rows] == quotes
        assert any("\n" in quote or '"' in quote for quote in quotes) or subject == "tenures"


PREFIXES = """
PREFIX cubaru: <urn:cubaru:vocabulary:> PREFIX dct: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX time: <http://www.w3.org/2006/time#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.fixture(scope="module")
def turtle(base: Path) -> Any:
    oxigraph = _tool("pyoxigraph")
    store = oxigraph.Store()
    store.load(_bytes(base, "turtle"), format=oxigraph.RdfFormat.TURTLE)
    return store


def _ask(store: Any, query: str, **options: Any) -> list[tuple[str, ...]]:
    solutions = store.query(PREFIXES + query, **options)
    names = [variable.value for variable in solutions.variables]
    return [tuple(solution[name].value for name in names) for solution in solutions]


def test_sparql_finds_a_visit_its_words_and_who_says_so(turtle: Any) -> None:
    found = _ask(
        turtle,
        """SELECT ?who ?whom ?day ?exact ?title WHERE {
            ?event a sem:Event ; sem:eventType cubaru:CONSULT ; cubaru:actor/skos:prefLabel ?who ; cubaru:recipient/skos:prefLabel ?whom ;
                sem:hasTime/time:hasBeginning/time:inXSDDate ?day .
            ?claim cubaru:states ?event ; prov:wasQuotedFrom/dct:title ?title .
            ?words oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector/oa:exact ?exact .
            FILTER(?who = "Ama Owusu") }""",
    )
    sentence = "Ghanaian Foreign Minister Ama Owusu visited Togo on 3 May 2021."
    assert found == [("Ama Owusu", "Togo", "2021-05-03", sentence, 'A <deal>, "signed" | & sealed')]
    said = _ask(
        turtle,
        """SELECT ?source ?certainty WHERE { ?claim cubaru:states/sem:eventType cubaru:SANCTION ; prov:qualifiedAttribution ?voice .
            ?voice prov:agent ?agent ; cubaru:order 0 ; cubaru:source ?source ; cubaru:certainty ?certainty .
            FILTER(?source = "Officials") }""",
    )
    assert said == [("Officials", "CT+")]


def test_sparql_finds_uncertain_times_and_posts(turtle: Any) -> None:
    months = _ask(
        turtle,
        """SELECT ?first ?last WHERE { ?event sem:eventType ?class ; sem:hasTime ?time . ?time cubaru:edtf ?edtf ; time:intervalIn ?bounds .
            ?bounds time:hasBeginning/time:inXSDDate ?first ; time:hasEnd/time:inXSDDate ?last . FILTER(str(?edtf) = "2021-06") }""",
    )
    assert set(months) == {("2021-06-01", "2021-06-30")}
    posts = _ask(
        turtle,
        """SELECT ?who ?post ?country WHERE { ?tenure a org:Membership ; org:member/skos:prefLabel ?who ; org:role ?role .
            ?role skos:prefLabel ?post ; cubaru:country ?country . FILTER(?who = "Ama Owusu") }""",
    )
    assert set(posts) == {("Ama Owusu", "foreign minister", "GHA")}


def test_three_ways_of_rdf_say_the_same(base: Path, turtle: Any) -> None:
    oxigraph = _tool("pyoxigraph")
    plain = {str(quad.triple) for quad in turtle}
    for form, read in [("nquads", oxigraph.RdfFormat.N_QUADS), ("jsonld", oxigraph.RdfFormat.JSON_LD)]:
        store = oxigraph.Store()
        store.load(_bytes(base, form), format=read)
        assert {str(quad.triple) for quad in store} == plain, form
        graphs = {str(graph) for graph in store.named_graphs()}
        assert len(graphs) == (len(TEXTS) + 1 if form == "nquads" else 0)


@pytest.mark.skipif(importlib.util.find_spec("followthemoney") is None, reason="followthemoney is not installed: it needs ICU")
@pytest.mark.filterwarnings("ignore")
def test_followthemoney_takes_every_entity(base: Path, whole: dict[str, Any]) -> None:
    model = _tool("followthemoney").model
    made = [json.loads(line) for line in _text(base, "ftm").splitlines()]
    proxies = {entity["id"]: model.get_proxy(entity) for entity in made}
    assert len(proxies) == len(made)
    for entity in made:
        proxy = proxies[entity["id"]]
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (entity["schema"], name)
            # Nothing is cleaned away, nothing points to nothing.
            assert sorted(proxy.get(name)) == sorted(values), (entity["schema"], name)
            assert all(prop.type.validate(value) for value in values), (entity["schema"], name, values)
            if prop.type.name == "entity":
                for value in values:
                    assert proxies[value].schema.is_a(prop.range), (entity["schema"], name)
    schemata = collections.Counter(entity["schema"] for entity in made)
    assert schemata["Event"] == len(whole["reports"]) and schemata["Article"] == len(whole["documents"])
    assert schemata["Person"] and schemata["Position"] and schemata["Occupancy"] and schemata["PublicBody"]
    (owusu,) = [p for p in proxies.values() if p.schema.name == "Person" and p.caption == "Ama Owusu"]
    held = [p for p in proxies.values() if p.schema.name == "Occupancy" and owusu.id in p.get("holder")]
    assert [proxies[p.first("post")].caption for p in held] == ["foreign minister (GHA)"] and held[0].get("date") == ["2021-07-01"]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_network(base: Path, whole: dict[str, Any], form: str) -> None:
    networkx = _tool("networkx")
    graph = getattr(networkx, f"read_{form}")(io.BytesIO(_bytes(base, form)))
    assert graph.is_directed() and graph.number_of_nodes() > 10
    name = "name" if form == "graphml" else "label"
    names = {data[name]: node for node, data in graph.nodes(data=True)}
    edges = graph.get_edge_data(names["Ama Owusu"], names["Togo"])
    edges = list(edges.values()) if graph.is_multigraph() else [edges]
    (visit,) = [edge for edge in edges if edge["class"] == "CONSULT"]
    (first, last) = (visit["first"], visit["last"])
    assert (int(visit["weight"]), first, last) == (1, "2021-05-03", "2021-05-03")
    ids = {i for _, _, data in graph.edges(data=True) for i in data["ids"].split()}
    assert ids <= {report["id"] for report in whole["reports"]}


def test_timelinejs_has_its_fields(base: Path, whole: dict[str, Any]) -> None:
    timeline = json.loads(_text(base, "timelinejs"))
    slides = timeline["events"]
    dated = [r for r in whole["reports"] if r["earliest"]]
    assert [slide["unique_id"] for slide in slides] == [report["id"] for report in dated] and timeline["title"]["text"]["headline"]
    for slide in slides:
        for date in [slide["start_date"], slide.get("end_date")]:
            assert date is None or date.keys() <= {"year", "month", "day"} and ("day" not in date or "month" in date)
        assert slide["text"]["headline"] and "<script" not in slide["text"]["text"] and "<b>" not in slide["text"]["text"]
    (month,) = [s for s in slides if s["start_date"] == {"year": 2021, "month": 6}][:1]
    assert month["display_date"] == "a day in 2021-06" and "end_date" not in month


def test_annotations_keep_to_the_model(base: Path, texts: dict[str, str]) -> None:
    collection = json.loads(_text(base, "annotations"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld" and collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage" and len(page["items"]) == collection["total"] > 20
    assert len({item["id"] for item in page["items"]}) == collection["total"]
    for item in page["items"]:
        assert item["type"] == "Annotation" and item["body"]["type"] == "TextualBody" and item["motivation"] == "identifying"
        source = texts[item["target"]["source"]["id"].removeprefix("urn:cubaru:document:")]
        position, quote = item["target"]["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert source[position["start"] : position["end"]] == quote["exact"]
        assert source[: position["start"]].endswith(quote["prefix"]) and source[position["end"] :].startswith(quote["suffix"])


def test_conllu_is_read_by_its_parser(base: Path) -> None:
    sentences = _tool("conllu").parse(_text(base, "conllu"))
    named = [s.metadata["newdoc id"] for s in sentences if "newdoc id" in s.metadata]
    assert len(named) == len(TEXTS) + 1
    assert all(sum(token["head"] == 0 for token in sentence if isinstance(token["id"], int)) == 1 for sentence in sentences)


class _Page(html.parser.HTMLParser):
    VOID = ("meta", "br", "hr", "link", "img")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: collections.Counter[str] = collections.Counter()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        known = dict(attrs)
        assert not any(name.startswith("on") for name in known)
        self.ids |= {known["id"] or ""} if "id" in known else set()
        self.links |= {known["href"] or ""} if "href" in known else set()
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_whole_and_escaped(base: Path) -> None:
    page = _Page()
    page.feed(_text(base, "html"))
    page.close()
    assert page.open == [] and page.seen["script"] == page.seen["b"] == 0 and page.seen["q"] > 20
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert "Ama Owusu" in page.words and "‘deal’ <b>&amp;</b> | tabs" in page.words and "a day in 2021-06" in page.words
    assert "according to Officials" in page.words and 'A <deal>, "signed" | & sealed' in page.words


def test_markdown_has_a_note_for_each_fact(base: Path) -> None:
    markdown = _text(base, "markdown")
    parser = _tool("markdown_it").MarkdownIt("commonmark")
    cited = re.findall(r"\[\^(\d+)\]$", markdown, flags=re.M)
    notes = re.findall(r"^\[\^(\d+)\]: ", markdown, flags=re.M)
    assert cited == notes and len(notes) > 20
    rendered = parser.render(markdown)
    assert "<b>" not in rendered and "<em>a day in 2021-06</em>" in rendered and "<strong>2021-05-03</strong>" in rendered
    assert "‘deal’ &lt;b&gt;&amp;amp;&lt;/b&gt; | tabs" in rendered


def test_the_same_bytes_again(base: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    hard = base.parent / "hard.txt"
    for text in [hard, *reversed(TEXTS)]:
        subprocess.run([PROGRAM, "base", "add", str(other), str(text)], check=True, capture_output=True)
    for form in ["json", "jsonl", "parquet-claims", "nquads", "ftm", "gexf", "html"]:
        assert _bytes(base, form) == _bytes(other, form), form
