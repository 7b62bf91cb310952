"""The list of all young people whom this desk guides."""
