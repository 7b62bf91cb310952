"""Documents of a case, looked at without leaving the file."""
