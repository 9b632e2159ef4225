# What others wrote, as targets with system headers (no warnings from them):
#   imgui           Dear ImGui's core, no demo and no backend; configured by src/ui/imgui_config.h
#   nlohmann_json   header only       doctest   header only
#   utf8proc        NFC, native       CLI11     command lines, header only, native
#   gumbo           HTML, native
#   pugixml         XML, native            sodium    hashes and signatures, native
#   deflate         gzip, native           gd        scaled pictures, native
# Sources: .toolchain/ (see toolchain.sh) and Debian's packages where they are there, else upstream's tags;
# the last four are asked of the system through pkg-config everywhere.
include(FetchContent)
set(unpacked "${CMAKE_SOURCE_DIR}/.toolchain")

# fetched(NAME REPOSITORY TAG): upstream's sources, without running their own CMake files; sets NAME_SOURCE_DIR. NAME in lower case.
function(fetched name repository tag)
  FetchContent_Declare(${name} GIT_REPOSITORY "https://github.com/${repository}.git" GIT_TAG ${tag} GIT_SHALLOW ON SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# header_library(NAME FOLDER [DEFINITIONS…])
function(header_library name folder)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${folder}")
  target_compile_definitions(${name} INTERFACE ${ARGN})
endfunction()

if(EXISTS "${unpacked}/include")
  set(nlohmann_source_SOURCE_DIR "${unpacked}")
  set(doctest_source_SOURCE_DIR "${unpacked}/include")
  set(imgui_source_SOURCE_DIR "${unpacked}/imgui")
else()
  fetched(nlohmann_source nlohmann/json v3.11.3)
  fetched(doctest_source doctest/doctest v2.4.12)
  fetched(imgui_source ocornut/imgui v1.92.2b)
endif()

header_library(nlohmann_json "${nlohmann_source_SOURCE_DIR}/include")
header_library(doctest "${doctest_source_SOURCE_DIR}")
if(EMSCRIPTEN)
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()

set(imgui "${imgui_source_SOURCE_DIR}")
add_library(imgui STATIC "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp")
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_sources(imgui PRIVATE src/ui/imgui_absent.cpp)
else()
  target_sources(imgui PRIVATE "${imgui}/imgui_tables.cpp" "${imgui}/imgui_widgets.cpp")
endif()
target_include_directories(imgui SYSTEM PUBLIC "${imgui}")
target_include_directories(imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")
target_compile_options(imgui PRIVATE -w)
bantin_optimise(imgui)

if(NOT EMSCRIPTEN)
  find_package(PkgConfig)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(utf8proc_system IMPORTED_TARGET libutf8proc)
  endif()
  if(utf8proc_system_FOUND)
    add_library(utf8proc ALIAS PkgConfig::utf8proc_system)
  else()
    enable_language(C)
    fetched(utf8proc_source JuliaStrings/utf8proc v2.9.0)
    add_library(utf8proc STATIC "${utf8proc_source_SOURCE_DIR}/utf8proc.c")
    target_include_directories(utf8proc SYSTEM PUBLIC "${utf8proc_source_SOURCE_DIR}")
    target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
  endif()

  if(PKG_CONFIG_FOUND)
    pkg_check_modules(gumbo_system IMPORTED_TARGET gumbo)
  endif()
  if(gumbo_system_FOUND)
    add_library(gumbo ALIAS PkgConfig::gumbo_system)
  else()
    enable_language(C)
    fetched(gumbo_source google/gumbo-parser v0.10.1)
    file(GLOB gumbo_sources "${gumbo_source_SOURCE_DIR}/src/*.c")
    add_library(gumbo STATIC ${gumbo_sources})
    target_include_directories(gumbo SYSTEM PUBLIC "${gumbo_source_SOURCE_DIR}/src")
  endif()

  find_path(CLI11_INCLUDE CLI/CLI.hpp)
  if(NOT CLI11_INCLUDE)
    fetched(cli11_source CLIUtils/CLI11 v2.4.2)
    set(CLI11_INCLUDE "${cli11_source_SOURCE_DIR}/include")
  endif()
  header_library(CLI11 "${CLI11_INCLUDE}")

  # system_library(NAME PKG_CONFIG_NAME)
  function(system_library name module)
    if(NOT PKG_CONFIG_FOUND)
      message(FATAL_ERROR "pkg-config is needed to find ${module}")
    endif()
    pkg_check_modules(${name}_system REQUIRED IMPORTED_TARGET GLOBAL ${module})
    add_library(${name} ALIAS PkgConfig::${name}_system)
  endfunction()

  system_library(pugixml pugixml)
  system_library(sodium libsodium)
  system_library(deflate libdeflate)
  system_library(gd gdlib)
endif()
