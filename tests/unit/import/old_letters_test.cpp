#include <doctest/doctest.h>

#include <string>

#include "import/tcvn3.h"
#include "import/vni.h"
#include "import/western_bytes.h"
#include "import/windows_bytes.h"
#include "text/utf8.h"

using namespace bantin;

namespace {

constexpr std::string_view kSmall =
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ù "
    "ủ ũ ú ụ "
    "ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ";
constexpr std::string_view kCapital =
    "A À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ Đ E È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ I Ì Ỉ Ĩ Í Ị O Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ U Ù "
    "Ủ Ũ Ú Ụ "
    "Ư Ừ Ử Ữ Ứ Ự Y Ỳ Ỷ Ỹ Ý Ỵ";

}  // namespace

TEST_CASE("VNI has all letters in both cases") {
  CHECK(vni_to_utf8(western("a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ e eø eû eõ eù eï eâ eà eå eã eá eä "
                            "i ì æ ó í ò o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï "
                            "ö öø öû öõ öù öï y yø yû yõ yù î")) == kSmall);
  CHECK(vni_to_utf8(western("A AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ Ñ E EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ "
                            "I Ì Æ Ó Í Ò O OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ U UØ UÛ UÕ UÙ UÏ "
                            "Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ Y YØ YÛ YÕ YÙ Î")) == kCapital);
}

TEST_CASE("VNI leaves what is no letter of it") {
  CHECK(vni_to_utf8(western("“é” – ß bø")) == "“é” – ß bø");
  CHECK(vni_to_utf8("a") == "a");
}

TEST_CASE("TCVN3 has all small letters, and capitals without tones") {
  CHECK(tcvn3_to_utf8(
            western("a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë ® e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ o ß á â ã ä « å æ ç è é "
                    "¬ ê ë ì í î u ï ñ ò ó ô \xC2\xAD õ ö ÷ ø ù y ú û ü ý þ")) == kSmall);
  CHECK(tcvn3_to_utf8(western("¡¢£¤¥¦§")) == "ĂÂÊÔƠƯĐ");
}

TEST_CASE("TCVN3's marks join the vowel before them and are Western signs elsewhere") {
  CHECK(tcvn3_to_utf8("A\xB0 \xA2\xB3 O\xB4") == "À Ấ Ọ");
  CHECK(tcvn3_to_utf8("25\xB0"
                      "C \xB1") == "25°C ±");
}

TEST_CASE("Windows-1258's marks join the vowel before them") {
  CHECK(windows1258_to_utf8("\xEA\xEC \xF4\xF2 a\xDE U\xCC \xF5\xD2 \xD0\xFD\xF5\xCC"
                            "ng") == "ế ộ ã Ù ở Đường");
  CHECK(windows1258_to_utf8("\x93\xC3n\x94 \xFE") == "“Ăn” ₫");
}
