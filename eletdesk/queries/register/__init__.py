"""What is read over all cases in plain SQL: cards, moments, search, filters."""
