"""People: staff with their sessions, classes and their nameless pupils."""
