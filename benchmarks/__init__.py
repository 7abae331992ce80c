"""Our figures beside a floor measured in the same run: what the machine itself needs for the same work."""
