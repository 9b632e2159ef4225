# How everything is compiled (this folder's options reach third-party sources, too) and `bantin_warnings`, which our own code links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(bantin_warnings INTERFACE)
if(NOT BANTIN_FUZZERS)  # their clang warns of other things than the compilers of all other presets
  target_compile_options(bantin_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
endif()

if(BANTIN_SANITIZE)
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitize})
  add_link_options(${sanitize})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(BANTIN_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Lines and functions are what the sanitizers print; all of -g makes the build a third longer.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
if(EMSCRIPTEN)
  # Its -g1 is about white space in JavaScript.
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
  # The level of optimisation is a matter of each target: bantin_optimise().
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  add_compile_options(-fno-exceptions -fno-rtti)
  add_link_options(-fno-exceptions -fno-rtti)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-flto)
    # What is to be fast has been inlined within its file by then; across files inlining only adds bytes.
    add_link_options(-flto -Oz -Wl,-mllvm,-inline-threshold=0)
  else()
    add_link_options(-O1 -g -sASSERTIONS)
  endif()
endif()

# bantin_optimise(TARGET [sources…]): in the web release, size first (-Oz), but speed (-O3) for the sources named: loops over all of
# a feed's text or all of its articles.
function(bantin_optimise target)
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -Oz)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -O3)
  endif()
endfunction()
