"""Every call of every façade, as a table: a file per system."""
