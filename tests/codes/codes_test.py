#!/usr/bin/env python3
"""Holds the table of diagnostics against codes.def, and the tool that writes it against small examples."""
import unittest

import codes_table as tool

CODES = '''// KRONIKA_CODE(name, code, severity, English, Polish).
KRONIKA_CODE(b, "W0302", warning, "say \\"{0}\\" | now", "powiedz „{0}”")
KRONIKA_CODE(a, "E0101", error, "no {1} in [{0}]", "brak {1} w [{0}]")
'''


def table_of(codes, advice):
    return f"# Codes\n\n{tool.written(codes, advice)}\n\nThe end.\n"


class CodesTable(unittest.TestCase):
    def setUp(self):
        self.codes = tool.read_codes(CODES)

    def test_codes_are_read_in_the_order_of_their_numbers(self):
        self.assertEqual([code for code, *_ in self.codes], ["E0101", "W0302"])
        self.assertEqual(self.codes[1], ("W0302", "warning", 'say "{0}" | now', "powiedz „{0}”"))

    def test_what_is_filled_in_and_markdown_signs_do_not_break_the_table(self):
        self.assertEqual(tool.cell('say "{0}" | now [x]'), 'say "…" \\| now \\[x\\]')

    def test_advice_survives_writing(self):
        advice = {"E0101": "Add it, in `[site]` \\| anywhere.", "W0302": "Say it."}
        self.assertEqual(tool.read_advice(table_of(self.codes, advice)), advice)
        self.assertEqual(tool.differences(self.codes, table_of(self.codes, advice)), [])

    def test_every_difference_is_told(self):
        full = {"E0101": "Add it.", "W0302": "Say it."}
        cases = [
            (self.codes, {"E0101": "Add it."}, "W0302: the table does not say what to do"),
            (self.codes[:1], full, "E0101 is given twice"),
            ([("E9999", "error", "x", "y")], full, "E9999 has no group"),
            ([("E0102", "warning", "x", "y")], full, "E0102 (warning) does not begin with W"),
        ]
        for codes, advice, expected in cases:
            codes = codes * 2 if "twice" in expected else codes
            told = tool.differences(codes, table_of(codes, advice))
            self.assertTrue(any(expected in sentence for sentence in told), (expected, told))

    def test_a_missing_a_stale_and_a_changed_row_are_told(self):
        advice = {"E0101": "Add it.", "W0302": "Say it."}
        table = table_of(self.codes, advice)
        self.assertIn("E0101 is in the table, not in codes.def", tool.differences(self.codes[1:], table))
        more = [*self.codes, ("E0102", "error", "x", "y")]
        self.assertIn("E0102 is not in the table", tool.differences(more, table)[0])
        changed = [("E0101", "error", "another message", "inny"), self.codes[1]]
        self.assertIn("a message or severity differs", tool.differences(changed, table)[0])

    def test_the_table_in_the_repository_is_that_of_codes_def(self):
        codes = tool.read_codes(tool.CODES.read_text(encoding="utf-8"))
        self.assertEqual(len(codes), tool.CODES.read_text(encoding="utf-8").count("\nKRONIKA_CODE("))
        self.assertEqual(tool.differences(codes, tool.TABLE.read_text(encoding="utf-8")), [])


if __name__ == "__main__":
    unittest.main()
