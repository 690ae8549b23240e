from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from according.errors import SettingsError
from according.knowledge.fold import fold_name
from according.knowledge.own_actors import MOST_BYTES, OwnActor, own_actors

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "actors.md"


def read(folder: Path, text: str) -> tuple[OwnActor, ...]:
    path = folder / "actors.yml"
    path.write_text(text, "utf-8")
    return own_actors(path)


def test_the_example_of_the_guide_is_read(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert example
    person, organization, place, group = read(tmp_path, example[1])
    assert person == OwnActor(
        key="person:own:ruben-varosyan",
        kind="person",
        name="Ruben Varosyan",
        names=(
            ("Ruben Varosyan", None),
            ("Commander Aras", None),
            ("Ռուբեն Վարոսյան", "hy"),
            ("Рубен Варосян", "ru"),
            ("Rouben Varossian", "fr"),
            ("Rouben Varossyan", "fr"),
        ),
        wikidata=None,
        country="AM",
        latitude=None,
        longitude=None,
        offices=("mayor@AM",),
    )
    assert (organization.kind, place.kind, group.kind) == ("organization", "place", "other")
    assert (place.latitude, place.longitude) == (40.512, 43.901)


def test_values_are_text_as_written(tmp_path: Path) -> None:
    (actor,) = read(tmp_path, "persons: [{name: Yes, country: NO, wikidata: Q42, offices: journalist@}]")
    assert (actor.key, actor.name, actor.country, actor.offices) == (
        "person:Q42",
        "Yes",
        "NO",
        ("journalist@",),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "persons: []"])
def test_a_file_may_be_empty(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("people: []", 1, "no field people: use one of persons, organizations, places, groups"),
        ("person: []", 1, "did you mean persons?"),
        ("persons: Ana", 1, "persons must be a list"),
        ("persons:\n- Ana", 2, "must be fields with values"),
        ("persons:\n- country: AM", 2, "has no name"),
        ("persons:\n- name: Ana\n  nmaes: {fr: Anne}", 3, "did you mean names?"),
        ("persons:\n- name: Ana\n  name: Anna", 3, "name is given twice"),
        ("persons:\n- name: ", 2, "name must be a text"),
        ("persons:\n- name: '12-34'", 2, "a name with letters"),
        (f"persons:\n- name: {'a' * 201}", 2, "at most 200"),
        ("persons:\n- name: Ana\n  names: {French: Anne}", 3, "French is no language"),
        ("persons:\n- name: Ana\n  names: {fr: [[Anne]]}", 3, "names of fr must be a text"),
        ("persons:\n- name: Ana\n  wikidata: 42", 3, "it must be a Wikidata id"),
        ("persons:\n- name: Ana\n  country: Armenia", 3, "two capital letters"),
        ("persons:\n- name: Ana\n  offices: [Foreign Minister]", 3, "such as foreign-minister@AM"),
        ("persons:\n- name: Ana\n  latitude: 40", 3, "no field latitude"),
        ("places:\n- name: Pass\n  latitude: 40", 2, "only one of latitude and longitude"),
        ("places:\n- name: Pass\n  latitude: 90.5\n  longitude: 0", 3, "degrees, -90 to 90"),
        ("places:\n- name: Pass\n  latitude: nan\n  longitude: 0", 3, "degrees, -90 to 90"),
        ("places:\n- name: Pass\n  offices: [mayor@AM]", 3, "no field offices"),
        ("persons:\n- name: Ana\n- name: ana", 3, "also on line 2"),
        ("persons:\n- &one {name: Ana}\n- *one", 3, "aliases"),
        ("groups: " + "[" * 50, 1, "nested too deeply"),
        ("persons:\n- [name: Ana", 2, "this is no YAML"),
        ("persons: []\n---\nplaces: []", 2, "this is no YAML"),
        ("? [persons]\n: []", 1, "cannot be the name of a field"),
        ("persons: \x07", 1, "this is no YAML"),
        ("Ana", 1, "the file must be fields"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(what)) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'actors.yml'}, line {line}: ")


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    missing, folder, binary, large = (tmp_path / name for name in ("missing", "folder", "binary", "large"))
    folder.mkdir()
    binary.write_bytes(b"persons: \xff")
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    for path, what in [(missing, "no file"), (folder, "no file"), (binary, "no UTF-8"), (large, "4 MiB")]:
        with pytest.raises(SettingsError, match=f"{re.escape(str(path))} .*{what}"):
            own_actors(path)


def test_a_file_that_doubles_itself_is_refused_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    with pytest.raises(SettingsError, match="aliases"):
        read(tmp_path, "\n".join(lines))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(), st.text("persons:-[]{}*&?!|>\"'#,%@ \n\tname01QÑЯ\0", max_size=80).map(str.encode))
)
def test_any_file_gives_actors_or_an_error_for_the_user(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "actors.yml"
    path.write_bytes(data)
    problem = ""
    try:
        actors = own_actors(path)
    except SettingsError as error:
        actors, problem = (), str(error)
    assert problem.startswith(str(path)) if problem else all(actor.names for actor in actors)


@given(name=st.text(st.characters(categories=["L", "Nd", "Zs"]), min_size=1, max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_comes_back_as_written(tmp_path: Path, name: str) -> None:
    name = " ".join(name.split())
    assume(any(letter.isalpha() for letter in fold_name(name)))
    (actor,) = read(tmp_path, f"groups:\n- name: '{name}'\n")
    assert actor.name == name
    assert actor.names == ((name, None),)
