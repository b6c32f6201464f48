// What the elements of HTML are, by name (in lower case).
#pragma once

#include <string_view>

namespace backfile {

// Elements without content: <br>, <meta>, <img>, ...
bool is_void(std::string_view name);
// Whose content is text and no tags, whatever it looks like: <script>, <title>, ...
bool holds_no_tags(std::string_view name);
// What is of no use to anybody here, the tag itself at least: <script>, <img>, <head>, ...
bool is_left_out_tag(std::string_view name);
// Elements whose text is none of the page's: <title>, <svg>, <select>, ...
bool is_unread(std::string_view name);
// Elements that stand on lines of their own.
bool is_block(std::string_view name);

}  // namespace backfile
