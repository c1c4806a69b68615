"""Indicators of which reports state one in place of another, by id, and where they stand for each other."""

from __future__ import annotations

from typing import NamedTuple


class Near(NamedTuple):
    """Two indicators that are nearly the same.

    Attributes:
        ids: Their ids; that of today's name first where one has followed the other.
        linked: Whether a figure of one may be that of a target of the other.
        same: Whether they are the same as reports use them, so that such a link may be sure.
        follows: Whether one stands for the other in a series, where a place does not state that.
    """

    ids: tuple[str, str]
    linked: bool = False
    same: bool = False
    follows: bool = False


NEAR_INDICATORS: tuple[Near, ...] = (
    Near(("rural_income", "rural_net_income"), linked=True, same=True, follows=True),
    Near(("urban_income", "urban_living_income"), follows=True),
    Near(("fixed_asset_investment", "total_fixed_asset_investment"), linked=True, same=True, follows=True),
    Near(("urban_new_jobs", "new_jobs"), linked=True, same=True, follows=True),
    Near(("cpi", "urban_cpi"), linked=True, follows=True),
    Near(("general_budget_revenue", "local_fiscal_revenue"), linked=True, follows=True),
    Near(("foreign_direct_investment", "foreign_investment_utilised"), linked=True),
    Near(("domestic_funds_utilised", "investment_funds_arrived"), linked=True),
    Near(("new_market_entities", "registered_market_entities"), linked=True),
    Near(("rural_labour_transfer", "new_rural_labour_transfer"), linked=True),
    Near(("industry_above_scale_value_added", "industry_value_added"), linked=True),
    Near(("agriculture_value_added", "primary_value_added"), linked=True),
    Near(("resident_income", "urban_income"), linked=True),
    Near(("resident_income", "rural_income"), linked=True),
    Near(("afforestation", "forest_tending"), linked=True),
)
LINKED = frozenset(frozenset(near.ids) for near in NEAR_INDICATORS if near.linked)
SAME_IN_USE = frozenset(frozenset(near.ids) for near in NEAR_INDICATORS if near.same)
#: Those that follow one another.
FAMILIES = tuple(near.ids for near in NEAR_INDICATORS if near.follows)
