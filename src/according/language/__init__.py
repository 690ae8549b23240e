"""Which language a text is in, and whether it reads as machine-translated."""
