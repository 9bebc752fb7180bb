"""The pages of petitions, for each who has a part in them."""

DESKS = []
