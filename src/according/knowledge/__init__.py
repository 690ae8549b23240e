"""Data, not code: outlets, agencies, cue words and calendars per language, with small typed loaders.

A new language is `cues/<language>.yml` and an entry in `calendar.yml`; a new outlet is a line in `outlets.yml`.
Every loader reads its file on first use and keeps it.
"""
