"""Files on disk: keys, case files, desk file, register, journal, seal and intents."""
