"""Hộ nghèo, cận nghèo: the yearly list, its review, what changed, and the two printed lists."""
