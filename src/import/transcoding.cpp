#include "import/transcoding.h"

#include "import/tcvn3.h"
#include "import/utf16.h"
#include "import/vni.h"
#include "import/windows_bytes.h"
#include "text/utf8.h"

namespace bantin {

std::string transcoded(std::string_view bytes, Encoding from, size_t* replaced) {
  if (replaced) *replaced = 0;
  switch (from) {
    case Encoding::utf16le: return utf16_to_utf8(bytes, ByteOrder::little, replaced);
    case Encoding::utf16be: return utf16_to_utf8(bytes, ByteOrder::big, replaced);
    case Encoding::windows1258: return windows1258_to_utf8(bytes, replaced);
    case Encoding::tcvn3: return tcvn3_to_utf8(bytes);
    case Encoding::vni: return vni_to_utf8(bytes);
    case Encoding::utf8:
    case Encoding::count_: break;
  }
  return repaired(bytes, replaced);
}

}  // namespace bantin
