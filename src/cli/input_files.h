// Inputs as they are named on the command line → files to read.
#pragma once

#include <string>
#include <vector>

namespace bantin {

/// A folder stands for the files in it and in its folders that can be imported (.txt .html .htm .xml .json .rss
/// .atom), in the order of their names, but not for `output`. Whatever is no folder is left as it is.
struct InputFiles {
  std::vector<std::string> files;
  std::vector<std::string> empty_folders;  ///< without any such file
};

InputFiles input_files(const std::vector<std::string>& inputs, const std::string& output);

}  // namespace bantin
