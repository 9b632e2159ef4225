// Stands in for imgui_widgets.cpp and imgui_tables.cpp in the engine, where every byte counts: this interface has
// widgets of its own and takes from Dear ImGui its windows, its pointer and its drawing (imgui.cpp, imgui_draw.cpp).
// These are the functions that those two files call all the same, for windows with title bars, scrollbars, menus, tabs
// or tables; none is ever opened here. Use: compiled into the target `imgui` (cmake/third_party.cmake) by the web
// release only, whose link-time optimisation leaves out what even these do not reach. Whoever begins to use one of
// Dear ImGui's widgets gets a linker error, or has to remove its line here.
#include <cstring>

#include "imgui_internal.h"

bool ImGui::ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
bool ImGui::CollapseButton(ImGuiID, const ImVec2&) { return false; }
bool ImGui::Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
void ImGui::EndColumns() {}
void ImGui::EndMenuBar() {}
ImGuiMultiSelectIO* ImGui::EndMultiSelect() { return nullptr; }
void ImGui::EndTabBar() {}
void ImGui::EndTable() {}
void ImGui::InputTextDeactivateHook(ImGuiID) {}
void ImGui::Scrollbar(ImGuiAxis) {}
void ImGui::SeparatorText(const char*) {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TableSettingsAddSettingsHandler() {}
void ImGui::TextV(const char*, va_list) {}
void ImGui::TreePop() {}

void ImGuiMenuColumns::Update(float, bool) {}

// A part of every context, which expects it to be zero.
ImGuiInputTextState::ImGuiInputTextState() { std::memset(static_cast<void*>(this), 0, sizeof *this); }
