"""The measure that structure_test.py relies on, on what C++ has that looks like something else."""

import unittest

from cpp_functions import Unmeasurable, functions


def measured(source: str) -> list[tuple[int, int]]:
    return [(f.line, f.lines) for f in functions(source)]


class Measure(unittest.TestCase):
    def test_a_function_is_measured_from_its_signature_to_its_closing_brace(self):
        self.assertEqual(measured("int f(int a,\n      int b) {\n  return a;\n}\n"), [(1, 4)])

    def test_namespaces_and_types_are_looked_into(self):
        source = "namespace a {\nnamespace {\nstruct S {\n  int f() const {\n    return 1;\n  }\n};\n}\n}\n"
        self.assertEqual(measured(source), [(4, 3)])

    def test_lambdas_and_local_types_belong_to_their_function(self):
        source = "void f() {\n  struct L {\n    void g() {}\n  };\n  auto h = [] {\n  };\n}\nvoid g() {\n}\n"
        self.assertEqual(measured(source), [(1, 7), (8, 2)])

    def test_tables_and_enumerations_are_no_functions(self):
        source = "const int a[] = {\n1,\n2};\nenum class E {\n a,\n b\n};\nconst std::map<int, int> m = {{1, 2},\n{3, 4}};\n"
        self.assertEqual(measured(source), [])

    def test_member_initialisers_belong_to_the_constructor(self):
        source = "S::S(int a)\n    : a_{a},\n      b_(a),\n      c_{} {\n  f();\n}\nint g() {\n}\n"
        self.assertEqual(measured(source), [(1, 6), (7, 2)])

    def test_defaults_in_parameters_open_no_block(self):
        self.assertEqual(measured("void f(P p = {},\n       Q q = {}) {\n}\n"), [(1, 3)])

    def test_braces_in_comments_literals_and_preprocessor_lines_do_not_count(self):
        source = (
            "void f() {  // {\n  /* { */\n  char c = '{', d = '\\'';\n  auto s = \"{\\\"{\";\n"
            '  auto r = R"x({ " )" {)x";\n  int n = 1\'000\'000;\n}\n#define OPEN {\nvoid g() {\n}\n'
        )
        self.assertEqual(measured(source), [(1, 7), (9, 2)])

    def test_operators_templates_and_trailing_types_are_functions(self):
        source = "template <class T>\nauto f(T t) -> std::vector<T> {\n}\nbool operator()(int a) const noexcept {\n}\nbool S::operator==(const S&) const {\n}\n"
        self.assertEqual(measured(source), [(1, 3), (4, 2), (6, 2)])

    def test_a_function_that_gives_a_struct_is_a_function(self):
        self.assertEqual(measured("struct S f(int a) {\n}\nstruct T {\n};\n"), [(1, 2)])

    def test_a_lambda_kept_in_a_variable_is_a_function(self):
        self.assertEqual(measured("const auto f = [](int a) {\n  return a;\n};\n"), [(1, 3)])

    def test_test_cases_are_functions(self):
        self.assertEqual(measured('TEST_CASE("a {") {\n  CHECK(1);\n}\n'), [(1, 3)])

    def test_a_file_that_cannot_be_measured_is_told(self):
        for source in ("void f() {\n", "}\n"):
            with self.assertRaises(Unmeasurable):
                list(functions(source))


if __name__ == "__main__":
    unittest.main()
