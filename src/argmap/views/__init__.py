"""A map as text: an outline to read, the flat model as JSON, figures."""
