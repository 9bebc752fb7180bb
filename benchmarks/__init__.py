"""What the pages cost: a town of any size, the real server, a second process that visits it, one table."""
