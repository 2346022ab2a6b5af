"""Back Office (B2CORE): the staff's calendar events, over its REST API 2."""
