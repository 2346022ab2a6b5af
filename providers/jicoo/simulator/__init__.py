"""Plays Jicoo: schedules, bookings, the pages they are booked on and its webhooks, over real HTTP and with state.

Written from the provider's pages alone; it shares no code with the client.
"""
