"""The desk from a terminal: the same operations as the screen, with exit codes and one-sentence errors."""
