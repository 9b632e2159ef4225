// What the interface says of itself: the page layer is made from it. Widgets add a node as they draw; the host's
// layer turns nodes into real elements (web/layer.js), and a click on an element comes back as its node's key.
// Use:     Scope list(description, {.kind = NodeKind::list, .key = key_of("list"), …}); description.add({…});
// Units:   CSS pixels relative to the containing node's content box; texts are offsets into one UTF-8 pool.
// Life:    made anew each frame, compared with the last one, handed over only when it differs. What is large and
//          seldom changes (the open article) is a fragment: a description of its own, referred to by version.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reader/action.h"
#include "reader/paragraph.h"
#include "reader/text_style.h"

namespace bantin {

/// What a node is. web/layer.js has the same list in the same order.
enum class NodeKind : uint8_t {
  group,    ///< label: accessible name, if it is to be a landmark
  heading,  ///< level: 1 to 6
  paragraph,
  button,
  link,    ///< label: address, may be empty
  search,  ///< text: value, label: name and placeholder
  field,   ///< the same for other input
  toggle,  ///< a button that is on or off
  scroller,
  list,
  item,     ///< position, size: place in the whole list; label: as of an article
  article,  ///< children flow one under the other, as text does; label: its language, where that is another one
  status,   ///< announced when it changes
  label,    ///< a line inside a control
  numbers,  ///< a numbered list
  entry,    ///< of a list within an article; label: its marker, position: its number
  quote,
  figure,
  picture,  ///< text: address, label: what it shows
  caption,
  frame,  ///< scrolls sideways
  table,
  row,
  cell,         ///< position: columns it spans; inset and y: padding of its text
  header_cell,  ///< the same
  slider,       ///< text: value, label: name and value in words, position and set_size: least and greatest value
  drag_area,    ///< pointer drags are reported as they go; label: a timeline's bars (TimelineView::picture)
  dialog,       ///< floats above the rest
};

enum NodeFlag : uint32_t {
  kOn = 1,            ///< a toggle that is on, a button whose panel is open, a dialog that covers the rest
  kExpandable = 2,    ///< a button that opens a panel
  kInvalid = 4,       ///< a field with something wrong in it
  kCurrent = 8,       ///< the row of the open article
  kOwnChildren = 16,  ///< children are a fragment's
  kNumeric = 32,      ///< a field for digits
  kFocusable = 64,    ///< may be focused by the program, not by tabbing
  kFlow = 128,        ///< children follow each other as text does, and are placed relative to each other
  kArrows = 256,      ///< arrow keys move the focus among the controls inside
  kRadio = 512,       ///< a toggle of which one of its group is on
  kMuted = 1024,      ///< a control that can do nothing now
  kNewTab = 2048,     ///< a link that leaves the page
  kInert = 4096,      ///< covered by a dialog: neither focus nor pointer get inside
  kUnseen = 8192,     ///< words for those who listen; position: the icon that says it to those who look
  kFramed = 16384,    ///< a button with a hairline around it
};

/// One element. The layout is read by web/bridge.js as 32-bit words, in this order.
struct Node {
  uint32_t kind = 0, flags = 0, key = 0;
  int32_t parent = -1;
  float x = 0, y = 0, width = 0, height = 0;
  uint32_t text = 0, text_size = 0, label = 0, label_size = 0;
  uint32_t first_line = 0, line_count = 0;
  uint32_t first_span = 0, span_count = 0;
  uint32_t face = 0, weight = 0, size = 0, line_height = 0;  ///< face: 8 added for italic
  uint32_t ink = 0;                    ///< colour of text, 0xAABBGGRR, for when the layer itself is shown
  uint32_t ground = 0;                 ///< colour behind, likewise, or of a dot before it; 0: none
  float inset = 0;                     ///< of the text from the left edge
  int32_t position = 0, set_size = 0;  ///< of an item; position also: a heading's level, an icon button's icon
  float extent = 0;                    ///< height of a scroller's content
  float scroll_to = 0;                 ///< where a scroller is to be put when scroll_serial changes
  uint32_t scroll_serial = 0;
  uint32_t action = 0, argument = 0;

  bool operator==(const Node&) const = default;
};

static_assert(sizeof(Node) == 30 * 4, "web/bridge.js reads 30 words a node");

/// Line of a node's text; begin and end count from the start of the pool.
struct NodeLine {
  uint32_t begin = 0, end = 0;
  float width = 0;
  uint32_t flags = 0;  ///< 1: a space follows, 2: an ellipsis follows

  bool operator==(const NodeLine&) const = default;
};

/// Part of a node's text that is bold, italic or a link; in the pool like a line.
struct NodeSpan {
  uint32_t begin = 0, end = 0;
  uint32_t flags = 0;  ///< 1: bold, 2: italic
  uint32_t link = 0, link_size = 0;

  bool operator==(const NodeSpan&) const = default;
};

/// What a widget says of itself, in C++ terms.
struct NodeDraft {
  NodeKind kind = NodeKind::group;
  uint32_t key = 0;
  uint32_t flags = 0;
  float x = 0, y = 0, width = 0, height = 0;
  std::string_view text = {}, label = {};
  const std::vector<Line>* lines = nullptr;
  std::span<const Span> spans = {};
  TextStyle style = {};
  uint32_t ink = 0, ground = 0;
  float inset = 0;
  int position = 0, set_size = 0;
  float extent = 0, scroll_to = 0;
  uint32_t scroll_serial = 0;
  Action action = {};
};

class Description {
 public:
  struct Fragment {
    uint32_t key = 0;  ///< of the node whose children these are
    uint32_t version = 0;
    const Description* content = nullptr;

    bool operator==(const Fragment& other) const { return key == other.key && version == other.version; }
  };

  void clear();
  void open(const NodeDraft& draft);
  void close();
  void add(const NodeDraft& draft);
  /// The children of the node now open are `content`'s. Whoever owns it keeps it alive and counts its versions.
  void attach(uint32_t version, const Description& content);

  /// The action of the node with that key, fragments included; none when there is no such node.
  Action action_of(uint32_t key) const;
  const Node* find(uint32_t key) const;
  std::string_view text_of(const Node& node) const { return view(node.text, node.text_size); }
  std::string_view label_of(const Node& node) const { return view(node.label, node.label_size); }

  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<NodeLine>& lines() const { return lines_; }
  const std::vector<NodeSpan>& spans() const { return spans_; }
  const std::string& pool() const { return pool_; }
  const std::vector<Fragment>& fragments() const { return fragments_; }

  bool operator==(const Description&) const = default;

 private:
  std::string_view view(uint32_t begin, uint32_t size) const { return std::string_view(pool_).substr(begin, size); }
  void add_span(const Span& span, uint32_t text);
  uint32_t keep(std::string_view text);

  std::vector<Node> nodes_;
  std::vector<NodeLine> lines_;
  std::vector<NodeSpan> spans_;
  std::string pool_;
  std::vector<Fragment> fragments_;
  std::vector<int32_t> open_;
};

/// Opens a node for as long as it lives.
class Scope {
 public:
  Scope(Description& description, const NodeDraft& draft) : description_(description) { description_.open(draft); }
  ~Scope() { description_.close(); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Description& description_;
};

/// A node's key from its name and, in lists, a number: FNV-1a, 32 bits.
constexpr uint32_t key_of(std::string_view name, uint32_t index = 0) {
  uint32_t hash = 2166136261u;
  for (char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  for (int byte = 0; byte < 4; ++byte) hash = (hash ^ ((index >> (8 * byte)) & 0xFF)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

}  // namespace bantin
