"""What all simulators share: the cast, the server with its `/_sim` control surface, faults and rate limits."""
