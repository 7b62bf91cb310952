"""All young people: the list, a new case, and a list that is read in."""
