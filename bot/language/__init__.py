"""Sentence + now → Intent, complete or not. Pure: no I/O, no clock."""
