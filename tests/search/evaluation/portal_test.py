#!/usr/bin/env python3
"""The portal's judged queries on the built portal: the page that people look for comes first, or nearly."""
import os
import unittest

import portal_queries

RELEASE = os.environ["KRONIKA_TEST_SITE"]
LEAST_QUERIES = 80
LEAST_AS_JUDGED, LEAST_IN_THREE = 0.93, 0.95  # parts of the queries
LEAST_IN_TEN = 1.0


class PortalQueries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.judged = portal_queries.judge(RELEASE)
        for each in cls.judged:
            if not 0 < each.rank <= each.within:
                print(portal_queries.told(each))

    def part(self, is_good):
        return sum(is_good(each) for each in self.judged) / len(self.judged)

    def test_there_are_enough_of_every_kind(self):
        self.assertGreaterEqual(len(self.judged), LEAST_QUERIES)
        self.assertGreaterEqual(len({each.group for each in self.judged}), 10)

    def test_judged_pages_exist(self):
        missing = {page for each in self.judged for page in each.pages
                   if not os.path.isfile(f"{RELEASE}/public{page}index.html")}
        self.assertEqual(missing, set())

    def test_pages_stand_where_they_are_judged_to(self):
        self.assertGreaterEqual(self.part(lambda each: 0 < each.rank <= each.within), LEAST_AS_JUDGED)

    def test_pages_are_among_the_first_three(self):
        self.assertGreaterEqual(self.part(lambda each: 0 < each.rank <= 3), LEAST_IN_THREE)

    def test_all_are_among_the_first_ten(self):
        self.assertGreaterEqual(self.part(lambda each: each.rank > 0), LEAST_IN_TEN)


if __name__ == "__main__":
    unittest.main()
