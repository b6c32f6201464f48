// Which article it is, and whether it changed.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace backfile {

// The identity of an article whose dump gives none: its URL, else 32 hexadecimal digits that hash
// source, title, date and body.
std::string make_id(const Article& article);

// 8 bytes that hash the stored form: equal when nothing of the article changed, and but for one
// time in 2^64 only then.
std::string content_digest(std::string_view stored);

}  // namespace backfile
