// Dear ImGui's build options for this project: no demo, no debug tools, no default font, no files.
// IMGUI_ENABLE_FREETYPE only leaves stb_truetype out: the loader it asks for is ours (ui/fonts.cpp), which
// takes its glyphs from the host.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_ENABLE_FREETYPE
#ifdef NDEBUG
#define IM_ASSERT(EXPR) ((void)0)
#endif
