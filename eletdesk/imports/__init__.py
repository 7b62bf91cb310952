"""What comes into the desk: read, preview, then one operation that can be undone."""
