"""What people attach: pictures and documents, cleaned, kept on disk under the hash of their content."""
