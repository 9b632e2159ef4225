#include "cli/help.h"

#include <algorithm>

#include "cli/sentence_table.h"

namespace bantin {

namespace {

constexpr size_t kColumn = 34;  // where descriptions begin

struct Example {
  std::string_view command, call, vi, en;
};

constexpr Example kExamples[] = {
    {"import", "bantin import bai.txt --department so-yt --date 2024-03-05 -o feed.json",
     "một bài lưu dưới dạng chữ, nói rõ đơn vị và ngày", "one article saved as text, its department and day told"},
    {"import", "bantin import --departments don-vi.json trang-cu/ -o feed.json",
     "mọi trang web, RSS và tệp chữ trong một thư mục, theo bảng đơn vị",
     "all web pages, RSS and texts of a folder, with a list of departments"},
    {"import", "bantin import --from wordpress --encoding tcvn3 xuat.xml -o feed.json",
     "tệp xuất của WordPress viết bằng phông TCVN3", "a WordPress export written in a TCVN3 font"},
    {"import", "bantin import goi -o feed.json", "mở một gói thành tệp bản tin", "unpacks a bundle"},
    {"check", "bantin check feed.json", "mọi lỗi của một tệp bản tin", "every problem of a feed"},
    {"check", "bantin check goi", "một gói: phần nào thiếu, hỏng hoặc không khớp",
     "a bundle: parts that are missing, damaged or in disagreement"},
    {"check", "bantin check --format json feed.json > loi.json", "các lỗi, cho chương trình khác đọc",
     "the problems, for another program to read"},
    {"check", "bantin check goi --key khoa.pub", "một gói, cả chữ ký của nó", "a bundle, its signature too"},
    {"pack", "bantin pack feed.json -o goi", "gói một tệp bản tin; lần sau chỉ ghi những gì đã đổi",
     "packs a feed; the next time only what has changed is written"},
    {"pack", "bantin pack so-yt.json so-gd.json -o /var/www/tin", "gói tin của hai đơn vị vào trang web",
     "packs the feeds of two departments into a web site"},
    {"pack", "bantin pack --fresh feed.json -o goi", "gói lại từ đầu, khi gói cũ bị hỏng",
     "packs anew, where the bundle was damaged"},
    {"pack", "bantin pack feed.json -o goi --sign ~/khoa", "gói và ký, cho ki-ốt chỉ nhận gói có chữ ký",
     "packs and signs, for kiosks that take signed bundles only"},
    {"page", "bantin page feed.json -o reader.html", "một trang mở được bằng cách nhấp đúp",
     "a page that opens by double-click"},
    {"page", "bantin page --pictures feed.json -o /media/usb/tin.html", "trang cho USB, có cả hình",
     "a page for a USB stick, pictures inside"},
    {"page", "bantin page goi -o reader.html", "trang gồm các bài của một gói", "a page of a bundle's articles"},
    {"keygen", "bantin keygen -o ~/khoa", "tạo khóa bí mật khoa và khóa công khai khoa.pub; chỉ làm một lần",
     "makes the secret key khoa and the public key khoa.pub; once and for all"},
    {"completion", "source <(bantin completion bash)", "cho bash đang chạy; thêm vào ~/.bashrc để dùng mãi",
     "for the bash that runs; add it to ~/.bashrc to keep it"},
    {"completion", "bantin completion zsh > ~/.zfunc/_bantin", "cho zsh (một thư mục của $fpath)",
     "for zsh (a folder of $fpath)"},
    {"completion", "bantin completion fish > ~/.config/fish/completions/bantin.fish", "cho fish", "for fish"},
};

size_t columns_of(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// CLI11 counts bytes where columns are meant.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    std::string text = "  " + make_option_name(option, is_positional) + make_option_opts(option);
    const size_t columns = columns_of(text);
    text += columns < kColumn ? std::string(kColumn - columns, ' ') : "\n" + std::string(kColumn, ' ');
    return text + make_option_desc(option) + "\n";
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter(Language language) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->column_width(kColumn);
  const auto label = [&](const char* key, Say what) { formatter->label(key, say(what, language)); };
  label("Usage", Say::label_usage);
  label("OPTIONS", Say::label_some_options);
  label("SUBCOMMAND", Say::label_a_command);
  label("Positionals", Say::label_positionals);
  label("REQUIRED", Say::label_required);
  label("FILE", Say::label_file);
  label("FOLDER", Say::label_folder);
  label("DAY", Say::label_day);
  label("WORDS", Say::label_words);
  return formatter;
}

std::string examples_of(std::string_view command, Language language) {
  std::string text;
  for (const Example& example : kExamples) {
    if (example.command != command) continue;
    text += text.empty() ? say(Say::examples, language) + "\n" : "\n";
    text +=
        "  " + std::string(example.call) + "\n      " + std::string(language == Language::vi ? example.vi : example.en);
  }
  return text;
}

}  // namespace bantin
