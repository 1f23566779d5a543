"""A kind of step that the product does not have, and who looks for it once it is dropped in."""
