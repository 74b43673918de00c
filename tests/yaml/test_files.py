"""Files are read whole or not at all, and replaced whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.yaml.files import load, try_load
from argmap.yaml.storage import replace_file, replace_text

OLD, NEW = b"claim: The old zoo\n", b"claim: The new zoo\n" * 10_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with old content, alone in its folder."""
    path = tmp_path / "map.yaml"
    path.write_bytes(OLD)
    return path


def only(path: Path) -> bool:
    """Whether nothing was left beside a file."""
    return [other.name for other in path.parent.iterdir()] == [path.name]


def test_a_file_is_loaded_with_its_name(path: Path) -> None:
    document = load(path)
    assert document.source.name == str(path)
    assert document.map is not None


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfclaim: x\n", b"claim: x\r\nnote: y\r\n", b"claim: x\rnote: y"]
)
def test_places_count_what_an_editor_shows(path: Path, data: bytes) -> None:
    path.write_bytes(data + b"\nnope: z")
    (fault,) = load(path).faults
    assert load(path).source.position(fault.span.start)[1] == 1


def test_a_missing_file_is_an_os_error_or_a_fault(tmp_path: Path) -> None:
    missing = tmp_path / "none.yaml"
    with pytest.raises(FileNotFoundError):
        load(missing)
    document = try_load(str(missing))
    assert document.map is None
    assert [fault.code.name for fault in document.faults] == ["unreadable"]
    assert document.faults[0].message == "the file cannot be read: No such file or directory"


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    assert [fault.code.name for fault in try_load(str(tmp_path)).faults] == ["unreadable"]


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOENT, errno.EACCES])
def test_a_file_that_vanishes_or_may_not_be_read_is_a_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise OSError(error, os.strerror(error), str(path))

    monkeypatch.setattr(Path, "open", broken)
    document = try_load(str(path))
    assert document.map is None
    assert document.faults[0].message == f"the file cannot be read: {os.strerror(error)}"


def test_a_file_is_replaced_whole(path: Path) -> None:
    replace_file(path, NEW)
    assert path.read_bytes() == NEW
    assert only(path)


def test_a_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    replace_file(path, NEW)
    assert path.read_bytes() == NEW
    assert only(path)


def fails(code: int) -> Callable[..., Any]:
    def failing(*_: Any, **__: Any) -> Any:
        raise OSError(code, os.strerror(code))

    return failing


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, what is written does not reach the disk."""
    monkeypatch.setattr(os, "fsync", fails(errno.ENOSPC))


def no_room_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", fails(errno.ENOSPC))


def forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", fails(errno.EACCES))


@pytest.mark.parametrize("trouble", [full_disk, no_room_for_a_name, forbidden])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Callable[[pytest.MonkeyPatch], None]
) -> None:
    trouble(monkeypatch)
    with pytest.raises(OSError, match=r"No space left|Permission denied"):
        replace_file(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert only(path)


@pytest.mark.skipif(os.name == "nt", reason="limits as Unix has them")
def test_a_write_that_stops_half_way_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            replace_file(path, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == OLD
    assert only(path)


def test_an_interrupted_write_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD
    assert only(path)


def test_a_write_into_a_folder_that_is_gone_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        replace_file(tmp_path / "gone" / "map.yaml", NEW)


@pytest.mark.skipif(os.name == "nt", reason="permissions as Unix has them")
def test_permissions_are_kept(path: Path) -> None:
    path.chmod(0o640)
    replace_file(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="permissions as Unix has them")
def test_a_new_file_may_be_read_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    replace_file(tmp_path / "new.yaml", NEW)
    mode = (tmp_path / "new.yaml").stat().st_mode
    assert stat.S_IMODE(mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links as Unix has them")
def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(path.name)
    replace_file(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_a_long_name_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("動" * 60 + ".yaml")
    replace_file(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_edit_keeps_the_byte_order_mark(path: Path, mark: bytes) -> None:
    path.write_bytes(mark + OLD)
    replace_text(load(path).source, "claim: x\n")
    assert path.read_bytes() == mark + b"claim: x\n"


def test_an_edit_never_overwrites_what_somebody_else_wrote(path: Path) -> None:
    document = load(path)
    path.write_bytes(b"claim: Mine\n")
    with pytest.raises(OSError, match="changed in between"):
        replace_text(document.source, "claim: x\n")
    assert path.read_bytes() == b"claim: Mine\n"
