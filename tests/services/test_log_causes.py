"""The log of an error whose causes go round in a circle comes to an end."""

from papi_desktop.log import described


def test_causes_in_a_circle_are_described_once_each() -> None:
    first, second = ValueError("bí mật"), KeyError("bí mật")
    first.__cause__, second.__context__ = second, first
    assert described(first).count("ValueError") == 1
    assert "KeyError" in described(first)
    assert "bí mật" not in described(first)
