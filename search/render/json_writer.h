// JSON as a stream of texts: an answer is written once, from the front to the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/index/document.h"
#include "search/request/request.h"
#include "search/text/escape.h"

namespace kronika {

/// Writes members and elements with their commas. Whoever uses it closes what it opens and gives each key a value.
class JsonWriter {
 public:
  void open(char bracket) {
    separate();
    out_ += bracket;
    fresh_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    fresh_ = false;
  }
  void key(std::string_view name) {
    separate();
    append_quoted(name);
    out_ += ": ";
    fresh_ = true;
  }
  void text(std::string_view value) {
    separate();
    append_quoted(value);
  }
  void raw(std::string_view value) {
    separate();
    out_ += value;
  }
  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(std::string_view name, std::size_t number) {
    key(name);
    raw(std::to_string(number));
  }
  void flag(std::string_view name, bool value) {
    key(name);
    raw(value ? "true" : "false");
  }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!fresh_) out_ += ", ";
    fresh_ = false;
  }
  void append_quoted(std::string_view value) {
    out_ += '"';
    out_ += escape_json(value);
    out_ += '"';
  }

  std::string out_;
  bool fresh_ = true;  // no comma before what comes next
};

/// {"nip": "…", "uslugi": ["…"]}: what a result carries of its page's schema.
void write_fields(JsonWriter& json, const std::vector<SearchField>& fields);

/// "as_of": {"name": "stan_na", "date": "2025-06-30"}: the day whose states the results have.
void write_as_of(JsonWriter& json, const AsOfDay& day);

}  // namespace kronika
