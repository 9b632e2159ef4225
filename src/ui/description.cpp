#include "ui/description.h"

namespace bantin {

namespace {

constexpr uint32_t kItalicFace = 8;

enum LineFlag : uint32_t { kSpaceAfter = 1, kEllipsis = 2 };

NodeLine node_line(const Line& line, uint32_t text) {
  const uint32_t flags = (line.space_after ? kSpaceAfter : 0u) | (line.ellipsis ? kEllipsis : 0u);
  return {text + line.begin, text + line.end, line.width, flags};
}

}  // namespace

void Description::clear() {
  nodes_.clear();
  lines_.clear();
  spans_.clear();
  pool_.clear();
  fragments_.clear();
  open_.clear();
}

void Description::open(const NodeDraft& draft) {
  add(draft);
  open_.push_back(static_cast<int32_t>(nodes_.size()) - 1);
}

void Description::close() { open_.pop_back(); }

void Description::add(const NodeDraft& draft) {
  Node node;
  node.kind = static_cast<uint32_t>(draft.kind);
  node.flags = draft.flags;
  node.key = draft.key;
  node.parent = open_.empty() ? -1 : open_.back();
  node.x = draft.x;
  node.y = draft.y;
  node.width = draft.width;
  node.height = draft.height;
  node.text = keep(draft.text);
  node.text_size = static_cast<uint32_t>(draft.text.size());
  node.label = keep(draft.label);
  node.label_size = static_cast<uint32_t>(draft.label.size());
  node.first_line = static_cast<uint32_t>(lines_.size());
  if (draft.lines) {
    for (const Line& line : *draft.lines) lines_.push_back(node_line(line, node.text));
  }
  node.line_count = static_cast<uint32_t>(lines_.size()) - node.first_line;
  node.first_span = static_cast<uint32_t>(spans_.size());
  for (const Span& span : draft.spans) add_span(span, node.text);
  node.span_count = static_cast<uint32_t>(spans_.size()) - node.first_span;
  node.face = static_cast<uint32_t>(draft.style.face) | (draft.style.italic ? kItalicFace : 0);
  node.weight = draft.style.weight;
  node.size = draft.style.size;
  node.line_height = draft.style.line_height;
  node.ink = draft.ink;
  node.ground = draft.ground;
  node.inset = draft.inset;
  node.position = draft.position;
  node.set_size = draft.set_size;
  node.extent = draft.extent;
  node.scroll_to = draft.scroll_to;
  node.scroll_serial = draft.scroll_serial;
  node.action = static_cast<uint32_t>(draft.action.kind);
  node.argument = draft.action.argument;
  nodes_.push_back(node);
}

void Description::attach(uint32_t version, const Description& content) {
  Node& node = nodes_[static_cast<size_t>(open_.back())];
  node.flags |= kOwnChildren;
  fragments_.push_back({node.key, version, &content});
}

Action Description::action_of(uint32_t key) const {
  if (const Node* node = find(key)) return {static_cast<ActionKind>(node->action), node->argument};
  for (const Fragment& fragment : fragments_) {
    const Action action = fragment.content->action_of(key);
    if (action.kind != ActionKind::none) return action;
  }
  return {};
}

const Node* Description::find(uint32_t key) const {
  for (const Node& node : nodes_) {
    if (node.key == key) return &node;
  }
  return nullptr;
}

void Description::add_span(const Span& span, uint32_t text) {
  const uint32_t flags = (span.bold ? 1u : 0u) | (span.italic ? 2u : 0u);
  const auto link_size = static_cast<uint32_t>(span.link.size());
  spans_.push_back({text + span.begin, text + span.end, flags, keep(span.link), link_size});
}

uint32_t Description::keep(std::string_view text) {
  const auto at = static_cast<uint32_t>(pool_.size());
  pool_.append(text);
  return at;
}

}  // namespace bantin
