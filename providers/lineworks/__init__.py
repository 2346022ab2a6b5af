"""LINE WORKS: talks, members and calendars, over API 2.0."""
