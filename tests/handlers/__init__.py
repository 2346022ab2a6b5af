"""Abilities, against small keepers of the promises."""
