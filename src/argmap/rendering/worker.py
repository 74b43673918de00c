"""The child process that lays out: DOT on standard input, SVG on standard output.

Run as a plain script, ``python -I -S worker.py FOLDER ENGINE``: nothing of argmap and no site
packages are imported, so that it starts in a few milliseconds and so that a crash, an endless
layout or a library that is not thread-safe stays outside the caller's process.

FOLDER holds the Graphviz libraries that a pygraphviz wheel carries. Importing pygraphviz itself
fails where glib and X11 are missing, as on a bare Debian; the libraries loaded here need neither.
Their file names carry a hash (auditwheel, delvewheel) or a version (delocate), hence the search by
stem. Exit status 3: the libraries cannot be loaded; 1: Graphviz refuses the graph.

The Linux path is tested; macOS and Windows follow the contents of their wheels and are not.
"""

import ctypes
import os  # not pathlib: a third of the time to start would go to its imports
import sys

#: In the order of their dependencies: the loader finds those already loaded by their own name.
LIBRARIES = (
    "cdt",
    "cgraph",
    "xdot",
    "pathplan",
    "gvc",
    "gvplugin_core",
    "gvplugin_dot_layout",
    "gvplugin_neato_layout",
)

CANNOT_LOAD = 3


def load(folder: str) -> dict[str, ctypes.CDLL]:
    """The libraries by stem; OSError where one is missing or does not load."""
    found = {
        name.removeprefix("lib").partition(".")[0].partition("-")[0]: os.path.join(folder, name)  # noqa: PTH118
        for name in sorted(os.listdir(folder))  # noqa: PTH208
    }
    if missing := [stem for stem in LIBRARIES if stem not in found]:
        raise OSError(f"no library {', '.join(missing)} in {folder}")
    if sys.platform == "win32":
        os.add_dll_directory(folder)
    return {stem: ctypes.CDLL(found[stem], mode=ctypes.RTLD_GLOBAL) for stem in LIBRARIES}


class _Symbol(ctypes.Structure):
    """Graphviz' `lt_symlist_t`: a plugin library by name, as a program linked to it lists them."""

    _fields_ = (("name", ctypes.c_char_p), ("address", ctypes.c_void_p))


def draw(libraries: dict[str, ctypes.CDLL], dot: bytes, engine: str) -> bytes:
    """`dot` laid out by `engine`, as SVG; ValueError where Graphviz refuses it."""
    plugins = [stem for stem in LIBRARIES if stem.startswith("gvplugin_")]
    symbols = (_Symbol * (len(plugins) + 1))()  # the last stays null and ends the list
    for symbol, stem in zip(symbols, plugins, strict=False):
        entry = f"{stem}_LTX_library"
        symbol.name = entry.encode()
        symbol.address = ctypes.addressof(ctypes.c_char.in_dll(libraries[stem], entry))

    gvc, cgraph = libraries["gvc"], libraries["cgraph"]
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    gvc.gvContextPlugins.restype = pointer
    gvc.gvContextPlugins.argtypes = (pointer, ctypes.c_int)
    gvc.gvLayout.argtypes = (pointer, pointer, text)
    gvc.gvRenderData.argtypes = (pointer, pointer, text, pointer, pointer)
    cgraph.agmemread.restype = pointer
    cgraph.agmemread.argtypes = (text,)

    context = gvc.gvContextPlugins(ctypes.addressof(symbols), 0)
    graph = cgraph.agmemread(dot)
    if not graph:
        raise ValueError("the graph cannot be read")
    if gvc.gvLayout(context, graph, engine.encode()):
        raise ValueError("the graph cannot be laid out")
    data, size = text(), ctypes.c_size_t()
    if gvc.gvRenderData(context, graph, b"svg", ctypes.byref(data), ctypes.byref(size)):
        raise ValueError("the graph cannot be drawn")
    return ctypes.string_at(data, size.value)


def main() -> int:
    folder, engine = sys.argv[1:]
    try:
        libraries = load(folder)
    except (OSError, AttributeError) as error:
        print(error, file=sys.stderr)
        return CANNOT_LOAD
    try:
        svg = draw(libraries, sys.stdin.buffer.read(), engine)
    except ValueError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(svg)
    sys.stdout.buffer.flush()
    # Freeing a graph of 100,000 nodes takes longer than leaving it to the system.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
