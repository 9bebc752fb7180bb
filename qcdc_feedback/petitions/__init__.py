"""The heart of the house: petitions, from the first word to the last answer."""
