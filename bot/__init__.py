"""The running process: command line, settings, assembly, tick, jobs and health."""
