# The house: src/ is a stack of floors, one folder and one library each. A file includes only from its own floor and from those that
# its target NEEDS, all of them lower; cmake/check_floors.py holds the files to what is said here.

# Lowest first.
set(BANTIN_FLOORS text feed catalog bundle import reader ui app web cli)
if(EMSCRIPTEN)
  set(BANTIN_FLOORS_ELSEWHERE bundle import cli)
else()
  set(BANTIN_FLOORS_ELSEWHERE web)
endif()

# bantin_floor(<name> SOURCES a.cpp… [NEEDS <lower floors>…] [LIBRARIES <targets>…] [SPEED a.cpp…])
# Makes the static library bantin_<name>. SPEED: the sources compiled for speed in the web release, where size comes first otherwise.
# Without SOURCES (headers only) it is an interface library.
function(bantin_floor name)
  cmake_parse_arguments(PARSE_ARGV 1 FLOOR "" "" "SOURCES;NEEDS;LIBRARIES;SPEED")
  if(FLOOR_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "bantin_floor(${name}): unknown ${FLOOR_UNPARSED_ARGUMENTS}")
  endif()
  bantin_check_needs(${name} ${FLOOR_NEEDS})

  set(target bantin_${name})
  list(TRANSFORM FLOOR_NEEDS PREPEND bantin_)
  if(NOT FLOOR_SOURCES)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${CMAKE_SOURCE_DIR}/src")
    target_link_libraries(${target} INTERFACE ${FLOOR_NEEDS} ${FLOOR_LIBRARIES})
    return()
  endif()
  add_library(${target} STATIC ${FLOOR_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(${target} PUBLIC ${FLOOR_NEEDS} ${FLOOR_LIBRARIES} PRIVATE bantin_warnings)
  bantin_optimise(${target} ${FLOOR_SPEED})
endfunction()

# bantin_program(<name> FLOOR <floor> SOURCES a.cpp… [NEEDS <lower floors>…] [LIBRARIES <targets>…])
# The same for an executable, which is the top of a floor (the command, the web engine).
function(bantin_program name)
  cmake_parse_arguments(PARSE_ARGV 1 PROGRAM "" "FLOOR" "SOURCES;NEEDS;LIBRARIES")
  bantin_check_needs(${PROGRAM_FLOOR} ${PROGRAM_NEEDS})
  list(TRANSFORM PROGRAM_NEEDS PREPEND bantin_)
  add_executable(${name} ${PROGRAM_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(${name} PRIVATE ${PROGRAM_NEEDS} ${PROGRAM_LIBRARIES} bantin_warnings)
  bantin_optimise(${name})
endfunction()

function(bantin_check_needs floor)
  list(FIND BANTIN_FLOORS ${floor} height)
  if(height LESS 0)
    message(FATAL_ERROR "${floor} is no floor; there are: ${BANTIN_FLOORS}")
  endif()
  list(SUBLIST BANTIN_FLOORS 0 ${height} lower)
  foreach(need IN LISTS ARGN)
    if(NOT need IN_LIST lower)
      message(FATAL_ERROR "${floor} cannot need ${need}, which is not below it")
    endif()
  endforeach()
endfunction()
