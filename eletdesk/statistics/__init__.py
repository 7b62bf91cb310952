"""Facts from the register turned into tables that point at nobody."""
