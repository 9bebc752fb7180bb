"""The law of petitions: tables and pure functions."""
