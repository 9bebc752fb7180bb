"""Letters: written as rows together with the deed they tell of, sent after it."""
