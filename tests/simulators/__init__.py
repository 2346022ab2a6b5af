"""The simulators play the outside systems, and refuse what those would refuse."""
