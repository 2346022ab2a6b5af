"""The bot's words, in every language."""
