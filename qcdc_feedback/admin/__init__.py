"""The room of those who keep the house running: seed, demonstration, settings."""
