"""The people who sign in, and the posts they hold."""
