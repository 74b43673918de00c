"""Notes that are written in the page stand in the layer of its annotator, and in no other."""

from pathlib import Path
from typing import Any

from argmap.annotation import load_layer
from argmap.web.layers import Layers
from argmap.web.serving import Serving
from tests.web.serving import ZOO, Page, zoo

KIM = """\
layer: 1
map: ../zoo.yaml
annotator: kim
annotations:
  - {id: a1, target: {claim: keepers}, body: How few?}
"""


def note(page: Page, **asked: Any) -> Any:
    return page.post("/notes", asked)


def test_the_first_note_begins_the_layer(tmp_path: Path) -> None:
    with zoo(tmp_path, annotator="maya") as (file, page):
        told = note(page, do="add", id="keepers", body="Says *who*?").json()
        assert told["key"] == "maya/a1"
        (thread,) = told["data"]["talk"]["threads"]["keepers"]
        assert (thread["by"], thread["text"]) == ("maya", "Says *who*?")
        layer = load_layer(tmp_path / "zoo.layers/maya.yaml").value
        assert layer is not None
        assert layer.annotation["a1"].target.id == "keepers"
        assert layer.annotation["a1"].created.endswith("Z")
        assert file.read_text() == ZOO
        assert page.data()["data"]["talk"] == told["data"]["talk"]
        assert page.data()["notes"] == told["notes"]


def test_a_note_is_changed_resolved_and_removed_and_comments_stay(tmp_path: Path) -> None:
    with zoo(tmp_path, annotator="maya") as (_, page):
        note(page, do="add", id="keepers", body="First", quote="few")
        path = tmp_path / "zoo.layers/maya.yaml"
        path.write_text(f"# mine\n{path.read_text()}")
        before = path.read_text()
        told = note(page, do="change", key="maya/a1", body="Second", was="First").json()
        assert told["data"]["talk"]["threads"]["keepers"][0]["text"] == "Second"
        assert note(page, do="resolve", key="maya/a1", resolved=True).status_code == 200
        assert page.data()["data"]["talk"]["threads"]["keepers"][0]["resolved"]
        note(page, do="resolve", key="maya/a1", resolved=False)
        note(page, do="change", key="maya/a1", body="First")
        assert path.read_text() == before
        assert note(page, do="remove", key="maya/a1").status_code == 200
        assert path.read_text().startswith("# mine\n")
        assert "keepers" not in page.data()["data"].get("talk", {"threads": {}})["threads"]


def test_somebody_else_is_answered_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "zoo.layers").mkdir()
    kim = tmp_path / "zoo.layers/kim.yaml"
    kim.write_text(KIM)
    with zoo(tmp_path, annotator="maya") as (_, page):
        told = note(page, do="reply", key="kim/a1", body="Four").json()
        assert told["key"] == "maya/a1"
        (thread,) = told["data"]["talk"]["threads"]["keepers"]
        assert thread["replies"][0]["key"] == "maya/a1"
        for asked in (
            {"do": "change", "body": "x"}, {"do": "remove"}, {"do": "resolve", "resolved": True},
        ):  # fmt: skip
            answer = note(page, key="kim/a1", **asked)
            assert answer.status_code == 422
            assert answer.json()["message"] == "only `kim` can change it"
        assert kim.read_text() == KIM


def test_what_is_answered_is_removed_only_on_purpose(tmp_path: Path) -> None:
    with zoo(tmp_path, annotator="maya") as (_, page):
        note(page, do="add", id="keepers", body="First")
        (tmp_path / "zoo.layers/kim.yaml").write_text(
            KIM.replace("{claim: keepers}", "{annotation: maya/a1}")
        )
        answer = note(page, do="remove", key="maya/a1")
        assert (answer.status_code, answer.json()["answers"]) == (422, ["kim/a1"])
        assert note(page, do="remove", key="maya/a1", force=True).status_code == 200


def test_a_note_that_was_changed_in_between_is_shown(tmp_path: Path) -> None:
    with zoo(tmp_path, annotator="maya") as (_, page):
        note(page, do="add", id="keepers", body="First")
        path = tmp_path / "zoo.layers/maya.yaml"
        path.write_text(path.read_text().replace("First", "In the editor"))
        for asked in ({"do": "change", "body": "In the page"}, {"do": "remove"}):
            answer = note(page, key="maya/a1", was="First", **asked)
            assert answer.status_code == 409
            assert answer.json()["theirs"]["body"] == "In the editor"
        assert "In the editor" in path.read_text()


def test_labels_of_the_codebook_are_offered_and_judged(tmp_path: Path) -> None:
    (tmp_path / "zoo.layers").mkdir()
    (tmp_path / "zoo.layers/maya.yaml").write_text(
        "layer: 1\nmap: ../zoo.yaml\nannotator: maya\ncodebook: fallacies\n"
    )
    with zoo(tmp_path, annotator="maya") as (_, page):
        labels = page.data()["data"]["live"]["labels"]
        assert labels
        label = next(one for one in labels if one["values"])
        wrong = note(page, do="add", kind="argument", id="step-keepers", labels=["nonsense=1"])
        assert wrong.status_code == 422
        assert "there is no label `nonsense`" in wrong.json()["message"]
        given = f"{label['name']}={next(iter(label['values']))}"
        right = note(page, do="add", kind="argument", id="step-keepers", labels=[given])
        assert right.status_code == 200, right.text


def test_what_cannot_be_said_is_refused_in_words(tmp_path: Path) -> None:
    with zoo(tmp_path, annotator="maya") as (_, page):
        for asked, message in (
            ({"do": "add", "id": "keeper", "body": "x"}, "there is no claim `keeper`"),
            ({"do": "add", "id": "keepers"}, "nothing is said"),
            ({"do": "add", "id": "keepers", "quote": "many", "body": "x"}, "does not stand in"),
            ({"do": "change", "key": "maya/a9", "body": "x"}, "there is no note `maya/a9`"),
        ):
            answer = note(page, **asked)
            assert answer.status_code == 422
            assert message in answer.json()["message"]
        for wrong in (
            {"do": "shout"},
            {"do": 1},
            {"do": "add", "id": 3},
            {"do": "add", "labels": "x"},
        ):
            assert note(page, **wrong).status_code == 400


def test_without_an_annotator_nothing_is_written(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        answer = note(page, do="add", id="keepers", body="x")
        assert answer.json()["remedy"] == "serve it with --annotator ID"
        assert [path.name for path in tmp_path.iterdir()] == ["zoo.yaml"]


def test_a_layer_that_leads_out_of_the_folder_is_neither_shown_nor_written(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    secret = tmp_path / "other/maya.yaml"
    secret.write_text(KIM.replace("kim", "maya").replace("How few?", "The secret"))
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/zoo.layers").symlink_to(tmp_path / "other")
    before = secret.read_text()
    with zoo(tmp_path / "maps", annotator="maya") as (_, page):
        assert "The secret" not in page.client.get("/").text
        assert note(page, do="add", id="keepers", body="x").status_code == 422
        assert secret.read_text() == before


def test_a_folder_of_layers_that_is_a_link_to_elsewhere_is_not_even_looked_at(
    tmp_path: Path,
) -> None:
    (map := tmp_path / "maps/zoo.yaml").parent.mkdir()
    map.write_text(ZOO)
    (tmp_path / "maps/zoo.layers").symlink_to("/")  # it would take minutes
    layers = Layers(map, Serving(map.parent, annotator="maya"))
    assert layers.paths == ()
    assert layers.refresh() == ""
    assert layers.named() == set()
