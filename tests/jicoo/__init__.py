"""Jicoo: client, calendar, bookings, webhooks."""
