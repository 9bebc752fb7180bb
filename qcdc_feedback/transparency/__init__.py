"""What everyone may see: the public pages; they only read."""
