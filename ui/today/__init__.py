"""Today: what needs attention, drafts and the day's log."""
