"""The rules and values of the commune's work; standard library only."""
