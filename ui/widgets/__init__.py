"""Domain-free building blocks: see README.md in this folder."""
