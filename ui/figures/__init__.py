"""The figures: anonymised summaries and their export."""
