#include "cli/sentence_table.h"

namespace bantin {

namespace {

struct Entry {
  std::string_view vi, en;  // {} is the subject
};

// In the order of Say.
constexpr Entry kTable[] = {
    {"Tạo và kiểm tra tệp bản tin cho trình đọc Bản Tin.", "Makes and checks feeds for the reader Bản Tin."},
    {"Đưa các bài viết vào một tệp bản tin", "Makes one feed of texts, web pages and other feeds"},
    {"Nêu từng lỗi của tệp bản tin, chỗ có lỗi và cách sửa", "Names every problem of a feed, its place and remedy"},
    {"Tạo một trang HTML duy nhất gồm trình đọc và các bài", "Makes one HTML file of the reader and a feed's articles"},
    {"In hướng dẫn này", "Print this help"},
    {"In số phiên bản", "Print the version"},
    {"Ngôn ngữ của thông báo: vi hoặc en (bỏ trống: theo hệ thống)",
     "Language of messages: vi or en (left out: the system's)"},
    {"Loại tệp nhập: text, html, rss, atom, wordpress hoặc json (bỏ trống: tự nhận biết)",
     "Kind of the inputs: text, html, rss, atom, wordpress or json (left out: found out)"},
    {"Bảng mã của tệp nhập: utf-8, utf-16, windows-1258, tcvn3 hoặc vni (bỏ trống: tự nhận biết)",
     "Encoding of the inputs: utf-8, utf-16, windows-1258, tcvn3 or vni (left out: found out)"},
    {"Tiêu đề của bài (chỉ khi nhập một bài)", "Title of the article (with one article only)"},
    {"Đơn vị của các bài: mã (so-tttt) hoặc tên", "Department of the articles: its id (so-tttt) or name"},
    {"Ngày của các bài: 2022-01-13 hoặc 13/01/2022", "Day of the articles: 2022-01-13 or 13/01/2022"},
    {"Tệp JSON kê các đơn vị: mã, tên, tên tắt, tên gọi khác",
     "A JSON file of departments: ids, names, short names, aliases"},
    {"Tệp bản tin sẽ được ghi", "The feed to write"},
    {"Các tệp bài viết, hoặc thư mục chứa chúng", "The inputs to read, or folders of them"},
    {"text cho người đọc, json cho chương trình", "text for people, json for programs"},
    {"Các tệp bản tin", "The feeds to read"},
    {"Tệp bản tin", "The feed to read"},
    {"Trang HTML sẽ được ghi", "The page to write"},
    {"Trang reader.html có sẵn dùng làm khuôn (bỏ trống: tệp ở cạnh chương trình)",
     "The reader.html that is the mould (left out: the one beside the command)"},
    {"Gói cả các hình nằm cạnh tệp bản tin vào trang", "Take the pictures beside the feed into the page"},
    {"Thiếu {}.", "{} is missing."},
    {"Hãy nêu một lệnh.", "Name a command."},
    {"Không hiểu «{}».", "“{}” is not understood."},
    {"Giá trị của {} không dùng được.", "The value of {} cannot be used."},
    {"Không nhập được loại «{}»; có thể chọn: text, html, rss, atom, wordpress, json.",
     "The kind “{}” cannot be imported; there are: text, html, rss, atom, wordpress, json."},
    {"Không biết bảng mã «{}»; có thể chọn: utf-8, utf-16, windows-1258, tcvn3, vni.",
     "The encoding “{}” is not known; there are: utf-8, utf-16, windows-1258, tcvn3, vni."},
    {"«{}» không phải là ngày; hãy viết 2022-01-13 hoặc 13/01/2022.",
     "“{}” is no day; write 2022-01-13 or 13/01/2022."},
    {"--title chỉ dùng được khi nhập một bài.", "--title can be used with one article only."},
    {"Tệp «{}» vừa là tệp nhập vừa là tệp ghi; hãy chọn tên khác cho tệp ghi.",
     "“{}” is both input and output; choose another output."},
    {"Xem hướng dẫn bằng --help.", "See --help."},
    {"không đọc được tệp; hãy kiểm tra tên và quyền truy cập",
     "the file cannot be read; check its name and your permissions"},
    {"không ghi được tệp; hãy kiểm tra thư mục, quyền truy cập và chỗ trống trên đĩa",
     "the file cannot be written; check the folder, your permissions and the free space"},
    {"không đọc được như {}", "cannot be read as {}"},
    {"tệp không có chữ nào", "the file holds no text"},
    {"thư mục không có tệp nào nhập được", "the folder has no file that can be imported"},
    {"{} chỗ không đúng bảng mã, đã thay bằng dấu �; hãy lưu lại văn bản gốc bằng mã UTF-8 hoặc dùng --encoding",
     "{} places are not in the text's encoding and were replaced by �; save the original text as UTF-8 or use "
     "--encoding"},
    {"suy ra từ «{}»", "inferred from “{}”"},
    {"không tìm thấy, hãy tự điền", "not found, please give it"},
    {"không nhập bản nháp «{}»", "draft left out: “{}”"},
    {"không nhập tệp đính kèm «{}»", "attachment left out: “{}”"},
    {"không nhập trang «{}» vì không phải là bài viết", "page left out, as it is no article: “{}”"},
    {"không nhập «{}» vì không có nội dung", "left out, as it has no content: “{}”"},
    {"không nhập «{}» vì không thấy bài viết trên trang", "left out, as no article was found on the page: “{}”"},
    {"số mục không nhập: {}", "left out: {}"},
    {"bài «{}» bị trùng, chỉ giữ một", "article “{}” is there already and kept once"},
    {"bài «{}» bị trùng, chỉ giữ bản này vì bản kia không có thân bài",
     "article “{}” is there already; this one is kept, as the other has no text"},
    {"cùng mã với một bài trong {}", "same id as one in {}"},
    {"cùng địa chỉ với một bài trong {}", "same address as one in {}"},
    {"cùng tiêu đề và ngày với một bài trong {}", "same title and day as one in {}"},
    {"số bài trùng: {}", "duplicates: {}"},
    {"không phải là JSON; hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy",
     "this is no JSON; check brackets, commas and quotes"},
    {"thiếu danh sách; hãy viết {\"departments\": [...]}", "the list is missing; write {\"departments\": [...]}"},
    {"không phải là một đơn vị; hãy viết {\"id\": …, \"name\": …}",
     "this is no department; write {\"id\": …, \"name\": …}"},
    {"thiếu tên đơn vị", "the department's name is missing"},
    {"phải là chữ (aliases: danh sách chữ)", "this must be text (aliases: a list of texts)"},
    {"mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ: {}",
     "an id has small letters without accents, digits and hyphens only, such as: {}"},
    {"tên gọi «{}» đã là của một đơn vị khác", "“{}” is another department's name already"},
    {"Chưa ghi tệp nào.", "Nothing was written."},
    {"số bài đã ghi: {}", "articles written: {}"},
    {"không có lỗi", "no problem"},
    {"Đóng gói các tệp bản tin thành một thư mục cho trang web hoặc USB",
     "Packs feeds into a folder for a web site or a USB stick"},
    {"Đóng gói lại từ đầu, không nối tiếp gói đã có", "Pack anew, not continuing the bundle that is there"},
    {"Thư mục của gói", "The bundle's folder"},
    {"một lệnh khác đang đóng gói vào thư mục này; hãy đợi lệnh đó xong",
     "another command packs into this folder; wait until it is done"},
    {"tệp đã thay đổi trong lúc đóng gói; hãy chạy lại lệnh",
     "the file changed while it was packed; run the command again"},
    {"quá nhiều bài hoặc đơn vị cho một gói", "too many articles or departments for one bundle"},
    {"đã dừng theo yêu cầu", "stopped as asked"},
    {"bỏ một bài trùng mã «{}»", "an article with the id “{}” is there already and was left out"},
    {"Gói trong thư mục vẫn như trước.", "The bundle in the folder is as it was."},
    {"gói đã có bị hỏng ({}), nên mọi bài được đánh số lại",
     "the bundle there was is damaged ({}), so all was made anew"},
    {"không có gì thay đổi; số bài: {}", "nothing changed; articles: {}"},
    {"số bài: {}", "articles: {}"},
    {"  bài mới: {}", "  new: {}"},
    {"  bài sửa: {}", "  edited: {}"},
    {"  bài rút: {}", "  withdrawn: {}"},
    {"  số phần mới: {}", "  new parts: {}"},
    {"  số byte mới, kể cả bundle.json: {}", "  new bytes, bundle.json included: {}"},
    {"Đang đọc", "Reading"},
    {"Đang ghi", "Writing"},
    {"Đang lập chỉ mục", "Indexing"},
    {"Đang kiểm tra", "Checking"},
    {"bài", "articles"},
    {"tệp", "files"},
    {"phần", "parts"},
    {"còn {}", "{} left"},
    {"Mã kết thúc: 0 xong, 1 tệp đầu vào có lỗi, 2 dùng sai lệnh, 3 không đọc hoặc không ghi được tệp, 130 bị ngắt "
     "giữa chừng (Ctrl-C; không có tệp nào bị ghi dở).",
     "Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 a file could not be read or written, 130 "
     "interrupted "
     "(Ctrl-C; no file is left half written)."},
    {"số lỗi trong tệp: {}; xem từng lỗi bằng lệnh check", "problems in it: {}; check names them"},
    {"không gói được hình «{}»; cần tệp JPEG, PNG, GIF, WebP hoặc AVIF trong thư mục của tệp bản tin",
     "the picture “{}” was not taken in; it has to be a JPEG, PNG, GIF, WebP or AVIF in the feed's folder"},
    {"không tìm thấy trang làm khuôn; hãy chỉ ra tệp reader.html bằng --shell",
     "the mould is not there; name a reader.html by --shell"},
    {"không phải là trang reader.html của bản này", "is no reader.html of this version"},
    {"trang nặng {} MB, nhiều máy sẽ mở rất chậm; hãy chia nhỏ bản tin hoặc bỏ --pictures",
     "the page has {} MB, which opens slowly on many machines; divide the feed or leave --pictures out"},
    {"lỗi", "error"},
    {"cảnh báo", "warning"},
};
static_assert(sizeof kTable / sizeof kTable[0] == static_cast<size_t>(Say::count_));

}  // namespace

std::string say(Say what, Language language, std::string_view subject) {
  const Entry& entry = kTable[static_cast<size_t>(what)];
  std::string text(language == Language::vi ? entry.vi : entry.en);
  if (const size_t slot = text.find("{}"); slot != std::string::npos) text.replace(slot, 2, subject);
  return text;
}

}  // namespace bantin
