"""Jicoo: client, the promises it keeps, and its webhooks."""
