# CMake toolchain file of the web presets: the em++ unpacked by cmake/toolchain.sh, else the one on PATH (an active emsdk).
find_program(BANTIN_EMXX em++ HINTS "${CMAKE_CURRENT_LIST_DIR}/../.toolchain/bin" NO_CMAKE_FIND_ROOT_PATH)
if(NOT BANTIN_EMXX)
  message(FATAL_ERROR "No em++ found: run cmake/toolchain.sh (Debian) or activate an emsdk")
endif()
cmake_path(GET BANTIN_EMXX PARENT_PATH emscripten_bin)

if(NOT EMSCRIPTEN_ROOT_PATH)
  execute_process(COMMAND "${emscripten_bin}/em-config" EMSCRIPTEN_ROOT OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
