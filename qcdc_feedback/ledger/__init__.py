"""The public record nobody can quietly change: what was done in each case and when, with no name in it."""
