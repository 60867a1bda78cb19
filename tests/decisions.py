"""Fills in a decision workbook as an adviser would: decisions.py FROM TO."""

import sys

import openpyxl

source, target = sys.argv[1:]
book = openpyxl.load_workbook(source)


def lines(sheet):
    """Each line under the header, as (answer cell, reason cell, text of the line)."""
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Avgjørelse" for cell in row))
    labels = [cell.value for cell in header]
    answer, reason, key = (labels.index(label) for label in ("Avgjørelse", "Begrunnelse", "Nøkkel"))
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        if row[key].value:
            yield row[answer], row[reason], " ".join(str(cell.value) for cell in row)


def choices(sheet, cell):
    """What the cell's drop-down offers."""
    for check in sheet.data_validations.dataValidation:
        if cell.coordinate in check.sqref and check.type == "list":
            return check.formula1.strip('"').split(",")
    return []


def decide(sheet, words, answer, why):
    found = [line for line in lines(sheet) if words in line[2]]
    assert len(found) == 1, (words, len(found))
    cell, reason, _ = found[0]
    assert answer in choices(sheet, cell), (answer, choices(sheet, cell))
    cell.value = answer
    reason.value = why


forms, rows = book["Skjemaer"], book["Rader"]
assert rows.column_dimensions["J"].hidden, "the key is hidden"
assert rows.page_setup.paperSize == 9, "A4"
decide(forms, "Årsrapport", "Signatur sett", "Sett på papiret.")
decide(rows, "Samtalegruppe nummer 2", "Medregnes", "Laget sier at fem kom.")
decide(rows, "Stand på torget", "Medregnes", "Det var en samtale i teltet.")
decide(rows, "Samtalegruppe nummer 4", "Spør laget", "Hvor mange kom?")
book.save(target)
