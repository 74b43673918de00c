"""What the addresses of the server give to read."""

from pathlib import Path
from urllib.parse import urljoin

from argmap.web.serving import Serving
from tests.web.serving import ZOO, client_of, data_in, zoo


def test_the_page_has_its_data_and_asks_only_for_what_is_there(tmp_path: Path) -> None:
    import re

    with zoo(tmp_path) as (_, page):
        html = page.client.get("/").text
        data = data_in(html)
        assert data["claims"]["keepers"]["text"] == "Keepers are few"
        live = data["live"]
        assert (live["map"], live["writable"], live["version"]) == ("zoo.yaml", True, page.version)
        assert live["words"]["kinds"][0] == "fact"
        asked = re.findall(r'(?:src|href)="(/[^"]+)"', html)
        assert asked
        seen = set()
        while asked:
            path = asked.pop()
            if path in seen:
                continue
            seen.add(path)
            answer = page.client.get(path)
            assert answer.status_code == 200, path
            kind = "javascript" if path.endswith(".js") else "css"
            assert kind in answer.headers["content-type"]
            imported = re.findall(r'from "(\.{1,2}/[\w./-]+)"', answer.text)
            asked += [urljoin(path, name) for name in imported]
            tag = {"If-None-Match": answer.headers["etag"]}
            assert page.client.get(path, headers=tag).status_code == 304
        assert "<style" not in html
        assert "style=" not in html


def test_a_map_that_never_was_good_has_a_page_with_its_faults(tmp_path: Path) -> None:
    with zoo(tmp_path, "clam: The zoo\n") as (file, page):
        live = data_in(page.client.get("/").text)["live"]
        assert live["faults"]
        assert page.data()["data"] is None
        assert page.client.get("/thumb").status_code == 404
        file.write_text(ZOO)
        assert page.data()["data"]["title"] == "Zoo"


def test_a_part_is_given_as_it_is_written(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        told = page.client.get("/part?id=keepers").json()
        assert told["kind"] == "claim"
        assert told["part"]["cites"][0]["source"] == "report"
        assert page.client.get("/part?id=step-keepers").json()["part"]["stance"] == "for"
        assert page.client.get("/part?id=keeper").status_code == 404


def test_a_folder_lists_its_maps_and_finds_words_in_them(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a b.yaml").write_text("claim: Trams should be free\nreasons: [Cars are loud]\n")
    (tmp_path / "sub/zoo.yml").write_text(ZOO)
    (tmp_path / "sub/bad.yaml").write_text("title: Bad\nclaim: One\nreasns: [x]\n")
    (tmp_path / "zoo.layers").mkdir()
    (tmp_path / "zoo.layers/kim.yaml").write_text("layer: 1\nmap: ../zoo.yaml\nannotator: kim\n")
    (tmp_path / "other.yaml").write_text("numbers: [1, 2]\n")
    with client_of(Serving(tmp_path)) as client:
        told = client.get("/maps").json()
        assert told["more"] == 0
        rows = {row["map"]: row for row in told["maps"]}
        assert list(rows) == ["a b.yaml", "sub/bad.yaml", "sub/zoo.yml"]
        assert rows["a b.yaml"]["thesis"] == "Trams should be free"
        assert rows["sub/bad.yaml"]["errors"] == 1
        assert rows["sub/zoo.yml"]["claims"] == 4
        assert data_in(client.get("/").text)["maps"] == told["maps"]
        for row in rows.values():
            assert client.get(row["href"]).status_code == 200
        thumb = client.get(rows["a b.yaml"]["thumb"])
        assert thumb.headers["content-type"] == "image/svg+xml"
        assert "script" not in thumb.headers["content-security-policy"]
        assert "Trams should" in thumb.text
        (found,) = client.get("/maps", params={"q": "LEARN zoo"}).json()["maps"]
        assert found["hits"] == [
            {"id": "children-learn-at-the-zoo", "text": "Children learn at the zoo"}
        ]
        assert client.get("/maps?q=unicorn").json()["maps"] == []
        assert client.get("/data?map=other.yaml&map=a").status_code == 400
        assert client.get("/data").status_code == 404


def test_only_texts_that_were_named_are_handed_on(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Keepers are few, the report says.")
    text = ZOO.replace("{title: The report}", "{title: The report, file: report.txt}")
    with zoo(tmp_path, text) as (_, page):
        assert "texts" not in page.data()["data"]
    named = {"report": str(tmp_path / "report.txt")}
    with zoo(tmp_path, text, sources=named) as (_, page):
        (block,) = page.data()["data"]["texts"]["report"]["blocks"]
        assert block["text"].startswith("Keepers are few")
