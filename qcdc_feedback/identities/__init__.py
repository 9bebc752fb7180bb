"""Who is behind a petition, kept apart from what it says; other rooms know a pseudonym."""
