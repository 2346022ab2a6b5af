"""Plays the Back Office: its staff and their calendar events, over real HTTP and with state.

Written from the provider's pages alone; it shares no code with the client.
"""
