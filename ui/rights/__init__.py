"""Rights over the file: requests, the copy that leaves, retention and destruction."""
