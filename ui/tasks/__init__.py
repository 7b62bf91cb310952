"""Tasks: all of them by when they are due, and a new one for a young person."""
