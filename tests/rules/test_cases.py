"""The worked examples themselves: each says where it comes from."""

import re

import pytest

from tests.rules.helpers import CASES, STANDINGS, groups


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_every_example_has_a_source_a_standing_and_where_derived_its_working(name):
    for group in groups(name):
        assert group["rows"], group
        for row in group["rows"]:
            case = {**group, **row}
            assert case["standing"] in STANDINGS
            assert len(case["source"]) > 5
            if case["standing"] == "derived":
                assert re.search(r"\d", case["working"]) or "=" in case["working"], row
