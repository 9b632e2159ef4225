// What is read: a feed of articles of departments. Plain values; texts are UTF-8 in NFC, trimmed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feed/day.h"

namespace bantin {

struct Department {
  std::string id;          ///< a slug: folded lower-case letters, digits, hyphens
  std::string name;        ///< "Sở Thông tin và Truyền thông"
  std::string short_name;  ///< "Sở TT&TT"; may be empty

  bool operator==(const Department&) const = default;
};

enum class BlockKind : uint8_t { paragraph };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;

  bool operator==(const Block&) const = default;
};

struct Article {
  std::string id, title;
  std::string lead;  ///< sapô
  std::string url;
  std::vector<Block> body;
  Moment published;
  uint16_t department = 0;  ///< index in Feed::departments
  std::string document_number;
  std::vector<std::string> related;   ///< ids
  std::vector<std::string> inferred;  ///< names of the fields an import found out by itself
};

struct Feed {
  std::string title, language, home_page_url;
  std::vector<Department> departments;
  std::vector<Article> articles;
};

}  // namespace bantin
