"""How far readers agree: about one map, and with two maps of one text."""
