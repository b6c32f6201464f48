# cpack: two Debian packages, backfile (programs and library) and backfile-dev.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME backfile)
set(CPACK_PACKAGE_CONTACT "Backfile maintainers <maintainers@users.noreply.r-seed-f483ef6b.example>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each has its own, as the first line

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL programs library debian development debian-development)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME backfile)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION text)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/triggers)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS "jq, python3, nodejs, xapian-tools")
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "full-text search engine for news archives
backfile-index reads news dumps of every common format, strips what is not
the article, stems each in its own language and writes an archive.
backfile-search answers ranked, faceted, exact queries from a terminal, a
script or a pipe; libbackfile does so within a program.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME backfile-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "backfile (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "searching news archives from C and C++
Headers of libbackfile, the searching part of Backfile, with what pkg-config
and CMake need to find it.")

string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(debian ${PROJECT_BINARY_DIR}/debian)
configure_file(cmake/debian/changelog.in ${debian}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${debian}/changelog COPYONLY)
execute_process(COMMAND gzip -9nf ${debian}/changelog.Debian ${debian}/changelog
  COMMAND_ERROR_IS_FATAL ANY)
file(CREATE_LINK backfile ${debian}/backfile-dev SYMBOLIC)
install(FILES ${debian}/changelog.Debian.gz ${debian}/changelog.gz DESTINATION share/doc/backfile
  COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${debian}/backfile-dev DESTINATION share/doc
  COMPONENT debian-development EXCLUDE_FROM_ALL)

include(CPack)
cpack_add_component_group(runtime)
cpack_add_component(programs GROUP runtime)
cpack_add_component(library GROUP runtime)
cpack_add_component(debian GROUP runtime)
cpack_add_component(development GROUP development)
cpack_add_component(debian-development GROUP development)
