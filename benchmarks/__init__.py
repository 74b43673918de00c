"""A generator of maps, and a command that measures argmap beside a floor and a peer."""
