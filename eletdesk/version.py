"""The version of this program, as it stands in what it exports."""

VERSION = "0.1.0"
