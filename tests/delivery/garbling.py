"""A worker that a template broke: it answers with anything but an answer."""

from app.delivery.worker import serve
from tests.delivery.raw import Garbling


def main() -> None:
    """Be such a worker."""
    serve(Garbling())
