"""One layer from several: votes gathered, disputes decided."""
