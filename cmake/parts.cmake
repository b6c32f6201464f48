# The libraries that Backfile stands on, each as one imported target. Small
# ones are linked statically: a search from a terminal is mostly the start of
# the program, and every shared library costs it.

find_package(PkgConfig REQUIRED)
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)

set(Boost_USE_STATIC_LIBS ON)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(LibArchive REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
find_package(doctest REQUIRED)
find_package(fmt REQUIRED)
find_package(mimalloc REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)

# Parts without a CMake or pkg-config file of their own.
function(find_part target header)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY NAMES ${ARGN} REQUIRED)
  add_library(part::${target} UNKNOWN IMPORTED)
  set_target_properties(part::${target} PROPERTIES
    IMPORTED_LOCATION ${${target}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${${target}_INCLUDE})
endfunction()
find_part(stemmer libstemmer.h libstemmer.a stemmer)
find_part(cld2 cld2/public/compact_lang_det.h cld2)
