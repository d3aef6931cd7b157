// What an earlier release promised: its addresses and identifiers, from its manifest.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/output/output_tree.h"

namespace kronika {

struct PreviousRelease {
  std::string file;                // the manifest, for messages
  std::vector<std::string> paths;  // below public/, as the manifest lists them: "rejestr/index.html"
  Identifiers identifiers;         // none in manifests of programs that did not list them
};

/// Reads a manifest; throws Failure for one that cannot be read, is larger than 64 MB, or is no manifest.
PreviousRelease read_previous_release(const std::string& file);

/// The same for its bytes.
PreviousRelease parse_manifest(std::string_view bytes, const std::string& file);

}  // namespace kronika
