"""A coverage-guided search for texts that break the reader; see README.md in this folder."""
