"""What is known about mentoring: frozen values and pure rules. No I/O; the time is always an argument."""
