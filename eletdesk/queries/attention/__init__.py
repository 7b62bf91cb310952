"""What needs the worker now: every source of matters in a file of its own."""
