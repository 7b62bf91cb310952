"""Tools for whoever works on eletdesk; nothing here ships with the program."""
