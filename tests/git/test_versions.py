"""The versions of a file, read from real repositories."""

from itertools import pairwise
from pathlib import Path

import pytest

from argmap.git import GitError, file_versions
from tests.annotation.repositories import Repository

ONE, TWO, THREE = "claim: One\n", "claim: Two\n", "claim: Three\n"
BODY = "".join(f"# line {n}\n" for n in range(30))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    return Repository(tmp_path / "a b", monkeypatch)


def test_across_renamings_with_odd_names(repository: Repository) -> None:
    (repository.folder / "maps").mkdir()
    names = ["zoo.yaml", 'maps/動物園 "1".yaml', "maps/-a\tb.yaml"]
    repository.commit(names[0], ONE + BODY)
    for old, new in pairwise(names):
        repository.git("mv", "--", old, new)
        repository.commit("other.yaml", new)
    repository.commit(names[2], TWO + BODY)
    found = file_versions(repository.folder / names[2])
    assert [(v.path, v.was) for v in found] == [
        (names[2], ""), (names[2], names[1]), (names[1], names[0]), (names[0], ""),
    ]  # fmt: skip
    assert [v.before for v in found] == [*[v.content for v in found[1:]], ""]
    assert (found[0].author, found[0].subject, len(found[0].commit)) == ("Maya", "a step", 40)


def test_subjects_are_one_line_of_anything(repository: Repository) -> None:
    for number, subject in enumerate(("löwe :100644 a\tb", "x\ny\n\nbody", " ")):
        (repository.folder / "zoo.yaml").write_text(f"claim: {number}\n")
        repository.git("add", "-A")
        repository.git("commit", "-q", "--allow-empty-message", "-m", subject)
    found = file_versions(repository.folder / "zoo.yaml")
    assert [v.subject for v in found] == ["", "x y", "löwe :100644 a\tb"]
    assert all(v.content for v in found)


def test_ranges(repository: Repository) -> None:
    for text in (ONE, TWO, THREE):
        repository.commit("zoo.yaml", text)
    repository.git("tag", "v1", "HEAD~2")
    path = repository.folder / "zoo.yaml"
    every = file_versions(path)
    assert file_versions(path, "HEAD~1") == every[1:]
    assert file_versions(path, "v1..HEAD~1") == every[1:2]
    assert file_versions(path, "v1..") == every[:2]
    assert file_versions(path, "..v1") == []
    assert every[1].before == every[2].content


@pytest.mark.parametrize(
    "revisions", ["nowhere", "a...b", "--output=x", "a\nb", "HEAD:zoo.yaml", "-1"]
)
def test_what_is_no_revision(repository: Repository, revisions: str) -> None:
    repository.commit("zoo.yaml", ONE)
    with pytest.raises(GitError):
        file_versions(repository.folder / "zoo.yaml", revisions)
    assert not (repository.folder / "x").exists()


def test_a_file_that_is_gone_has_its_versions(repository: Repository) -> None:
    (repository.folder / "maps").mkdir()
    repository.commit("maps/zoo.yaml", ONE)
    repository.git("rm", "-q", "maps/zoo.yaml")
    repository.commit("other.yaml", ONE)
    gone, added = file_versions(repository.folder / "maps" / "zoo.yaml")
    assert (gone.content, gone.before, added.before) == ("", added.content, "")


def test_a_merge_is_one_step(repository: Repository) -> None:
    repository.commit("zoo.yaml", ONE)
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("zoo.yaml", TWO)
    repository.commit("zoo.yaml", THREE)
    repository.git("checkout", "-q", "main")
    repository.commit("other.yaml", ONE)
    repository.git("merge", "-q", "--no-ff", "-m", "merged", "side")
    merged, added = file_versions(repository.folder / "zoo.yaml")
    assert (merged.subject, merged.before) == ("merged", added.content)


def test_where_a_shallow_clone_ends_nothing_is_known_of_before(
    repository: Repository, tmp_path: Path
) -> None:
    for text in (ONE, TWO, THREE):
        repository.commit("zoo.yaml", text)
    repository.git(
        "clone", "-q", "--depth", "2", repository.folder.as_uri(), str(tmp_path / "clone")
    )
    newest, last = file_versions(tmp_path / "clone" / "zoo.yaml")
    assert (newest.cut, last.cut, last.before) == (False, True, "")
    assert not any(one.cut for one in file_versions(repository.folder / "zoo.yaml"))
