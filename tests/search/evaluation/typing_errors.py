"""Words as people mistype them: one letter left out, doubled, swapped with the next, or hit beside its key."""

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIACRITICS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
KINDS = ("drop", "double", "swap", "key")
LEAST_LETTERS = 5


def beside(letter):
    """The keys around a letter's own, those of the rows above and below too. A Polish letter is on its plain letter's."""
    key = letter.translate(DIACRITICS).lower()
    for number, row in enumerate(ROWS):
        at = row.find(key)
        if at >= 0:
            same = row[max(0, at - 1):at] + row[at + 1:at + 2]
            above = ROWS[number - 1][at:at + 2] if number > 0 else ""
            below = ROWS[number + 1][max(0, at - 1):at + 1] if number + 1 < len(ROWS) else ""
            return same + above + below
    return ""


def changed(word, at, kind, draw):
    if kind == "drop":
        return word[:at] + word[at + 1:]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1:at + 2] + word[at] + word[at + 2:]
    keys = beside(word[at])
    return word[:at] + draw.choice(keys) + word[at + 1:] if keys else word


def mistype(word, draw, kind=None):
    """The word with one error, at any of its letters, by `draw` (a random.Random). Always another word."""
    while True:
        out = changed(word, draw.randrange(len(word)), kind or draw.choice(KINDS), draw)
        if out != word:
            return out


def can_be_mistyped(word):
    return len(word) >= LEAST_LETTERS and word.isalpha()
