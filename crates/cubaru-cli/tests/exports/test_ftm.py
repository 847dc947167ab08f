"""FollowTheMoney entities, by the package's own model."""

from __future__ import annotations

import json
import os

import pytest
from conftest import QUOTE, Export, Json

# scripts/python.sh says so where the package cannot be installed; without that word a missing package is a failure.
if os.environ.get("CUBARU_WITHOUT_FTM"):
    pytest.skip(f"FOLLOWTHEMONEY IS NOT TESTED: {os.environ['CUBARU_WITHOUT_FTM']}", allow_module_level=True)

from followthemoney import model
from followthemoney.proxy import EntityProxy


@pytest.fixture(scope="module")
def entities(export: Export) -> dict[str, EntityProxy]:
    entities = {}
    for line in export("ftm").decode().splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        assert schema is not None and data["properties"].keys() <= schema.properties.keys(), data
        schema.validate(data)
        # What cleaning would change or drop was not clean.
        proxy = EntityProxy.from_dict(data, cleaned=False)
        assert {name: sorted(values) for name, values in data["properties"].items()} == {
            name: sorted(values) for name, values in proxy.to_dict()["properties"].items()
        }
        assert proxy.id not in entities
        entities[str(proxy.id)] = proxy
    return entities


def test_references_lead_to_what_they_may(entities: dict[str, EntityProxy]) -> None:
    followed = 0
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.range is not None:
                assert entities[value].schema.is_a(prop.range), (entity.id, prop.name, value)
                followed += 1
    assert followed > 500


def test_the_base_is_there(entities: dict[str, EntityProxy], whole: Json, visit: Json) -> None:
    def of(schema: str) -> list[EntityProxy]:
        return [e for e in entities.values() if e.schema.name == schema]

    assert len(of("Article")) == len(whole["documents"]) and len(of("Event")) == len(whole["reports"])
    assert len(of("Person")) >= len([e for e in whole["entities"] if e["kind"] == "person"]) > 50
    (event,) = (e for e in of("Event") if e.first("recordId") == visit["id"])
    assert event.get("date") == ["2021-05-10"] and (event.first("summary") or "").removesuffix("”").endswith(QUOTE)
    assert [entities[i].caption for i in event.get("organizer")] == ["Amina Wanjiru"]
    assert [(entities[i].caption, entities[i].schema.name) for i in event.get("involved")] == [("Ghana", "PublicBody")]
    (article,) = (entities[i] for i in event.get("proof"))
    assert article.first("publisher") == "East | West \\ Gazette" and article.first("sourceUrl") == "https://gazette.example.org/?a=1&b=2"
    holder = next(e for e in of("Occupancy") if e.first("proof") == article.id)
    assert entities[str(holder.first("holder"))].caption == "Amina Wanjiru"
    assert entities[str(holder.first("post"))].caption.lower().startswith("foreign minister")
