"""What people write about petitions, form by form."""
