"""PAPI Desktop: a commune's work under the province's PAPI plan, from the plan to the quarterly report."""

VERSION = "0.1.0"
