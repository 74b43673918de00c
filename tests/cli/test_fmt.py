import os
from pathlib import Path

import pytest

from tests.cli.conftest import ZOO, Run

LOOSE = "claim:   The zoo should close # why\nreasons:\n- Animals suffer\n"
TIDY = "claim: The zoo should close  # why\nreasons:\n  - Animals suffer\n"


def test_a_loose_map_is_laid_out_and_a_tidy_one_left_alone(run: Run) -> None:
    Path("loose.yaml").write_text(LOOSE, encoding="utf-8")
    result = run("fmt", "loose.yaml", "zoo.yaml")
    assert (result.exit_code, result.stdout) == (0, "changed loose.yaml\n")
    assert Path("loose.yaml").read_text(encoding="utf-8") == TIDY
    assert Path("zoo.yaml").read_text(encoding="utf-8") == ZOO


def test_check_changes_nothing_and_fails(run: Run) -> None:
    Path("loose.yaml").write_text(LOOSE, encoding="utf-8")
    result = run("fmt", "--check", "loose.yaml", "zoo.yaml")
    assert (result.exit_code, result.stdout) == (1, "would change loose.yaml\n")
    assert Path("loose.yaml").read_text(encoding="utf-8") == LOOSE


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    assert run("fmt", "-", input=LOOSE).stdout == TIDY


def test_a_faulty_map_is_reported_and_left_alone(run: Run) -> None:
    before = Path("faulty.yaml").read_bytes()
    result = run("fmt", "faulty.yaml", "zoo.yaml")
    assert (result.exit_code, "unknown-word" in result.stderr) == (1, True)
    assert Path("faulty.yaml").read_bytes() == before


def test_windows_line_ends_and_a_byte_order_mark_stay(run: Run) -> None:
    data = b"\xef\xbb\xbf" + LOOSE.replace("\n", "\r\n").encode()
    Path("loose.yaml").write_bytes(data)
    run("fmt", "loose.yaml")
    assert Path("loose.yaml").read_bytes() == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()


def test_pinned_ids_are_the_derived_ones_and_all_else_stays(run: Run) -> None:
    assert run("fmt", "--pin-ids", "zoo.yaml").exit_code == 0
    assert Path("zoo.yaml").read_text(encoding="utf-8") == (
        "claim: The zoo should close\n"
        "id: the-zoo-should-close\n"
        "reasons:\n"
        "  - claim: Animals suffer in the zoo\n"
        "    id: suffering\n"
        "counterpoints:\n"
        "  - claim: The zoo breeds rare species\n"
        "    id: the-zoo-breeds-rare-species\n"
    )
    assert run("fmt", "--pin-ids", "--check", "zoo.yaml").exit_code == 0


def test_a_full_disk_leaves_the_file_as_it_was(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("loose.yaml").write_text(LOOSE, encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("fmt", "loose.yaml")
    assert (result.exit_code, "No space left on device" in result.stderr) == (1, True)
    assert Path("loose.yaml").read_text(encoding="utf-8") == LOOSE
    assert sorted(path.name for path in Path().iterdir()) == [
        "faulty.yaml", "loose.yaml", "warned.yaml", "zoo.yaml",
    ]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_permissions_and_links_stay(run: Run) -> None:
    Path("loose.yaml").write_text(LOOSE, encoding="utf-8")
    Path("loose.yaml").chmod(0o640)
    Path("link.yaml").symlink_to("loose.yaml")
    run("fmt", "link.yaml")
    assert Path("link.yaml").is_symlink()
    assert Path("loose.yaml").read_text(encoding="utf-8") == TIDY
    assert Path("loose.yaml").stat().st_mode & 0o777 == 0o640
