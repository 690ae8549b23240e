"""Findings: one file for each kind, listed here in the order in which they are looked for.

- `mentions`: who and what is named or described.
"""
