"""What sentences mean: the conventions as tables, corpora as data."""
