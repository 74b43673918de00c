"""How fast argmap is: a generator of maps, and a command that measures beside a floor and a peer."""
