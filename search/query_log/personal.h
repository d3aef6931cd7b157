// What readers type about themselves and others by mistake, and nobody may keep.
#pragma once

#include <string_view>

namespace kronika {

/// May the query hold an address or a number of a person? Yes for every sign or spelling of an e-mail's @, and for six
/// digits or more in all, whatever stands between them: a PESEL, a phone number, a NIP, an account, a day of birth, an
/// identity card. Two years are a day of birth to it as well: better one query too few in the log. Names and places
/// cannot be told from other words.
bool may_be_personal(std::string_view query);

}  // namespace kronika
