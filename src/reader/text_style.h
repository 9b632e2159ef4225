// The type scale: which face, weight, size and line height each kind of text has.
// Units: CSS pixels. Pure values; nothing here knows a font engine.
#pragma once

#include <cstdint>

namespace bantin {

/// The families of the interface and of reading, and what the device itself prefers. The host maps them to fonts.
enum class Face : uint8_t { ui, reading, system };

struct TextStyle {
  Face face = Face::ui;
  uint16_t weight = 400;  ///< CSS weight, 100 to 900
  uint8_t size = 15;      ///< font size
  uint8_t line_height = 22;
  bool italic = false;

  bool operator==(const TextStyle&) const = default;
};

inline constexpr TextStyle kMetaText{Face::ui, 400, 13, 18};
inline constexpr TextStyle kInterfaceText{Face::ui, 400, 15, 22};
inline constexpr TextStyle kInterfaceStrong{Face::ui, 600, 15, 22};
inline constexpr TextStyle kRowTitle{Face::ui, 600, 17, 24};
inline constexpr TextStyle kRowLead{Face::ui, 400, 15, 22};
inline constexpr TextStyle kArticleTitle{Face::reading, 700, 32, 42};
inline constexpr TextStyle kArticleTitleMiddle{Face::reading, 700, 26, 34};
inline constexpr TextStyle kArticleLead{Face::reading, 500, 20, 30};
inline constexpr TextStyle kArticleBody{Face::reading, 400, 18, 30};
inline constexpr TextStyle kArticleHeading{Face::reading, 700, 22, 30};
inline constexpr TextStyle kArticleSubheading{Face::reading, 700, 19, 30};
inline constexpr TextStyle kCaptionText{Face::ui, 400, 14, 20};
inline constexpr TextStyle kTableText{Face::ui, 400, 15, 22};

}  // namespace bantin
