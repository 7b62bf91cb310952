"""The unlocked workplace: keys, desk file, register, case files and programmes together."""
