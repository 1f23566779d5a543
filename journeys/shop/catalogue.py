"""The catalogue of the made-up shop: two hundred and forty things for a garden and a kitchen."""

from dataclasses import dataclass

RANGES = (
    ("seeds", 240, ("Basil", "Tomato", "Poppy", "Chive", "Sunflower", "Radish")),
    ("pots", 1_490, ("Clay pot", "Planter", "Window box", "Bowl", "Saucer", "Trough")),
    ("tools", 2_190, ("Trowel", "Secateurs", "Rake", "Watering can", "Gloves", "Hoe")),
    ("furniture", 14_900, ("Bench", "Folding chair", "Table", "Parasol", "Lounger", "Stool")),
    ("lighting", 3_490, ("Lantern", "String lights", "Spot", "Wall lamp", "Torch", "Candle set")),
    ("kitchen", 1_990, ("Kettle", "Chopping board", "Mortar", "Jar set", "Teapot", "Pan")),
    ("textiles", 2_490, ("Apron", "Tea towel", "Cushion", "Throw", "Table cloth", "Mat")),
    ("gifts", 990, ("Gift card", "Hand cream", "Soap", "Honey", "Tea box", "Notebook")),
)
STYLES = (("Classic", 100), ("Rustic", 115), ("Nordic", 135), ("Compact", 80), ("Grand", 180))
FLATTENED = 6


@dataclass(frozen=True, slots=True)
class Product:
    """Something the shop sells; `price` is in cents, `weight` says how often it is looked at."""

    id: str
    title: str
    category: str
    price: int
    weight: int


def _products() -> tuple[Product, ...]:
    made: list[Product] = []
    for rank, (category, base, things) in enumerate(RANGES):
        for place, thing in enumerate(things):
            for turn, (style, percent) in enumerate(STYLES):
                price = base * percent * (90 + 7 * place) // 10_000 // 10 * 10 + 9
                popular = 100_000 // (FLATTENED + rank + 5 * place + 3 * turn)
                name = f"P-{len(made) + 1:04d}"
                made.append(Product(name, f"{style} {thing.lower()}", category, price, popular))
    return tuple(made)


CATALOGUE = _products()
