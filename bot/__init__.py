"""How people reach us and how the parts are put together."""
