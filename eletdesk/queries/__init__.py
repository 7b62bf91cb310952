"""Everything a screen or a report reads from a case, one function each: what you get."""
