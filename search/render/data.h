// Template data without kainjow's traps: its set() and push_back() copy deeply, empty texts count as true.
#pragma once

#include <cstdint>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kronika {

/// An object being filled.
class Scope {
 public:
  Scope() = default;
  Scope(Scope&&) noexcept = default;  // or a growing list of them would be copied
  Scope& operator=(Scope&&) noexcept = default;

  void text(const std::string& name, std::string_view value);
  void optional(const std::string& name, std::string_view value);  // and has_NAME
  void flag(const std::string& name, bool value);
  /// The number as the language writes it, and NAME_one, NAME_few, NAME_many, NAME_other, of which one is true.
  void number(const std::string& name, std::int64_t value, std::string_view language);
  void node(const std::string& name, Scope value);
  void list(const std::string& name, std::vector<Scope> items);  // and has_NAME

  const kainjow::mustache::data& values() const { return data_; }

 private:
  kainjow::mustache::data data_;
};

}  // namespace kronika
