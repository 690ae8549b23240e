"""Where work runs: on this machine, in as many processes as it has cores."""
