"""Questions to show the forms of: what a marketer of the sample shop asks, and slips in it."""

from collections.abc import Mapping
from typing import Any

Asked = Mapping[str, Any]

BOUGHT: Asked = {"kind": "behaviour", "event": "purchase", "operator": "at_least", "value": 3}
AMOUNT: Asked = {"kind": "behaviour", "event": "purchase", "of": "amount", "operator": "at_least"}
FILLED: Mapping[str, tuple[Asked, ...]] = {
    "behaviour": (
        {
            **BOUGHT, "event": "add_to_cart", "within": "P30D",
            "where": {"kind": "property", "name": "category", "value": "seeds"},
        },
        {**BOUGHT, "operator": "less", "value": 1, "since": "entry"},
        {**BOUGHT, "measure": "last", "operator": "longer_ago", "value": "P60D"},
    ),
    "totals": (
        {**AMOUNT, "measure": "sum", "value": 200, "within": "P365D"},
        {**AMOUNT, "measure": "average", "value": 49.9},
        {**AMOUNT, "measure": "minimum", "operator": "greater", "value": 20},
        {**AMOUNT, "measure": "maximum", "value": 150},
    ),
    "ends": (
        {**BOUGHT, "event": "add_to_cart", "measure": "distinct", "of": "category", "value": 4},
        {
            "kind": "behaviour", "event": "product_view", "measure": "last", "of": "category",
            "operator": "one_of", "value": ["seeds", "pots", "tools", "lighting"],
        },
        {"kind": "behaviour", "event": "purchase", "measure": "first", "operator": "after",
         "value": "2026-01-15T09:00:00Z"},
        {"kind": "behaviour", "event": "purchase", "measure": "last", "operator": "is_missing"},
    ),
    "sequence": (
        {
            "kind": "sequence", "first": {"event": "add_to_cart"}, "but_not": True,
            "then": {"event": "purchase"}, "same": "cart_id", "gap": "P1D", "within": "P30D",
        },
        {
            "kind": "sequence",
            "first": {
                "event": "product_view",
                "where": {"kind": "property", "name": "price", "operator": "at_least", "value": 80},
            },
            "then": {"event": "checkout_started"}, "gap": "PT2H", "since": "entry",
        },
    ),
    "attribute": (
        {"kind": "attribute", "name": "tier", "operator": "one_of", "value": ["gold", "silver"]},
        {"kind": "attribute", "name": "consent.sms", "value": True},
        {"kind": "not", "of": {
            "kind": "attribute", "name": "country", "operator": "one_of",
            "value": ["DE", "AT", "CH", "FR", "ES"],
        }},
        {"kind": "attribute", "name": "household", "operator": "is_missing"},
    ),
    "dates": (
        {"kind": "attribute", "name": "signed_up", "operator": "within_last", "value": "P30D"},
        {"kind": "attribute", "name": "signed_up", "operator": "longer_ago", "value": "P365D"},
        {"kind": "attribute", "name": "signed_up", "operator": "before",
         "value": "2026-02-01T00:00:00Z"},
    ),
    "patterns": (
        {"kind": "attribute", "name": "address.email", "operator": "matches",
         "value": r"@(example|shop)\.(com|org)$"},
        {"kind": "attribute", "name": "first_name", "operator": "starts_with", "value": "Ma"},
        {"kind": "attribute", "name": "first_name", "value": "maya", "exactly": True},
    ),
    "entry": (
        {"kind": "entry", "name": "cart_value", "operator": "at_least", "value": 75},
        {"kind": "entry", "name": "category", "operator": "one_of", "value": ["seeds", "pots"]},
    ),
    "context": (
        {"kind": "context", "name": "session.source", "value": "google"},
        {"kind": "context", "name": "cart.value", "operator": "at_least", "value": 120},
        {"kind": "context", "name": "before.product_view[0].category", "value": "lighting"},
        {"kind": "context", "name": "order.amount", "operator": "greater", "value": 60},
    ),
    "engagement": (
        {"kind": "engagement", "step": "offer", "did": "opened"},
        {"kind": "engagement", "step": "offer", "did": "clicked", "operator": "within_last",
         "value": "P2D"},
        {"kind": "engagement", "step": "offer", "did": "sent", "operator": "is_missing"},
    ),
    "arm": (
        {"kind": "arm", "experiment": "words", "value": "delivery"},
        {"kind": "arm", "experiment": "words", "operator": "one_of",
         "value": ["plain", "holdout"]},
    ),
    "segment": (
        {"kind": "segment", "segment": "gold"},
        {"kind": "not", "of": {"kind": "segment", "segment": "regulars"}},
    ),
    "list": ({"kind": "list", "list": "vips"},),
    "sample": ({"kind": "sample", "name": "early_birds", "share": 1_250},),
    "group": (
        {
            "kind": "all",
            "of": [
                {**BOUGHT, "value": 1, "within": "P90D"},
                {
                    "kind": "any",
                    "of": [
                        {"kind": "attribute", "name": "tier", "value": "gold"},
                        {"kind": "segment", "segment": "regulars"},
                    ],
                },
                {
                    "kind": "not",
                    "of": {
                        "kind": "any",
                        "of": [
                            {"kind": "engagement", "step": "offer", "did": "clicked"},
                            {"kind": "sample", "name": "control", "share": 500},
                        ],
                    },
                },
            ],
        },
    ),
}  # fmt: skip
WRONG: Mapping[str, tuple[Asked, ...]] = {
    "behaviour": ({**BOUGHT, "event": "purchases"},),
    "totals": ({**AMOUNT, "of": "amont", "measure": "sum", "value": 200},),
    "ends": (
        {"kind": "behaviour", "event": "product_view", "measure": "last", "of": "amount",
         "operator": "at_least", "value": 50},
    ),
    "sequence": (
        {"kind": "sequence", "first": {"event": "add_to_cart"}, "then": {"event": "purchase"},
         "same": "category"},
    ),
    "attribute": (
        {"kind": "attribute", "name": "teir", "value": "gold"},
        {"kind": "attribute", "name": "consent.sms", "value": "yes"},
    ),
    "dates": (
        {"kind": "attribute", "name": "signed_up", "operator": "at_least", "value": 30},
    ),
    "entry": ({"kind": "entry", "name": "cart_valeu", "operator": "at_least", "value": 75},),
    "context": (
        {"kind": "context", "name": "parcel.weight", "operator": "at_least", "value": 2},
    ),
    "engagement": ({"kind": "engagement", "step": "ofer", "did": "opened"},),
    "arm": ({"kind": "arm", "experiment": "words", "value": "delivry"},),
    "segment": ({"kind": "segment", "segment": "regular"},),
    "list": ({"kind": "list", "list": "vip"},),
    "group": (
        {
            "kind": "all",
            "of": [
                BOUGHT,
                {"kind": "not", "of": {"kind": "any", "of": [
                    {"kind": "segment", "segment": "golden"},
                    {"kind": "attribute", "name": "tier", "operator": "at_least", "value": 2},
                ]}},
            ],
        },
    ),
}  # fmt: skip
