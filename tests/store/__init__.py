"""The store's promises, each kept by every keeper: the embedded server, one given by URL, a cluster of three."""
