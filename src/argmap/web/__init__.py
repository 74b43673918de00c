"""The page live: a server for maps of one folder, which shows what is saved and writes edits."""
