"""Counts the delivered spreadsheets on its own and compares with the workbook.

Usage: python3 independent_count.py DELIVERIES REGISTER WORKBOOK YEAR

It shares no code with the program. It knows the forms by their titles and labels,
and takes only rows that need no judgement of language: they count, or fail on plain
numbers (too few participants, too short, outside the year, unsigned, said twice).
It ends with 1 when a figure differs.
"""

import datetime
import pathlib
import re
import sys
import zipfile

import openpyxl

MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
ONE_TO_ONE = {"en-til-en", "ein-til-ein"}
COURSE = {"likepersonskurs"}
BANDS = {
    "Lokallag": [(49, 50), (199, 30), (None, 10)],
    "Likepersoner": [(24, 60), (49, 45), (149, 30), (None, 15)],
    "Aktivitetsdager": [(49, 16), (149, 8), (299, 4), (None, 2)],
}
LABELS = {
    "dato": "date", "datoen": "date",
    "fra kl.": "from", "frå kl.": "from",
    "til kl.": "to", "fram til kl.": "to",
    "varighet (timer)": "hours", "lengd (timar)": "hours",
    "type": "type", "typen": "type",
    "antall deltakere": "participants", "tal på deltakarar": "participants",
    "navn": "name", "namn": "name", "namnet": "name",
    "telefon": "phone", "telefonen": "phone",
    "gjennomført aktivitet i året": "active",
    "ulønnet": "unpaid", "ulønt": "unpaid", "ulønna": "unpaid",
}


def main():
    deliveries, register, workbook = map(pathlib.Path, sys.argv[1:4])
    year = int(sys.argv[4])
    chapters = read_register(register)
    days, people, counted = count(deliveries, chapters, year)
    regions = list(dict.fromkeys(region for _, region in chapters.values()))
    region_of = dict(chapters.values())
    ours = {
        region: (
            sum(1 for number in counted if region_of[number] == region),
            sum(1 for number in people.values() if region_of[number] == region),
            sum(1 for number, _, _ in days if region_of[number] == region),
        )
        for region in regions
    }
    wrong = compare(ours, points(ours), openpyxl.load_workbook(workbook, data_only=True))
    sys.exit(1 if wrong else 0)


def read_register(path):
    """Organisation number -> (chapter number, region), in the order of the numbers."""
    rows = openpyxl.load_workbook(path, data_only=True)["Lag"].iter_rows(values_only=True)
    header = next(rows)
    column = {name: header.index(name) for name in ("Nummer", "Organisasjonsnummer", "Område")}
    chapters = {}
    for row in rows:
        if row[column["Nummer"]] is not None:
            number = str(row[column["Nummer"]])
            organisation = digits(row[column["Organisasjonsnummer"]])
            chapters[organisation] = (number, row[column["Område"]])
    return dict(sorted(chapters.items(), key=lambda item: item[1][0]))


def count(folder, chapters, year):
    days, people, counted = set(), {}, set()
    for path in sorted(folder.glob("*.xlsx")):
        grid = [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]
        form = form_of(str(grid[0][0]))
        organisation = digits(beside(grid, ("Organisasjonsnummer", "Organisasjonsnummeret")))
        chapter = chapters[organisation][0]
        if not signed(path, grid):
            continue
        if form == 1:
            counted.add(chapter)
        elif form == 4:
            for row in table(grid):
                if row.get("name") and yes(row.get("active")) and yes(row.get("unpaid")):
                    key = (row["name"].lower(), digits(row.get("phone")))
                    people[key] = min(chapter, people.get(key, chapter))
        else:
            for row in table(grid):
                day = date(row.get("date"))
                if day and day.year == year and counts(row):
                    days.add((chapter, day, clock(row.get("from"))))
    return days, people, counted


def counts(row):
    """The regulation's plain numbers: 45 minutes and three people; a course 90 minutes."""
    kind = str(row.get("type") or "").lower()
    if kind in ONE_TO_ONE:
        return True
    if kind in COURSE:
        return minutes(row) >= 90
    return minutes(row) >= 45 and least(row.get("participants")) >= 3


def form_of(title):
    title = title.lower()
    if title.startswith("årsrapport"):
        return 1
    if "utenom" in title or "utanom" in title:
        return 3
    if "møteplass" in title:
        return 2
    if "aktive likeperson" in title:
        return 4
    raise SystemExit(f"an unknown form: {title}")


def table(grid):
    """The rows under the table's header, up to the first empty one."""
    for number, row in enumerate(grid):
        names = [LABELS.get(str(cell or "").lower()) for cell in row]
        if len([name for name in names if name]) >= 4:
            break
    else:
        return
    for row in grid[number + 1 :]:
        if all(cell is None for cell in row):
            return
        yield {name: cell for name, cell in zip(names, row) if name}


def beside(grid, labels):
    """The first value to the right of a label."""
    for row in grid:
        for index, cell in enumerate(row):
            if cell in labels:
                return next((value for value in row[index + 1 :] if value is not None), None)
    return None


def signed(path, grid):
    """A picture in the form, or a name in the leader's signature field."""
    with zipfile.ZipFile(path) as package:
        if any(name.startswith("xl/media/") for name in package.namelist()):
            return True
    return beside(grid, ("Leders underskrift", "Underskrift frå leiar")) is not None


def date(value):
    if isinstance(value, datetime.datetime):
        return value.date()
    dotted = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", str(value or ""))
    if dotted:
        day, month, year = map(int, dotted.groups())
        return datetime.date(year + 2000 if year < 100 else year, month, day)
    words = re.fullmatch(r"(\d+)\. (\w+) (\d{4})", str(value or ""))
    if words:
        return datetime.date(int(words[3]), MONTHS.index(words[2]) + 1, int(words[1]))
    return None


def clock(value):
    """Minutes after midnight."""
    if isinstance(value, datetime.time):
        return value.hour * 60 + value.minute
    found = re.fullmatch(r"(?:kl\. )?(\d+)(?:[.:](\d+))?", str(value or ""))
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def minutes(row):
    hours = re.match(r"[\d,.]+", str(row.get("hours") or ""))
    if hours:
        return float(hours[0].replace(",", ".")) * 60
    start, end = clock(row.get("from")), clock(row.get("to"))
    return (end - start) % 1440 if start is not None and end is not None else 0


def least(value):
    """The lower end: 10 of "10-12", 8 of "ca. 8"."""
    number = re.search(r"\d+", str(value or ""))
    return int(number[0]) if number else 0


def yes(value):
    return str(value or "").lower() == "ja"


def digits(value):
    return re.sub(r"\D", "", str(value or ""))


def points(ours):
    result = {}
    for name, column in (("Lokallag", 0), ("Likepersoner", 1), ("Aktivitetsdager", 2)):
        amount = sum(figures[column] for figures in ours.values())
        total, below = 0, 0
        for upper, rate in BANDS[name]:
            within = amount - below if upper is None else min(amount, upper) - below
            total += max(within, 0) * rate
            below = upper or below
        result[name] = (amount, total)
    return result


def compare(ours, score, workbook):
    theirs, theirs_score = {}, {}
    rows = list(workbook["Områder"].iter_rows(values_only=True))
    start = next(index for index, row in enumerate(rows) if "Lag medregnet" in row)
    columns = [rows[start].index(name) for name in ("Lag medregnet", "Likepersoner", "Aktivitetsdager i alt")]
    for row in rows[start + 1 :]:
        if row[0] in ours:
            theirs[row[0]] = tuple(row[column] for column in columns)
        elif row[0] == "I alt":
            break
    for row in workbook["Sammendrag"].iter_rows(values_only=True):
        if row[0] in score and row[0] not in theirs_score and isinstance(row[1], (int, float)):
            theirs_score[row[0]] = (row[1], row[7])
    wrong = 0
    for name, figures in [*ours.items(), *score.items()]:
        other = theirs.get(name) or theirs_score.get(name)
        same = other is not None and tuple(other) == tuple(figures)
        wrong += not same
        print(f"{name:<20} counted {figures}  workbook {other}  {'same' if same else 'DIFFERENT'}")
    return wrong


if __name__ == "__main__":
    main()
