"""`python -m according`."""

from according.cli import main

main()
