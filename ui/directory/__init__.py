"""The directory: schools, centres and offices, read in or typed, and offered wherever one is named."""
