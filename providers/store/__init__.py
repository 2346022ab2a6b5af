"""What must outlive a restart, kept on the Redis protocol."""
