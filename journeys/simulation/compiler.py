"""Compiles journeys and what is known of the data into one program of integers."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from journeys.document.journey import Journey
from journeys.graph import loops
from journeys.hashing import signed, stable_hash
from journeys.people.population import ColumnType, as_text
from journeys.program import operations as op
from journeys.program.assembler import Assembler
from journeys.program.place import Place
from journeys.program.pool import Pool
from journeys.program.profile import widened
from journeys.program.reading import CHANNELS, Reading
from journeys.program.responses import ResponseTables
from journeys.program.vocabulary import MISSING, Column
from journeys.sending.rules import refuse_faulty
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.kernel.places import E_VALUES, I_VISITS, S_VALUES
from journeys.simulation.opens import Habits
from journeys.simulation.pauses import in_order, refuse_impossible
from journeys.simulation.profiles import answers_of, refuse_misfits, updates_of
from journeys.simulation.program import AskedLeaf, Program
from journeys.simulation.registers import by_name, registers_of
from journeys.simulation.ruling import Ruling, made_up, put_in_order, timed
from journeys.simulation.scoping import experiments_of, scope_of, units_of
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.sleep import spans_of
from journeys.simulation.span import EARLIEST, LATEST, span_of
from journeys.simulation.values import Values
from journeys.simulation.zones import history, zone_names

YEAR = 366 * 86_400
WEEK = 7 * 86_400
MODES = {
    Mode.BACKTEST: op.RUN_BACKTEST,
    Mode.MIXED: op.RUN_MIXED,
    Mode.GENERATED: op.RUN_GENERATED,
}
DISTINGUISHING = frozenset({op.FROM_DISTINCT, op.FROM_SEQUENCE})
KINDS = {ColumnType.TRUTH: op.KIND_TRUTH, ColumnType.TEXT: op.KIND_TEXT}


def compile_program(
    journeys: Sequence[Journey], dataset: Dataset, settings: RunSettings
) -> Program:
    """Return the program of a run of these journeys, and no other, over a data set.

    Whether they may run at all is asked before, by `refuse_wrong`. Raises InvalidJourneyError for
    names the data does not have, InvalidDatasetError for a zone that does not exist, and
    ThroughlineError for a pause or a sleep that cannot be.
    """
    ordered = tuple(sorted(journeys, key=lambda journey: (-journey.priority, journey.id)))
    refuse_misfits(ordered, dataset.vocabulary)
    refuse_impossible(settings.pauses, ordered)
    refuse_faulty(settings.sending)
    return Compiler(ordered, dataset, settings).program()


class Compiler:
    """Owns a program while it is being written."""

    def __init__(
        self, journeys: tuple[Journey, ...], dataset: Dataset, settings: RunSettings
    ) -> None:
        self.journeys = journeys
        self.dataset = dataset
        self.settings = settings
        self.start, self.end = span_of(journeys, dataset, settings)
        self.pool = Pool()
        updates = updates_of(journeys)
        answers = answers_of(journeys)
        self.vocabulary = widened(dataset.vocabulary, updates).with_more((), answers.texts)
        self.reading = Reading(self.vocabulary)
        self.values = Values(dataset, self.reading, updates)
        tables = ResponseTables(self.pool, settings.responses, self.reading.event)
        span = (self.start, self.end)
        self.assembler = Assembler(self.pool, self.reading, tables, span, settings.sending)
        self.assembler.outgoing.habits = Habits(dataset, settings, self.start)
        self.registers = registers_of(journeys, I_VISITS)
        needs, kept = self.assembler.needs, [self.registers[each.id] for each in journeys]
        needs.answers = answers
        needs.dealt_by = by_name(each.dealt for each in kept)
        needs.caught_by = by_name(each.caught for each in kept)
        self.assembler.journeys = {each.id: place for place, each in enumerate(journeys)}
        self.nodes = [(journey.id, node.id) for journey in journeys for node in journey.nodes]
        self.places = {name: place for place, name in enumerate(self.nodes)}
        self.units = units_of(journeys)
        self.node_rows: list[list[int]] = []
        self.zones: tuple[str, ...] = ()

    def program(self) -> Program:
        """Write everything and return the program."""
        run = [0] * op.RUN_WIDTH
        self._write_household(run)
        ruling = Ruling(self.assembler, self.settings.responses)
        rows = [self._write_journey(ruling, journey) for journey in self.journeys]
        put_in_order(rows, self.journeys)
        self._write_run(run, ruling)
        self._write_zones(run)
        self._write_attributes(run)
        flags = ruling.flags(self.reading.events)
        run[op.R_TYPES] = self.pool.put((*flags, op.REACTS))
        made = made_up(flags, self.reading.events, self.settings.mode)
        run[op.R_AGES] = self.assembler.ageing.put(made, is_asleep=run[op.R_SLEEPS] > 0)
        run[op.R_NAMELESS] = len(self.reading.events)
        run[op.R_TIMED] = self.pool.put_counted(timed(self.journeys, self.places, self.node_rows))
        starting = {row[op.N_OP] for row in self.node_rows}
        run[op.R_DATED] = int(op.OP_DATE in starting)
        run[op.R_SEGMENTED] = int(op.OP_SEGMENT in starting)
        numbers = self.pool.numbers
        for name, table in (
            (op.R_NODES, self.node_rows),
            (op.R_LEAVES, self.assembler.leaves.rows),
            (op.R_JOURNEYS, rows),
        ):
            run[name] = len(numbers)
            numbers += [signed(number % 2**64) for row in table for number in row]
        numbers[: op.RUN_WIDTH] = run
        written = self.assembler.leaves
        return Program(
            numbers=np.array(numbers, np.int64),
            journeys=self.journeys,
            nodes=tuple(self.nodes),
            leaves=tuple(
                AskedLeaf(leaf, row[op.L_NUMBER], column)
                for leaf, row, column in zip(
                    written.asked, written.rows, written.columns, strict=True
                )
            ),
            counts=self.assembler.counts,
            counted=self.assembler.counted,
            arms={signed(code): name for code, name in self.assembler.arm_names.items()},
            words=tuple(self.assembler.needs.names),
            zones=self.zones,
            attributes=tuple(
                map(self.reading.attributes.__getitem__, self.reading.used_attributes)
            ),
            vocabulary=self.vocabulary,
            events=(*sorted(self.reading.events, key=self.reading.events.__getitem__), ""),
            settings=self.settings,
            start=self.start,
            end=self.end,
        )

    def _write_household(self, run: list[int]) -> None:
        run[op.R_HOUSEHOLD] = op.NOWHERE
        units = {getattr(node, "unit", "") for journey in self.journeys for node in journey.nodes}
        if "household" in units and "household" in self.reading.attributes:
            slot, column = self.reading.attribute("household")
            run[op.R_HOUSEHOLD] = slot
            hashes = self._hashes(column, self.values.of_attribute("household"))
            self.assembler.household_hashes = hashes

    def _write_attributes(self, run: list[int]) -> None:
        slots, places = self.reading.used_attributes, self.dataset.vocabulary.attribute_places
        kinds = [KINDS.get(self.reading.attributes[name].type, op.KIND_OTHER) for name in slots]
        run[op.R_ATTRIBUTES] = len(slots) + 1
        if self.assembler.needs.takes_snapshots:
            run[op.R_SNAPSHOT] = run[op.R_INSTANCE]
            run[op.R_INSTANCE] += run[op.R_ATTRIBUTES]
        run[op.R_READ_ATTRIBUTES] = self.pool.put(places.get(name, op.NOWHERE) for name in slots)
        run[op.R_KINDS] = self.pool.put((*kinds, op.KIND_OTHER))
        consents = (slots.get(f"consent.{channel}", op.NOWHERE) for channel in CHANNELS)
        run[op.R_CONSENTS] = self.pool.put(consents)

    def _write_run(self, run: list[int], ruling: Ruling) -> None:
        settings, used = self.settings, list(self.reading.used)
        run[op.R_SEED] = signed(settings.seed % 2**64)
        run[op.R_START], run[op.R_END] = self.start, self.end
        run[op.R_MODE] = MODES[settings.mode]
        pauses = list(in_order(settings.pauses, [each.id for each in self.journeys], self.start))
        if pauses:
            run[op.R_PAUSES] = self.pool.put((len(pauses) // op.PAUSE_WIDTH, *pauses))
        run[op.R_MAXIMUM_AGE] = settings.maximum_age
        sleeps = spans_of(settings.asleep, self.start)
        if sleeps:
            run[op.R_SLEEPS] = self.pool.put((len(sleeps), *chain.from_iterable(sleeps)))
        run[op.R_JOURNEY_COUNT] = len(self.journeys)
        run[op.R_NARROW] = self.dataset.vocabulary.narrow
        run[op.R_EMPTY] = self.vocabulary.text_codes.get("", MISSING)
        run[op.R_USED] = self.pool.put_counted(used)
        run[op.R_ROW] = S_VALUES + len(used)
        run[op.R_GENERATED] = E_VALUES + len(used)
        run[op.R_INSTANCE] = ruling.widest
        run[op.R_COUNTED] = self.assembler.counted
        run[op.R_ASKED_EXITS] = int(ruling.asks_exits)
        run[op.R_ASKED_WAITS] = int(self.assembler.asks_waits)
        run[op.R_RECHECKED] = int(self.assembler.leaves.changes_with_time)
        run[op.R_CALENDAR] = int(self.assembler.follows_clock)
        measuring = self.assembler.leaves.measuring
        run[op.R_RUNNING], run[op.R_SPANNED] = measuring.running, measuring.spanned
        run[op.R_DISTINGUISHES] = int(
            any(row[op.L_SOURCE] in DISTINGUISHING for row in self.assembler.leaves.rows)
        )

    def _write_zones(self, run: list[int]) -> None:
        rule, texts = self.settings.zone_rule, self.vocabulary.texts
        own = self.reading.find_attribute("zone")
        by_rule = -1 if rule is None else self.reading.find_attribute(rule.attribute)
        own_codes = self.values.codes("zone")
        rule_codes = self.values.codes(rule.attribute) if rule else []
        ruled = dict(rule.zones) if rule else {}
        ruled = {value: name for value, name in ruled.items() if name in zone_names()}
        own_names = [texts[code] for code in own_codes if texts[code] in zone_names()]
        names = [self.settings.zone, *own_names, *ruled.values()]
        self.zones = tuple(dict.fromkeys(names))
        places = {name: place for place, name in enumerate(self.zones)}
        longest = max((node.longest for each in self.journeys for node in each.nodes), default=0)
        dated = self.values.between(self.assembler.dates, (EARLIEST, LATEST))
        first, last = dated or (self.start, self.end)
        span = (min(self.start, first) - WEEK, max(self.end + 2 * YEAR + longest, last + WEEK))
        tables = []
        for name in self.zones:
            instants, offsets = history(name, *span)
            tables.append(self.pool.put((len(instants), *instants, *offsets)))
        run[op.R_ZONES] = self.pool.put(tables)
        run[op.R_ZONE] = places[self.settings.zone]
        run[op.R_ZONE_ATTRIBUTE], run[op.R_RULE_ATTRIBUTE] = own, by_rule
        run[op.R_ZONE_CODES] = self.pool.put_pairs(
            {code: places[texts[code]] for code in own_codes if texts[code] in places}
        )
        run[op.R_RULE_CODES] = self.pool.put_pairs(
            {code: places[ruled[texts[code]]] for code in rule_codes if texts[code] in ruled}
        )

    def _hashes(self, column: Column, values: Int64) -> int:
        """Write the hash of the text of every value, for arms dealt by it (R50, R130)."""
        decode = self.vocabulary.decode
        said = ((int(value), decode(column, int(value))) for value in values)
        return self.pool.put_pairs(
            {value: stable_hash(as_text(text)) for value, text in said if text not in (None, "")}
        )

    def _key_hashes(self, journey: Journey) -> int:
        units = {self.units[name] for name in experiments_of(journey) if name in self.units}
        if journey.entry.key is None or op.UNIT_KEY not in units:
            return 0
        _, column = self.reading.column(journey.entry.key)
        return self._hashes(column, self.values.of_property(journey.entry.key))

    def _write_journey(self, ruling: Ruling, journey: Journey) -> list[int]:
        place = self.journeys.index(journey)
        parts = loops(journey)
        in_loops = [node.id for node in journey.nodes if any(node.id in part for part in parts)]
        kept = self.registers[journey.id]
        hashes = self._key_hashes(journey)
        own = {op.UNIT_KEY: hashes, op.UNIT_HOUSEHOLD: self.assembler.household_hashes}
        scope = scope_of(journey, kept, self.units, self.places, own)
        self.assembler.leaves.scope = scope
        row = ruling.row(journey, looped=len(in_loops), width=kept.width)
        for rank, node in enumerate(journey.nodes):
            ports = [port.id for port in node.ports()]
            targets = [journey.target(node.id, port) for port in ports]
            at = Place(
                journey=journey.id,
                node=node.id,
                journey_place=place,
                ports=ports,
                targets=[
                    op.NOWHERE if target is None else self.places[journey.id, target]
                    for target in targets
                ],
                has_goal=bool(journey.goals),
                key_hashes=hashes,
                dealt=kept.dealt,
                caught=kept.caught,
                memory=kept.memory.get(node.id, 0),
                has_session=all(trigger.entered_by for trigger in journey.triggers),
                notes=kept.notes.get(node.id, 0),
            )
            at.row[op.N_HASH] = stable_hash(journey.id, node.id)
            at.row[op.N_RANK] = rank
            at.row[op.N_LOOP] = next((i for i, part in enumerate(parts) if node.id in part), -1)
            at.row[op.N_LOCAL] = in_loops.index(node.id) if node.id in in_loops else -1
            at.row[op.N_ID] = self.pool.put_text(node.id)
            self.assembler.place = at
            node.lower(self.assembler)
            row[op.J_EXPERIMENTS] += int(at.row[op.N_OP] == op.OP_SPLIT)
            self.node_rows.append(at.row)
        row[op.J_TRIGGERS] = self.pool.put_counted(
            [
                self.places[journey.id, trigger.id]
                for trigger in journey.triggers
                if self.node_rows[self.places[journey.id, trigger.id]][op.N_OP] == op.OP_TRIGGER
            ]
        )
        return row
