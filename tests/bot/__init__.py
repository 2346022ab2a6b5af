"""The edges, the wiring and the words."""
