"""Group activities: the list, the sheet that records one, and the counts of a project."""
