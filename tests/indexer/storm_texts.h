// Paragraphs of a report, for pages that tests make.
#pragma once

#include <string>

namespace backfile {

inline const std::string kStorm =
    "Waves of nine metres broke over the mole of Port Vellum during the night, the harbour master "
    "said.";
inline const std::string kFerry =
    "Fishing boats stayed in the inner basin, and the ferry to Quill was taken off until Thursday.";
// Of another report.
inline const std::string kOther =
    "The council has put off its vote on the new swimming baths once more, because two members "
    "were ill and a third had left the room.";

}  // namespace backfile
