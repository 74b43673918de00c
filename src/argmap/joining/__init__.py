"""Three versions made one, for what maps and layers share: texts by words, lists as sets."""
