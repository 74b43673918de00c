"""git, asked for what a repository holds: contents, folders, the versions of a file."""

from argmap.git.reading import (
    GitError,
    answer,
    contents,
    files,
    folder_of,
    is_name,
    kind,
    object_name,
)
from argmap.git.versions import Version, file_versions

__all__ = [
    "GitError", "Version", "answer", "contents", "file_versions", "files", "folder_of", "is_name",
    "kind", "object_name",
]  # fmt: skip
