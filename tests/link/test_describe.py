"""What is known about an entity beyond what articles write."""

from __future__ import annotations

from according.link.describe import described
from according.link.units import Unit
from according.model import Chain
from according.views import Entity
from tests.chains import chain


def entity(*chains: Chain) -> Entity:
    unit = Unit(chains[0].kind, chains[0].name, chains[0].key, alone=False)
    for each in chains:
        unit.take(each)
    return described("e", unit, [unit])


def test_a_contested_place_has_the_names_of_all_sides_and_no_country() -> None:
    found = entity(chain("Artsakh", "a", "place", key="place:name:nagorno-karabakh", country="AZ"))
    names = dict(found.names)
    assert found.contested
    assert found.country is None
    assert "Artsakh" in names["en"]
    assert "Dağlıq Qarabağ" in names["az"]
    assert "Արցախ" in names["hy"]
    assert "Haut-Karabagh" in names["fr"]
    assert found.latitude is not None
    assert found.longitude is not None
    assert found.precision == "region"


def test_contested_places_of_other_conflicts_are_treated_alike() -> None:
    crimea = entity(chain("Crimea", "a", "place", key="place:iso:UA-43", country="UA"))
    assert (crimea.contested, crimea.country) == (True, None)
    assert {"ru", "uk", "crh"} <= set(dict(crimea.names))


def test_other_places_are_in_their_country() -> None:
    found = entity(chain("Kharkiv", "a", "place", key="place:geonames:706483", country="UA"))
    assert (found.contested, found.country, found.names, found.geonames) == (False, "UA", (), 706483)


def test_what_no_gazetteer_has_is_where_its_articles_say() -> None:
    found = entity(chain("Nora", "a", "place", country="ML"))
    assert (found.country, found.latitude, found.longitude, found.precision) == ("ML", 40.0, 45.0, "town")
    unknown = entity(chain("Nora", "a", "place"))
    assert (unknown.country, unknown.latitude, unknown.precision) == (None, None, None)


def test_of_several_countries_the_most_frequent() -> None:
    chains = [
        chain("Nora", f"{n}", "organization", country=code) for n, code in enumerate(("ML", "NE", "NE"))
    ]
    assert entity(*chains).country == "NE"


def test_a_state_is_known() -> None:
    found = entity(chain("Kenia", "a", "state", key="state:KE"))
    assert (found.name, found.country, found.precision, found.wikidata) == ("Kenya", "KE", "country", "Q114")


def test_an_organization_goes_by_its_known_name() -> None:
    found = entity(chain("ОБСЕ", "a", "organization", key="organization:osce"))
    assert (found.name, found.wikidata) == ("OSCE", "Q81299")


def test_an_institution_is_in_its_state() -> None:
    assert entity(chain("Parliament", "a", "organization", key="institution:parliament@KE")).country == "KE"
    assert entity(chain("Parliament", "a", "organization", key="institution:parliament@")).country is None


def test_an_own_actor_has_the_wikidata_id_that_the_user_gave() -> None:
    assert entity(chain("Who", "a", key="own:person:Q42")).wikidata == "Q42"
    assert entity(chain("Who", "a", key="own:person:own:who")).wikidata is None


def test_who_is_in_no_list_is_as_articles_write() -> None:
    found = entity(chain("Jane Example", "a"))
    assert (found.name, found.key, found.wikidata, found.names) == ("Jane Example", None, None, ())
