"""Samples with those they run with: the ones they lead on to, and the ones that lead to them."""

from journeys.document.companions import companions
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.samples import samples


def together(name: str) -> list[Journey]:
    """Return a sample, first, and the others that a run of it needs for customers to come by."""
    there = [loads(content) for content in samples().values()]
    own = next(each for each in there if each.id == name)
    before = [each for each in there if own in companions(each, there)]
    return [own, *companions(own, there), *before]
