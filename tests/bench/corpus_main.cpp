// bantin_corpus COUNT [--seed N] [--edit K] [--add K] > feed.json        (corpus.h says what it writes)
// Exit codes: 0 done, 2 wrong usage, 3 the output could not be written.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "corpus.h"

namespace {

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size();
}

bool read_arguments(int count, char** arguments, bantin::bench::CorpusOptions& options) {
  if (count < 2 || count % 2 != 0 || !read_number(arguments[1], options.articles)) return false;
  for (int i = 2; i < count; i += 2) {
    const std::string_view name = arguments[i], value = arguments[i + 1];
    const bool is_known = (name == "--seed" && read_number(value, options.seed)) ||
                          (name == "--edit" && read_number(value, options.edited)) ||
                          (name == "--add" && read_number(value, options.added));
    if (!is_known) return false;
  }
  return options.edited <= options.articles;
}

}  // namespace

int main(int count, char** arguments) {
  bantin::bench::CorpusOptions options;
  if (!read_arguments(count, arguments, options)) {
    std::fputs("usage: bantin_corpus COUNT [--seed N] [--edit K] [--add K]\n", stderr);
    return 2;
  }
  bantin::bench::write_corpus(options, [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); });
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
  std::perror("bantin_corpus");
  return 3;
}
