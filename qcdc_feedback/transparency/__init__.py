"""What everyone may see: pages that only read, and look the same to whoever asks."""
