// The C++ interface of libbackfile, all of it: see searcher/searcher.h for an example.
// It is bound to the compiler and the version it was built with; backfile.h is not.
#pragma once

#include "common/article.h"
#include "common/date.h"
#include "common/error.h"
#include "common/period.h"
#include "common/schema.h"
#include "searcher/open_options.h"
#include "searcher/request.h"
#include "searcher/result.h"
#include "searcher/searcher.h"
