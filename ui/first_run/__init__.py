"""The first minutes: language, how to begin, passphrase and recovery key."""
