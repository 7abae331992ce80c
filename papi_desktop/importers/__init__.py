"""Readers of the province's documents: they make proposals that a person checks and never write."""
