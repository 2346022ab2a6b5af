"""LINE WORKS's client, adapters and callbacks, and the transport below them."""
