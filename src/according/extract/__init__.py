"""Findings: one room for each kind, listed here in the order in which they are looked for.

- `mentions`: who and what is named or described.
- `dates`: days, months and stretches of time.
- `statements`: who says what.
- `figures`: quantities, and whose they are.

`tree` is what the last two ask a parsed sentence.
"""
