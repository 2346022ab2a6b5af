"""The Back Office: client, token and calendar."""
