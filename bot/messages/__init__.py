"""Reply → words and buttons, in every language. Pure."""
