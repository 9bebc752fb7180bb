"""Which days count: the working calendar of public offices, and counting days by it."""
