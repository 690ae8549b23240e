"""The record on disk: one SQLite file, written in batches, asked and searched."""
