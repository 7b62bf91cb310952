"""Tasks: add one for a young person."""
