"""Cài đặt: the commune, its people and places, the look, the data, the rules."""
