"""Joins what belongs together: names with places and entities, within an article and across articles."""
