"""Morfologik's polish.dict read a second time, in another way than the program does: the whole file as Python bytes, from
the description of CFSA2 alone, without the C++ reader's limits and short cuts. What both say alike is the dictionary's."""
import unicodedata
from functools import lru_cache
from pathlib import Path

SEPARATOR = ord(";")
LAST, FINAL, NEXT = 0x40, 0x20, 0x80  # of an arc: the node's last; a word may end here; leads to the node after this one


class Dictionary:
    def __init__(self, path):
        data = Path(path).read_bytes()
        if data[:4] != b"\\fsa" or data[4] != 0xC6:
            raise ValueError(f"{path} is no CFSA2 dictionary")
        self.labels = data[8:8 + data[7]]
        self.arcs = data[8 + data[7]:]
        self.root = self.leads_to(next(self.arcs_of(0)))

    def arcs_of(self, node):
        """(label, whether it is final, target or None for 'the next node', where that would be)."""
        at = node
        made = []
        while True:
            flags = self.arcs[at]
            at += 1
            label = self.labels[flags & 0x1F]
            if flags & 0x1F == 0:
                label = self.arcs[at]
                at += 1
            target = None
            if not flags & NEXT:
                target, shift = 0, 0
                while True:
                    byte = self.arcs[at]
                    at += 1
                    target |= (byte & 0x7F) << shift
                    shift += 7
                    if byte < 0x80:
                        break
            made.append((label, bool(flags & FINAL), target))
            if flags & LAST:
                break
        for label, final, target in made:
            yield label, final, target, at

    @staticmethod
    def leads_to(arc):
        return arc[3] if arc[2] is None else arc[2]

    def follow(self, node, spelt):
        """The node after these bytes, None where there is none."""
        for byte in spelt:
            arc = next((arc for arc in self.arcs_of(node) if arc[0] == byte), None)
            if arc is None or self.leads_to(arc) == 0:
                return None
            node = self.leads_to(arc)
        return node

    def codes(self, node):
        """What can be read on from a node, up to a separator or an end."""
        for arc in self.arcs_of(node):
            if arc[0] == SEPARATOR:
                yield b""
                continue
            if arc[1]:
                yield bytes([arc[0]])
            if self.leads_to(arc) != 0:
                for rest in self.codes(self.leads_to(arc)):
                    yield bytes([arc[0]]) + rest

    @lru_cache(maxsize=None)
    def lemmas(self, form):
        """The lemmas of a form that is spelt exactly so."""
        spelt = form.encode()
        node = self.follow(self.root, spelt + bytes([SEPARATOR]))
        if node is None:
            return frozenset()
        return frozenset(decoded(spelt, code) for code in set(self.codes(node)) if len(code) >= 2)

    def lemmas_of_word(self, word):
        """Of a word of a text: as lower case and Capitalised."""
        small = word.lower()
        return self.lemmas(small) | self.lemmas(small[:1].upper() + small[1:])


def decoded(form, code):
    before, behind = code[0] - ord("A"), code[1] - ord("A")
    if before == 255 or behind == 255 or before + behind > len(form):
        return code[2:].decode()
    return (form[before:len(form) - behind] + code[2:]).decode()


def folded(word):
    """Lower case, without the marks of letters."""
    parted = unicodedata.normalize("NFKD", word.lower().replace("ł", "l"))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
