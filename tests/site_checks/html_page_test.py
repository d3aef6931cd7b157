"""The reader that links_test.py relies on: what it must find."""

import unittest

from html_page import outline_of


class Reading(unittest.TestCase):
    def test_links_are_found_with_their_lines(self):
        outline = outline_of('<p>\n<a href="/a/">a</a>\n<img src=b.png srcset="c.png 1x, d.png 2x">')
        self.assertEqual([(l.line, l.tag, l.address) for l in outline.links],
                         [(2, "a", "/a/"), (3, "img", "b.png"), (3, "img", "c.png"), (3, "img", "d.png")])  # fmt: skip

    def test_references_in_addresses_are_decoded(self):
        self.assertEqual(outline_of('<a href="?a=1&amp;b=2">').links[0].address, "?a=1&b=2")

    def test_what_a_browser_loads_is_told_from_what_it_offers(self):
        html = '<link rel="stylesheet" href="a"><link rel="canonical" href="b"><a href="c"></a><svg><use href="#d"/></svg>'
        self.assertEqual([l.loaded for l in outline_of(html).links], [True, False, False, True])

    def test_anchors_titles_and_headings_are_found(self):
        outline = outline_of('<html lang="pl"><title>a &amp; b</title><svg><title>c</title></svg><h1 id="d">e</h1><a name="f"></a>')
        self.assertEqual((outline.anchors, outline.titles, outline.main_headings, outline.language), ({"d", "f"}, ["a & b"], 1, "pl"))

    def test_text_that_looks_like_a_link_is_none(self):
        self.assertEqual(outline_of('<!-- <a href="a"> --><script>"<a href=b>"</script><p>&lt;a href="c">').links, [])

    def test_a_redirect_is_a_link(self):
        outline = outline_of('<meta http-equiv="refresh" content="0; url=/a/">')
        self.assertEqual((outline.refreshes_to, outline.links[0].address), ("/a/", "/a/"))


if __name__ == "__main__":
    unittest.main()
