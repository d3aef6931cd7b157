#include "generator/serve/cgi_response.h"

#include <doctest/doctest.h>

using namespace kronika;

TEST_CASE("a document answer has its type, headers and body") {
  const auto answer = parse_cgi_response(
      "Content-Type: text/html; charset=utf-8\r\nX-Robots-Tag:  noindex \r\nContent-Length: 9\r\n\r\n<p>\r\n\r\n</p>");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->content_type == "text/html; charset=utf-8");
  REQUIRE(answer->headers.size() == 1);  // the length is the server's to tell
  CHECK(answer->headers[0] == std::pair<std::string, std::string>("X-Robots-Tag", "noindex"));
  CHECK(answer->body == "<p>\r\n\r\n</p>");
}

TEST_CASE("the status and a redirect are taken over") {
  struct Case {
    const char* output;
    int status;
  };
  const Case cases[] = {
      {"Status: 400 Bad Request\nContent-Type: text/plain\n\nx", 400},
      {"status: 503\ncontent-type: text/plain\n\n", 503},
      {"Location: /szukaj?q=a\n\n", 302},
      {"Status: 301 Moved\nLocation: /x/\n\n", 301},
  };
  for (const Case& each : cases) {
    CAPTURE(each.output);
    const auto answer = parse_cgi_response(each.output);
    REQUIRE(answer);
    CHECK(answer->status == each.status);
  }
}

TEST_CASE("what is no CGI answer is refused") {
  for (const char* output : {"", "Content-Type: text/html\n", "<html>\n\n", "X: y\n\nbody",
                             "Status: fine\nContent-Type: a/b\n\n", "Status: 99\nContent-Type: a/b\n\n",
                             "Status: 200x\nContent-Type: a/b\n\n", "\nbody", "Bad name: x\nContent-Type: a/b\n\n"}) {
    CAPTURE(output);
    CHECK_FALSE(parse_cgi_response(output));
  }
}
