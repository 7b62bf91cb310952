"""Group activities: recorded once in the desk file, with a part in each case."""
