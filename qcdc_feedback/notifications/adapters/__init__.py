"""The way out: templates into letters, letters to a mail server or onto the console."""
