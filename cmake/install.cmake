# What `cmake --install` puts beside programs and library: manual pages, completion, documents,
# and the scripts by which other languages search. In components, which package.cmake gathers:
# programs, library and development are for everyone; debian is for packages alone, and tree
# for all but these, where the two keep something in different folders.
include(GNUInstallDirs)

string(TIMESTAMP today "%Y-%m-%d" UTC)
set(make_page ${PROJECT_SOURCE_DIR}/docs/man/make-page)
foreach(program backfile-index backfile-search)
  set(parts ${PROJECT_SOURCE_DIR}/docs/man/${program}.man)
  set(page ${PROJECT_BINARY_DIR}/man/${program}.1)
  add_custom_command(OUTPUT ${page}.gz
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/man
    COMMAND ${make_page} $<TARGET_FILE:${program}> ${parts} ${today} > ${page}
    COMMAND gzip -9nf ${page}
    DEPENDS ${program} ${make_page} ${parts}
    VERBATIM)
  list(APPEND pages ${page}.gz)
  install(FILES ${PROJECT_SOURCE_DIR}/scripts/completion/backfile.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program}
    COMPONENT programs)
endforeach()
add_custom_target(manual-pages ALL DEPENDS ${pages})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT programs)

set(zsh_completion ${PROJECT_SOURCE_DIR}/scripts/completion/_backfile)
install(FILES ${zsh_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
  COMPONENT tree)
install(FILES ${zsh_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
  COMPONENT debian EXCLUDE_FROM_ALL)

set(python ${PROJECT_SOURCE_DIR}/scripts/python/backfile.py)
install(FILES ${python} DESTINATION ${CMAKE_INSTALL_DATADIR}/backfile/python
  COMPONENT tree)
install(FILES ${python} DESTINATION lib/python3/dist-packages
  COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${PROJECT_SOURCE_DIR}/scripts/node/backfile.mjs
  DESTINATION ${CMAKE_INSTALL_DATADIR}/backfile/node COMPONENT programs)

set(document_folder ${CMAKE_INSTALL_DATADIR}/doc/backfile)
install(FILES README.md cmake/debian/copyright DESTINATION ${document_folder} COMPONENT programs)
install(FILES CHANGELOG.md DESTINATION ${document_folder} COMPONENT tree)
install(DIRECTORY docs/ DESTINATION ${document_folder} COMPONENT programs
  FILES_MATCHING PATTERN *.md PATTERN man EXCLUDE)
install(DIRECTORY scripts/examples DESTINATION ${document_folder} COMPONENT programs
  USE_SOURCE_PERMISSIONS)
