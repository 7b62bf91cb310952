"""The first start: language, a new desk, its passphrase and its recovery key."""
