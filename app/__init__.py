"""Throughline: draw a customer journey, try it on a population and see what happens."""
