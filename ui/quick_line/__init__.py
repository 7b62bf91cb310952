"""Log by typing one line: chips show what was understood, nothing is refused, nothing is lost."""
