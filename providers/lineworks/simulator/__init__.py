"""Plays LINE WORKS: tokens, the bot's talks, the directory and the calendars, over real HTTP and with state.

Written from the provider's pages alone; it shares no code with the client.
"""
