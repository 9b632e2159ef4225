// A face in which every character is half its size wide: line breaks can be worked out on paper.
#pragma once

#include "reader/measure.h"

namespace bantin {

class FixedMeasure : public Measure {
 public:
  float advance(const TextStyle& style, std::string_view) override { return static_cast<float>(style.size) / 2; }
};

}  // namespace bantin
