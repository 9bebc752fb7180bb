"""The offices that answer, who stands above whom, and the communes and wards they serve."""
