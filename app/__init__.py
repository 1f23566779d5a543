"""Throughline: draw a customer journey, try it on a population and see what happens."""

__version__ = "0.1.0"
