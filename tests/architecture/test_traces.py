"""No file carries a trace of the machine it was written on, or of where packages come from."""

import re
from pathlib import Path

# Each with a gap, as this very file is looked at, too.
REGISTRIES = [host.replace("~", "") for host in ("py~pi.org", "python~hosted.org", "npm~js.org")]
MIRRORS = [host.replace("~", "") for host in ("deb.deb~ian.org", "archive.ub~untu.com")]
FOLDERS = ["work", "root", "home", "Users", "tmp", "opt"]
MACHINE_PATH = re.compile(rf"(?<![\w.~/)}}])/({'|'.join(FOLDERS)})/\w".encode())


def test_no_file_names_a_place_packages_come_from(root: Path, tracked: tuple[Path, ...]) -> None:
    found = {
        (str(path), host)
        for path in tracked
        for host in REGISTRIES + MIRRORS
        if host.encode() in (root / path).read_bytes()
    }
    assert found == set()


def test_no_file_names_a_path_of_a_machine(root: Path, tracked: tuple[Path, ...]) -> None:
    found = {
        (str(path), place.group().decode())
        for path in tracked
        for place in MACHINE_PATH.finditer((root / path).read_bytes())
    }
    assert found == set()


def test_the_pins_name_no_host(root: Path) -> None:
    for pins in (root / "app").glob("requirements*"):
        assert "//" not in pins.read_text(), pins.name
        assert "index-url" not in pins.read_text(), pins.name
