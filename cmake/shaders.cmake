# bantin_shaders(<target>): checks every shaders/*.{vert,frag} with glslangValidator, where there is one, and gives the target
#   #include "shaders/<name>_<stage>.h"        e.g. shaders/text.vert → "shaders/text_vert.h"
# which defines `inline constexpr char k<Name><Stage>Shader[]` in namespace bantin (kTextVertShader; under_scores become CamelCase),
# the source without comments and indentation.
# Run as a script (cmake -DSHADER=… -DHEADER=… -P shaders.cmake) it writes one such header.
if(CMAKE_SCRIPT_MODE_FILE)
  cmake_path(GET SHADER STEM name)
  cmake_path(GET SHADER EXTENSION LAST_ONLY stage)
  string(REPLACE "." "_" constant "_${name}${stage}")
  while(constant MATCHES "_([a-z0-9])")
    string(TOUPPER "${CMAKE_MATCH_1}" letter)
    string(REPLACE "_${CMAKE_MATCH_1}" "${letter}" constant "${constant}")
  endwhile()

  file(READ "${SHADER}" source)
  string(REGEX REPLACE "//[^\n]*" "" source "${source}")
  string(REGEX REPLACE "[ \t]*\n[ \t\n]*" "\n" source "${source}")
  string(STRIP "${source}" source)
  file(WRITE "${HEADER}" "#pragma once\n\nnamespace bantin {\n\n"
       "inline constexpr char k${constant}Shader[] = R\"glsl(${source}\n)glsl\";\n\n}  // namespace bantin\n")
  return()
endif()

find_program(GLSLANG_VALIDATOR glslangValidator)

function(bantin_shaders target)
  file(GLOB shaders CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/shaders/*.vert" "${CMAKE_SOURCE_DIR}/shaders/*.frag")
  foreach(shader IN LISTS shaders)
    cmake_path(GET shader FILENAME file)
    string(REPLACE "." "_" stem "${file}")
    set(header "${CMAKE_BINARY_DIR}/generated/shaders/${stem}.h")
    set(check "")
    if(GLSLANG_VALIDATOR)
      set(check COMMAND "${GLSLANG_VALIDATOR}" "${shader}")
    endif()
    add_custom_command(
      OUTPUT "${header}" ${check}
      COMMAND "${CMAKE_COMMAND}" -DSHADER=${shader} -DHEADER=${header} -P "${CMAKE_SOURCE_DIR}/cmake/shaders.cmake"
      DEPENDS "${shader}" "${CMAKE_SOURCE_DIR}/cmake/shaders.cmake"
      COMMENT "shader ${file}" VERBATIM)
    target_sources(${target} PRIVATE "${header}")
  endforeach()
  target_include_directories(${target} PRIVATE "${CMAKE_BINARY_DIR}/generated")
endfunction()
