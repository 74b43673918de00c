"""Who must not read or write does not, in whatever way it is tried."""

import json
import socket
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from argmap.web.guard import HEADERS
from argmap.web.serving import Serving
from tests.web.live import ask, get, listening, read_all
from tests.web.serving import BASE, ZOO, Page, client_of, zoo

EDIT = {"do": "edit", "id": "keepers", "field": "text", "value": "Overwritten"}


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1.evil.example:8000",
     "localhost:80", "", "127.0.0.1:8000@evil.example", "[::2]:8000", "2130706433:8000"],
)  # fmt: skip
def test_a_foreign_host_is_refused(tmp_path: Path, host: str) -> None:
    with zoo(tmp_path) as (_, page):
        for path in ("/", "/data", "/static/page.css", "/nowhere"):
            answer = page.client.get(path, headers={"Host": host})
            assert answer.status_code == 403
            assert "Zoo" not in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"]
)
def test_own_hosts_are_served(tmp_path: Path, host: str) -> None:
    with zoo(tmp_path) as (_, page):
        assert page.client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Origin": "http://localhost:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"X-Argmap-Token": ""},
        {"X-Argmap-Token": "guess"},
        {"X-Argmap-Token": "ü"},
    ],
)
def test_nobody_else_writes(tmp_path: Path, headers: dict[str, str]) -> None:
    with zoo(tmp_path, annotator="maya") as (file, page):
        body = {"version": page.version, "operation": EDIT}
        sent: dict[str, Any] = {name: value.encode() for name, value in headers.items()}
        assert page.post("/edit", body, **sent).status_code == 403
        note = {"do": "add", "id": "keepers", "body": "Mine"}
        assert page.post("/notes", note, **sent).status_code == 403
        assert file.read_text() == ZOO
        assert [path.name for path in tmp_path.iterdir()] == ["zoo.yaml"]


def test_pages_of_others_cannot_read_but_may_link(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        foreign = {"Sec-Fetch-Site": "cross-site"}
        for path in ("/data", "/events", "/part?id=keepers", "/static/page.css", "/thumb", "/maps"):
            assert page.client.get(path, headers=foreign).status_code == 403
        link = {**foreign, "Sec-Fetch-Mode": "navigate"}
        assert page.client.get("/", headers=link).status_code == 200
        assert page.client.get("/data", headers=link).status_code == 403
        assert page.client.get("/data", headers={"Origin": "https://a.example"}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST", "FOO"])
def test_other_methods_do_nothing(tmp_path: Path, method: str) -> None:
    with zoo(tmp_path) as (file, page):
        headers = {"X-Argmap-Token": page.token, "Content-Type": "application/json"}
        for path in ("/", "/data", "/static/page.css"):
            assert page.client.request(method, path, headers=headers).status_code == 405
        if method != "POST":
            assert page.client.request(method, "/edit", headers=headers).status_code == 405
        assert page.client.get("/edit").status_code == 405
        assert file.read_text() == ZOO


def test_every_answer_binds_the_page_to_its_server(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        for path in ("/", "/data", "/nowhere", "/static/theme.css", "/thumb"):
            headers = page.client.get(path).headers
            for name, value in HEADERS.items():
                assert headers[name] == value
            assert headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert "access-control-allow-origin" not in headers
            assert "server" not in headers
        policy = page.client.get("/").headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


SECRET = "claim: The secret\n"
OUTSIDE = [
    "../secret.yaml", "..%2fsecret.yaml", "%2e%2e/secret.yaml", "%2e%2e%2fsecret.yaml",
    "%252e%252e%252fsecret.yaml", "..%5csecret.yaml", "..\\secret.yaml", "sub/../../secret.yaml",
    "sub%2f..%2f..%2fsecret.yaml", "./../secret.yaml", "/secret.yaml", "//secret.yaml",
    "%2fsecret.yaml", "{secret}", "%c0%ae%c0%ae/secret.yaml", "..%c0%afsecret.yaml",
    "..%00/secret.yaml", "zoo.yaml/../../secret.yaml", "zoo.yaml%00", "..;/secret.yaml",
    "%uff0e%uff0e/secret.yaml", "．．/secret.yaml", ".hidden.yaml", ".git/secret.yaml", "link.yaml",
    "linked/secret.yaml", "~/secret.yaml", "file:///secret.yaml", "ZOO.yaml ", "note.txt", ".", "..",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("served")
    maps = root / "maps"
    (maps / ".git").mkdir(parents=True)
    (maps / "sub").mkdir()
    for file in ("secret.yaml", "maps/.hidden.yaml", "maps/.git/secret.yaml", "maps/note.txt"):
        (root / file).write_text(SECRET)
    (maps / "zoo.yaml").write_text(ZOO)
    (maps / "sub/zoo two.yaml").write_text(ZOO)
    (maps / "link.yaml").symlink_to(root / "secret.yaml")
    (maps / "linked").symlink_to(root)
    return maps


def test_no_path_leads_out_of_the_folder(folder: Path) -> None:
    with listening(Serving(folder)) as port:
        assert get(port, "/m/sub/zoo%20two.yaml")[0] == 200
        for path in OUTSIDE:
            path = path.format(secret=folder.parent / "secret.yaml")
            written = "".join(
                c if c.isascii() else "".join(f"%{b:02x}" for b in c.encode()) for c in path
            )
            for address in (f"/m/{written}", f"/data?map={written}", f"/thumb?map={written}",
                            f"/part?id=the-secret&map={written}", f"/events?map={written}",
                            f"/static/{written}"):  # fmt: skip
                status, body = get(port, address.replace(" ", "%20").replace("\\", "%5c"))
                assert status in (400, 403, 404), address
                assert b"The secret" not in body
                assert str(folder.parent).encode() not in body


@pytest.mark.parametrize("path", ["/static/page.css/", "//example.org/m/zoo.yaml/", "/data/"])
def test_nobody_is_sent_elsewhere(tmp_path: Path, path: str) -> None:
    with zoo(tmp_path) as (_, page):
        answer = page.client.get(f"http://127.0.0.1:8000{path}")
        assert (answer.status_code, answer.headers.get("location")) == (404, None)


def test_a_map_that_becomes_a_link_is_no_longer_served(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "secret.yaml").write_text(SECRET)
    map = tmp_path / "maps/zoo.yaml"
    map.write_text(ZOO)
    with client_of(Serving(tmp_path / "maps")) as client:
        page = Page(client, "zoo.yaml")
        map.unlink()
        map.symlink_to(tmp_path / "secret.yaml")
        answer = client.get("/data?map=zoo.yaml")
        assert (answer.status_code, "secret" in answer.text) == (404, False)
        assert page.edit(EDIT).status_code == 404
        assert (tmp_path / "secret.yaml").read_text() == SECRET


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"[]", 400), (b"null", 400), (b"{", 400), (b"\xff\xfe", 400), (b'{"a": NaN}', 400),
        (b"[" * 100_000, 400), (b'{"a":' * 30 + b"1" + b"}" * 30, 400), (b"1" * 10_000, 400),
        (b" " * (1 << 20) + b"{}", 413), (b"{}", 400), (b'{"do": "undoo"}', 400),
        (b'{"version": 1, "operation": {}}', 400), (b'{"version": "x", "operation": {"do": "x"}}', 400),
        (b'{"version": "x", "operation": {"do": "remove", "id": ["a"]}}', 400),
        (b'{"version": "x", "operation": {"do": "remove", "id": "a", "path": "/"}}', 400),
        (b'{"version": "x", "operation": {"do": "remove", "id": "keepers"}}', 409),
        (b'{"do": ["undo"]}', 400),
    ],
)  # fmt: skip
def test_malformed_bodies_are_refused(tmp_path: Path, body: bytes, status: int) -> None:
    with zoo(tmp_path) as (file, page):
        answer = page.post("/edit", body)
        assert answer.status_code == status
        assert answer.json()["message"]
        assert file.read_text() == ZOO


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "json"])
def test_forms_cannot_write(tmp_path: Path, kind: str) -> None:
    with zoo(tmp_path) as (_, page):
        body = {"version": page.version, "operation": EDIT}
        assert page.post("/edit", body, **{"Content-Type": kind}).status_code == 415


def test_half_characters_and_signs_that_nobody_sees_do_no_harm(tmp_path: Path) -> None:
    with zoo(tmp_path) as (_, page):
        half = {"do": "edit", "id": "\ud800", "field": "text", "value": "x"}
        assert page.edit(half).status_code == 400
        for text in ("a\x00b\x1b[31m", "\u202eabc", "</script><script>alert(1)</script>"):
            answer = page.edit({"do": "edit", "id": "keepers", "field": "text", "value": text})
            assert answer.status_code == 200
            assert "</script><script>" not in page.client.get("/").text
        assert page.data()["data"]["claims"]["keepers"]["text"].startswith("</script>")


def test_read_only_writes_nothing_and_gives_no_token(tmp_path: Path) -> None:
    with zoo(tmp_path, read_only=True, annotator="maya") as (file, page):
        told = page.data()
        assert not told["writable"]
        assert page.token == ""
        assert page.edit(EDIT).status_code == 403
        assert page.post("/notes", {"do": "add", "id": "keepers", "body": "x"}).status_code == 403
        assert file.read_text() == ZOO


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zoo(tmp_path) as (file, page):
        # Root may write everywhere, so the system's answer is put in its mouth.
        monkeypatch.setattr("argmap.web.livemap.os.access", lambda path, _: Path(path) == file)
        assert page.data()["data"]["live"]["why"] == "the folder is read-only"
        answer = page.edit(EDIT)
        assert (answer.status_code, answer.json()["message"]) == (422, "the folder is read-only")

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied", str(file))

        monkeypatch.undo()
        monkeypatch.setattr("argmap.web.writing.replace_text", refuse)
        message = page.edit(EDIT).json()["message"]
        assert message == "the file was not changed: Permission denied"
        assert file.read_text() == ZOO


def test_a_password_is_asked_for_everywhere(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    serving = Serving(tmp_path, "zoo.yaml", host="0.0.0.0", password="geheim ü")
    with client_of(serving) as client:
        for path in ("/", "/data", "/static/page.css", "/events", "/nowhere"):
            answer = client.get(path)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic ")
        assert client.get("/", headers={"Authorization": "Basic !!"}).status_code == 401
        wrong = b64encode(b"me:guess").decode()
        assert client.get("/", headers={"Authorization": f"Basic {wrong}"}).status_code == 401
        right = {"Authorization": f"Basic {b64encode('me:geheim ü'.encode()).decode()}"}
        assert client.get("/", headers=right).status_code == 200


def test_a_key_in_the_address_becomes_a_cookie(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    with client_of(Serving(tmp_path, "zoo.yaml", host="192.0.2.7", key="k" * 24)) as client:
        assert client.get("/").status_code == 403
        assert client.get("/?key=guess").status_code == 403
        first = client.get("/?key=" + "k" * 24)
        assert (first.status_code, first.headers["location"]) == (303, "/")
        cookie = first.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=lax" in cookie.lower()
        assert client.get("/").status_code == 200
        foreign = client.get("//evil.example/?key=" + "k" * 24)
        assert not foreign.headers.get("location", "/").startswith("//")


@pytest.mark.parametrize(
    ("host", "status"),
    [("192.0.2.7:8000", 200), ("198.51.100.1:8000", 200), ("evil.example:8000", 403)],
)
def test_on_all_addresses_a_name_is_foreign(tmp_path: Path, host: str, status: int) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    with client_of(Serving(tmp_path, "zoo.yaml", host="0.0.0.0", password="p")) as client:
        right = {"Authorization": f"Basic {b64encode(b'me:p').decode()}", "Host": host}
        assert client.get("/", headers=right).status_code == status


def test_slow_clients_are_hung_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.web.running.HEAD", 0.4)
    monkeypatch.setattr("argmap.web.bodies.PATIENCE", 0.4)
    (tmp_path / "zoo.yaml").write_text(ZOO)
    serving = Serving(tmp_path, "zoo.yaml")
    with listening(serving) as port:
        assert ask(port, b"") == b""
        assert ask(port, b"GET / HTTP/1.1\r\nHost: 127") == b""
        head = (
            f"POST /edit HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"X-Argmap-Token: {serving.token}\r\nConnection: close\r\nContent-Length: 100\r\n\r\n"
        )
        assert b" 408 " in ask(port, head.encode() + b'{"ver')
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            line.sendall(f"GET /part HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert b" 404 " in line.recv(65536)
            line.sendall(b"GET /part HT")
            read_all(line)  # the end of it never comes
        assert get(port, "/")[0] == 200


@pytest.mark.parametrize(
    "request_",
    [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01",
     b"GET / HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
     b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
     b"POST /edit HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: -1\r\n\r\n"],
)  # fmt: skip
def test_what_is_no_request_is_no_trouble(zoo_port: int, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", zoo_port), timeout=10) as line:
        line.sendall(request_)
        line.shutdown(socket.SHUT_WR)
        try:
            answer = read_all(line)
        except ConnectionResetError:
            answer = b""
    assert b" 200 " not in answer.split(b"\r\n")[0]
    assert get(zoo_port, "/")[0] == 200


@pytest.fixture(scope="module")
def zoo_port(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("zoo")
    (folder / "zoo.yaml").write_text(ZOO)
    with listening(Serving(folder, "zoo.yaml")) as port:
        yield port


def test_errors_say_nothing_of_the_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zoo(tmp_path) as (_, page):

        def fail(*_: object) -> None:
            raise RuntimeError(f"inside {tmp_path}")

        monkeypatch.setattr("argmap.web.contents.contents", fail)
        page.edit(EDIT)
        answer = page.client.get("/data")
        assert answer.status_code == 500
        assert str(tmp_path) not in answer.text
        assert json.loads(answer.text)["message"].startswith("this is a bug")
        assert BASE not in answer.text
