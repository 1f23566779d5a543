"""A condition or a filter as a field: sentences of tokens, in groups where there are several."""

from typing import cast

from journeys.conditions.tree import Tree
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.fields.field import Field, same
from widgets.inspector.sentences.flavour import Flavour, as_leaf, bare, joined
from widgets.inspector.sentences.group import GroupView
from widgets.inspector.sentences.leaf import LeafView
from widgets.inspector.sentences.root import Root
from widgets.inspector.sentences.view import Surroundings, View
from widgets.inspector.speech import translate


def view_of(tree: Tree, around: Surroundings) -> View:
    """Return the view of a tree: of a group, or of one sentence."""
    inside, negations = bare(tree)
    group = joined(inside)
    if group is not None:
        return GroupView(*group, negations, around)
    return LeafView(as_leaf(inside), negations, around)


class TreeField(Field):
    """Asks for a condition, or for the filter of an event; the event is that beside it."""

    def __init__(
        self, what: str, context: Context, begin: str = "", *, is_filter: bool, may_be_empty: bool
    ) -> None:
        super().__init__(what, context)
        self._may_be_empty = may_be_empty
        self._flavour = Flavour(is_filter=is_filter)
        around = Surroundings(self._flavour, context, view_of)
        self.root = Root(None, around, begin or translate("Inspector", "Add a condition"))
        self.root.changed.connect(self._tell)
        self.root.left.connect(self.left)
        self.hold(self.root)

    @property
    def tree(self) -> Tree | None:
        """What is shown, put together from what stands on the screen."""
        shown = self.root.tree()
        if shown is None and not self._may_be_empty:
            return self._flavour.group("all", ())
        return shown

    def show_beside(self, owner: Value) -> None:
        """Offer the properties of the event beside it."""
        event = getattr(owner, "event", None)
        flavour = Flavour(self._flavour.is_filter, (str(event),) if event else ())
        if flavour != self._flavour:
            self._flavour = flavour
            self.root.around = Surroundings(flavour, self.context, view_of)
            self.root.show_tree(self.root.tree())

    def show_value(self, content: object) -> None:
        """Show a tree, unless it is the one that stands there."""
        tree = cast("Tree | None", content)
        if self._is_nothing(tree):
            tree = None
        if not same(tree, self.root.tree()):
            self.root.show_tree(tree)
        self.say("")

    def _is_nothing(self, tree: Tree | None) -> bool:
        """Return whether a tree asks nothing, where one that is no tree would be kept as that."""
        nothing = self._flavour.group("all", ())
        return tree is not None and not self._may_be_empty and same(tree, nothing)

    def focus_first(self) -> None:
        """Go to the first word, or to the button that adds one."""
        if self.root.view is not None:
            self.root.view.focus_first()
        else:
            self.root.add.setFocus()

    def _tell(self) -> None:
        self.changed.emit(self.tree)
