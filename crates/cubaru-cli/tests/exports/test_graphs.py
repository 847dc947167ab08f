"""GraphML and GEXF in networkx."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import networkx
import pytest
from conftest import Export, Json

# networkx reads the attributes of GEXF by their titles, and the label beside them.
OF_EDGE = ("class", "quad", "weight", "documents", "first", "last", "ids")


@pytest.fixture(scope="module")
def graphs(export: Export) -> tuple[Any, Any]:
    graphml = networkx.read_graphml(io.BytesIO(export("graphml")), force_multigraph=True)
    return graphml, networkx.read_gexf(io.BytesIO(export("gexf")))


def _edges(graph: Any) -> Counter[tuple[Any, ...]]:
    return Counter((a, b, *(data.get(name) for name in OF_EDGE)) for a, b, data in graph.edges(data=True))


def test_both_are_one_graph(graphs: tuple[Any, Any]) -> None:
    graphml, gexf = graphs
    assert graphml.is_directed() and gexf.is_directed()
    one, other = ({n: (d["name"], d.get("code"), d["events"]) for n, d in graph.nodes(data=True)} for graph in graphs)
    assert one == other and len(graphml) > 80
    assert _edges(graphml) == _edges(gexf) and graphml.number_of_edges() > 100


def test_edges_are_pairs_of_events(graphs: tuple[Any, Any], whole: Json, visit: Json) -> None:
    graphml, _ = graphs
    reports = {r["id"]: r for r in whole["reports"]}
    for _, _, data in graphml.edges(data=True):
        ids = data["ids"].split(" ")
        assert len(ids) == data["weight"] and {reports[i]["class"] for i in ids} == {data["class"]}
        assert data["documents"] == len({reports[i]["document"] for i in ids})
    data = graphml.get_edge_data(visit["actor"][0]["id"], "gha")
    (edge,) = (d for d in data.values() if visit["id"] in d["ids"])
    assert (edge["class"], edge["weight"], edge["first"], edge["last"]) == ("CONSULT", 1, "2021-05-10", "2021-05-10")
    assert graphml.nodes["gha"] == {"name": "Ghana", "code": "GHA", "events": 1}


def test_gexf_edges_last_as_long_as_their_events(graphs: tuple[Any, Any]) -> None:
    _, gexf = graphs
    timed = [data for _, _, data in gexf.edges(data=True) if data.get("first")]
    assert timed and all(data["start"] == data["first"] and data["end"] == data["last"] for data in timed if data["last"])
