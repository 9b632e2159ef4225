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

/// How a part of a text is set apart. The spans of a text are in order and do not overlap.
struct Span {
  uint32_t begin = 0, end = 0;  ///< bytes of the text
  bool bold = false, italic = false;
  std::string link;  ///< address; empty: none

  bool operator==(const Span&) const = default;
};

enum class BlockKind : uint8_t {
  paragraph,
  heading,  ///< level: 2 to 6
  bullet,   ///< item of a list; level: its depth, from 1
  number,   ///< the same; index: its number
  quote,
  picture,  ///< text: the caption; index: in Article::pictures
  table,    ///< text: the caption; index: in Article::tables
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  std::vector<Span> spans = {};
  uint8_t level = 0;
  uint32_t index = 0;

  bool operator==(const Block&) const = default;
};

struct Picture {
  std::string source, alt;         ///< the address may be relative to the feed's own
  uint32_t width = 0, height = 0;  ///< pixels; 0: unknown
  std::string srcset = {};         ///< the same in several widths (feed/srcset.h); may be empty

  bool operator==(const Picture&) const = default;
};

struct Cell {
  std::string text;
  std::vector<Span> spans = {};
  bool heads = false;  ///< a header cell
  uint8_t columns = 1;

  bool operator==(const Cell&) const = default;
};

struct Table {
  std::vector<std::vector<Cell>> rows;

  bool operator==(const Table&) const = default;
};

/// A file that goes with an article.
struct Attachment {
  std::string url, title, type;  ///< type: MIME
  uint64_t bytes = 0;            ///< 0: unknown

  bool operator==(const Attachment&) const = default;
};

/// How much of an article is there. Those of a bundle come when they are looked at.
enum class Extent : uint8_t {
  whole,
  headline,  ///< everything but body, pictures, tables, attachments and related
  none,      ///< its department only
};

struct Article {
  std::string id, title;
  std::string lead;  ///< sapô
  std::string url;
  std::vector<Block> body;
  std::vector<Picture> pictures;
  std::vector<Table> tables;
  std::vector<Attachment> attachments;
  Moment published;
  uint16_t department = 0;  ///< index in Feed::departments
  Extent extent = Extent::whole;
  bool has_failed = false;  ///< what is missing could not be loaded
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
