"""What a case is: its tables and its pure rules, one file per subject."""
