"""The calls of LINE WORKS's API, one file per area of its pages; `client.LineWorks` has them all."""
