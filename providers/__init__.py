"""Everything outside the process: each system can be down while we are up."""
