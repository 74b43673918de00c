"""What is written in the page stands in the file, and what came from elsewhere is never lost."""

from pathlib import Path

import pytest

from argmap.web import histories
from tests.web.serving import ZOO, Page, zoo


def test_a_reason_stands_in_the_file_and_all_other_lines_stay(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        answer = page.edit(
            {"do": "add", "text": "It costs much", "stance": "for", "target": "keepers"}
        )
        assert answer.status_code == 200
        told = answer.json()
        assert told["id"] == "it-costs-much"
        assert told["data"]["claims"]["it-costs-much"]["text"] == "It costs much"
        assert file.read_text() == ZOO.replace(
            "    cites: report\n", "    cites: report\n    reasons:\n      - It costs much\n"
        )


def test_a_text_that_is_edited_takes_its_derived_id_along(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        told = page.edit({
            "do": "edit", "id": "captivity-harms-animals", "field": "text",
            "value": "Captivity hurts animals",
        }).json()  # fmt: skip
        assert told["id"] == "captivity-hurts-animals"
        assert told["renamed"] == {
            "captivity-harms-animals": "captivity-hurts-animals",
            "step-captivity-harms-animals": "step-captivity-hurts-animals",
        }
        assert file.read_text() == ZOO.replace("harms", "hurts")


def test_an_id_that_a_layer_speaks_of_is_kept(tmp_path: Path) -> None:
    (tmp_path / "zoo.layers").mkdir()
    (tmp_path / "zoo.layers/kim.yaml").write_text(
        "layer: 1\nmap: ../zoo.yaml\nannotator: kim\nannotations:\n"
        "  - {id: a1, target: {claim: captivity-harms-animals}, body: How much?}\n"
    )
    with zoo(tmp_path) as (file, page):
        told = page.edit({
            "do": "edit", "id": "captivity-harms-animals", "field": "text", "value": "It hurts",
        }).json()  # fmt: skip
        assert told["id"] == "captivity-harms-animals"
        assert "id: captivity-harms-animals" in file.read_text()


def test_undo_gives_the_text_back_and_redo_does_it_again(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        texts = [file.read_text()]
        for number in range(3):
            text = f"Reason {number}"
            page.edit({"do": "add", "text": text, "stance": "for", "target": "keepers"})
            texts.append(file.read_text())
        for before in reversed(texts[:-1]):
            assert page.step("undo").status_code == 200
            assert file.read_text() == before
        refused = page.step("undo")
        assert (refused.status_code, refused.json()["message"]) == (422, "there is nothing to undo")
        for after in texts[1:]:
            assert page.step("redo").json()["undo"]
            assert file.read_text() == after


def test_of_a_large_map_several_edits_can_be_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(histories, "ROOM", 5 * len(ZOO))  # room for four of its texts
    with zoo(tmp_path) as (file, page):
        for text in ("one", "two", "three", "four", "five"):
            add = {"do": "add", "text": text, "stance": "for", "target": "keepers"}
            assert page.edit(add).status_code == 200
        assert [page.step("undo").status_code for _ in range(4)] == [200, 200, 200, 422]
        assert "two" in file.read_text()
        assert "three" not in file.read_text()


def test_undo_leaves_what_came_elsewhere(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        page.edit({"do": "edit", "id": "keepers", "field": "text", "value": "Keepers are rare"})
        file.write_text(file.read_text().replace("title: Zoo", "title: Our zoo"))
        assert page.step("undo").status_code == 200
        assert file.read_text() == ZOO.replace("title: Zoo", "title: Our zoo")


def test_undo_of_lines_that_were_changed_since_is_refused(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        page.edit({"do": "edit", "id": "keepers", "field": "text", "value": "Keepers are rare"})
        file.write_text(changed := file.read_text().replace("rare", "very rare"))
        assert page.step("undo").status_code == 409
        assert file.read_text() == changed


def test_an_edit_of_what_was_changed_elsewhere_shows_both(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_text(ZOO.replace("Keepers are few", "Keepers are too few"))
        wanted = {"do": "edit", "id": "keepers", "field": "text", "value": "There are few keepers"}
        answer = page.edit(wanted)
        told = answer.json()
        assert answer.status_code == 409
        assert told["base"]["keepers"]["text"] == "Keepers are few"
        assert told["theirs"]["keepers"]["text"] == "Keepers are too few"
        assert told["yours"]["keepers"]["text"] == "There are few keepers"
        assert "too few" in file.read_text()
        page.version = told["version"]  # who insists sends it again
        assert page.edit(wanted).status_code == 200
        assert "There are few keepers" in file.read_text()


def test_a_claim_reworded_elsewhere_is_found_under_its_new_id(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_text(ZOO.replace("Captivity harms animals", "Captivity harms large animals"))
        told = page.edit({"do": "remove", "id": "captivity-harms-animals"}).json()
        theirs = told["theirs"]["captivity-harms-animals"]
        assert theirs["id"] == "captivity-harms-large-animals"
        assert told["yours"]["captivity-harms-animals"] is None


def test_an_edit_beside_a_change_from_elsewhere_keeps_both(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_text(ZOO.replace("Children learn", "Many children learn"))
        answer = page.edit({"do": "edit", "id": "keepers", "field": "note", "value": "Ask them"})
        assert answer.status_code == 200
        assert "Many children learn" in file.read_text()
        assert "note: Ask them" in file.read_text()


def test_what_would_be_removed_with_it_counts_as_well(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_text(ZOO.replace("cites: report", "reasons: [They said so]"))
        assert page.edit({"do": "remove", "id": "keepers"}).status_code == 409
        assert "They said so" in file.read_text()


def test_two_pages_and_an_editor_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    from threading import Thread

    from argmap.yaml.storage import locked, replace_file

    rounds = 12
    with zoo(tmp_path) as (file, page):
        other = Page(page.client)

        def write(by: Page, name: str) -> None:
            for number in range(rounds):
                text = f"{name} {number}"
                done = by.edit({"do": "add", "text": text, "stance": "for", "target": "keepers"})
                assert done.status_code == 200, done.text

        def save() -> None:
            for number in range(rounds):
                with locked(file):
                    text = file.read_text()
                    replace_file(file, f"{text}  - Editor {number}\n".encode())

        threads = [
            Thread(target=write, args=(page, "One")),
            Thread(target=write, args=(other, "Two")),
            Thread(target=save),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        claims = {claim["text"] for claim in page.data()["data"]["claims"].values()}
        wanted = {f"{who} {n}" for who in ("One", "Two", "Editor") for n in range(rounds)}
        assert wanted <= claims
        assert "# to be checked" in file.read_text()


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ({"do": "remove", "id": "the-zoo-should-close"}, "it is the only thesis"),
        ({"do": "remove", "id": "keeper"}, "there is no claim or argument `keeper`"),
        ({"do": "edit", "id": "keepers", "field": "text", "value": " \n"}, "cannot be empty"),
        (
            {"do": "edit", "id": "keepers", "field": "kind", "value": "fcat"},
            "`kind` cannot be that",
        ),
        ({"do": "edit", "id": "keepers", "field": "weight", "value": 7}, "a number from 0 to 1"),
        ({"do": "cite", "id": "keepers", "source": "repport"}, "there is no source `repport`"),
        (
            {"do": "reuse", "claim": "the-zoo-should-close", "stance": "for", "target": "keepers"},
            "would support itself",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    tmp_path: Path, operation: dict[str, object], message: str
) -> None:
    with zoo(tmp_path) as (file, page):
        answer = page.edit(operation)
        assert answer.status_code == 422
        assert message in answer.json()["message"]
        assert file.read_text() == ZOO


def test_a_near_miss_is_told(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        told = page.edit({"do": "remove", "id": "keeper"}).json()
        assert told["remedy"] == "did you mean `keepers`?"


def test_a_faulty_file_keeps_the_picture_and_takes_no_edits(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_text(faulty := ZOO + "  - clam: half a\n")
        told = page.data()
        assert told["version"] == page.version != told["current"]
        assert "keepers" in told["data"]["claims"]
        fault = next(one for one in told["faults"] if one["severity"] == "error")
        assert (fault["line"], fault["column"], fault["excerpt"]) == (13, 5, "  - clam: half a")
        assert "claim" in fault["remedy"]
        answer = page.edit({"do": "remove", "id": "keepers"})
        assert (answer.status_code, answer.json()["message"]) == (422, "the file has errors")
        assert file.read_text() == faulty


def test_a_vanished_file_keeps_the_picture_and_comes_back(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.unlink()
        told = page.data()
        assert told["gone"]
        assert not told["writable"]
        assert told["faults"][0]["message"] == "the file is gone"
        assert "keepers" in told["data"]["claims"]
        assert page.edit({"do": "remove", "id": "keepers"}).json()["message"] == "the file is gone"
        file.write_text(ZOO)
        told = page.data()
        assert not told["gone"]
        assert told["writable"]
        assert page.edit({"do": "remove", "id": "keepers"}).status_code == 200


def test_five_hundred_saves_in_a_row(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        for number in range(500):
            file.write_text(ZOO.replace("Keepers are few", f"Keepers are {number}"))
            if number % 50 == 0:
                assert page.data()["data"]["claims"]["keepers"]["text"] == f"Keepers are {number}"
        assert page.data()["data"]["claims"]["keepers"]["text"] == "Keepers are 499"


def test_line_ends_and_the_mark_of_a_file_stay(tmp_path: Path) -> None:
    with zoo(tmp_path) as (file, page):
        file.write_bytes(b"\xef\xbb\xbf" + ZOO.replace("\n", "\r\n").encode())
        page.version = page.data()["version"]
        page.edit({"do": "add", "text": "New", "stance": "against", "target": "keepers"})
        written = file.read_bytes()
        assert written.startswith(b"\xef\xbb\xbf#")
        assert written.count(b"\n") == written.count(b"\r\n")
        page.step("undo")
        assert file.read_bytes() == b"\xef\xbb\xbf" + ZOO.replace("\n", "\r\n").encode()
