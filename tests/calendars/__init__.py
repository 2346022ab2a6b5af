"""The promise of `Calendar`, held against everybody who keeps it."""
