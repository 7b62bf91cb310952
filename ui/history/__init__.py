"""What was changed, when and by whom: of one thing, one field, or the whole case."""
