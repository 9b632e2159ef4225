#include "bundle/bundle_problem.h"

#include <cstddef>

namespace bantin {

namespace {

struct Entry {
  std::string_view name, vi, vi_remedy, en, en_remedy;  // {} is the subject
};

constexpr std::string_view kCopyVi =
    "Hãy chép lại cả gói từ nơi phát hành; nếu đây là nơi phát hành, hãy đóng gói lại bằng pack --fresh.";
constexpr std::string_view kCopyEn =
    "Copy the whole bundle again from where it is published; if this is there, pack --fresh.";
constexpr std::string_view kPackVi = "Hãy đóng gói lại từ đầu bằng lệnh pack --fresh.";
constexpr std::string_view kPackEn = "Pack anew by pack --fresh.";

// In the order of BundleFault.
constexpr Entry kTable[] = {
    {"no-manifest", "Không có tệp bundle.json trong thư mục.", "Hãy chỉ ra thư mục mà lệnh pack đã ghi.",
     "There is no bundle.json in the folder.", "Name the folder that pack wrote."},
    {"bad-manifest", "Bản kê của gói sai ở «{}».", kCopyVi, "The manifest is wrong at “{}”.", kCopyEn},
    {"part-missing", "Thiếu tệp này, một phần của «{}».", kCopyVi, "The file, a part of “{}”, is missing.", kCopyEn},
    {"part-damaged", "Nội dung tệp không còn đúng như khi đóng gói (phần của «{}»).", kCopyVi,
     "The file, a part of “{}”, is not what was packed.", kCopyEn},
    {"part-malformed", "Tệp, một phần của «{}», không đúng khuôn dạng.", kPackVi,
     "The file, a part of “{}”, is not as the format has it.", kPackEn},
    {"problem-in-part", "Trong tệp có lỗi {}.", kPackVi, "There is a problem in the file: {}.", kPackEn},
    {"wrong-count", "Số bài trong bản kê không đúng; số bài thực có: {}.", kPackVi,
     "The manifest counts articles wrongly; there are {}.", kPackEn},
    {"wrong-newest", "Ngày mới nhất trong bản kê không đúng; đúng ra là: {}.", kPackVi,
     "The manifest's newest date is wrong; it is: {}.", kPackEn},
    {"wrong-order", "Thứ tự «{}» không nêu mỗi bài đúng một lần.", kPackVi,
     "“{}” does not name each article there is once.", kPackEn},
    {"headline-differs", "Tin trong danh sách khác với bài «{}».", kPackVi,
     "The headline differs from the article “{}”.", kPackEn},
    {"column-differs", "Ngày hoặc đơn vị trong danh sách khác với bài «{}».", kPackVi,
     "Day or department in the columns differ from the article “{}”.", kPackEn},
    {"not-searched", "Không tìm kiếm được bài «{}».", kPackVi, "No segment covers the article “{}”.", kPackEn},
    {"not-found-by-id", "Không mở được bài «{}» bằng mã của nó.", kPackVi, "The article “{}” is not found by its id.",
     kPackEn},
    {"unsigned", "Gói không có chữ ký.",
     "Hãy đóng gói lại bằng lệnh pack --sign KHÓA với khóa bí mật của nơi phát hành.", "The bundle is not signed.",
     "Pack it by pack --sign KEY with the publisher's secret key."},
    {"bad-signature", "Chữ ký không khớp với khóa công khai: gói bị sửa sau khi ký, hoặc được ký bằng khóa khác.",
     "Hãy chép lại cả gói từ nơi phát hành và xem lại khóa công khai; nếu đây là nơi phát hành, hãy đóng gói lại bằng "
     "lệnh pack --sign KHÓA.",
     "The signature does not fit the public key: the bundle was changed after it was signed, or another key signed it.",
     "Copy the whole bundle again from where it is published, and look at the public key again; if this is there, "
     "pack --sign KEY."},
};
static_assert(sizeof kTable / sizeof kTable[0] == static_cast<size_t>(BundleFault::count_));

const Entry& entry_of(BundleFault fault) { return kTable[static_cast<size_t>(fault)]; }

}  // namespace

std::string_view code_name(BundleFault fault) { return entry_of(fault).name; }

std::string sentence(const BundleProblem& problem, Language language) {
  const Entry& entry = entry_of(problem.fault);
  std::string text(language == Language::vi ? entry.vi : entry.en);
  if (const size_t slot = text.find("{}"); slot != std::string::npos) text.replace(slot, 2, problem.subject);
  return text;
}

std::string_view remedy(const BundleProblem& problem, Language language) {
  const Entry& entry = entry_of(problem.fault);
  return language == Language::vi ? entry.vi_remedy : entry.en_remedy;
}

}  // namespace bantin
