// The commands as they are called, from arguments to exit code.
#include "cli/command_line.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <utility>

#include "cli/command_run.h"
#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

Ended run(std::vector<std::string> arguments) { return bantin::run(std::move(arguments), "vi"); }

constexpr std::string_view kText = "Tên bài\n\nSáng 5/3/2024, Sở Y tế họp.\n\nThân bài.\n";
constexpr std::string_view kBadFeed =
    R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","date_published":"x"}]})";

}  // namespace

TEST_CASE("what import writes, check finds nothing wrong with") {
  const Folder folder;
  const std::string feed = folder.at("feed.json");
  const Ended import = run({"import", folder.put("a.txt", kText), folder.put("b.txt", kText), "-o", feed});
  CHECK(import.code == kDone);
  CHECK(import.out.empty());
  CHECK(holds(import.error, "a.txt: department = Sở Y tế (suy ra từ «Sở Y tế»)\n"));
  CHECK(holds(import.error, "a.txt: date_published = 2024-03-05 (suy ra từ «5/3/2024»)\n"));
  const Ended check = run({"check", feed});
  CHECK(check.code == kDone);
  CHECK(check.out == feed + ": không có lỗi\n");
}

TEST_CASE("what is told is not inferred") {
  const Folder folder;
  const std::string feed = folder.at("feed.json");
  const Ended import = run({"import", "--from", "text", "--department", "so-xd", "--date", "2/1/2020", "--title",
                            "Tên khác", folder.put("a.txt", kText), "-o", feed});
  CHECK(import.code == kDone);
  CHECK_FALSE(holds(import.error, "a.txt"));
  const std::string written = read_file(feed).value_or("");
  for (const char* part : {"\"so-xd\"", "2020-01-02T", "Tên khác"}) CHECK(holds(written, part));
}

TEST_CASE("broken characters of a text are replaced and said") {
  const Folder folder;
  const Ended import =
      run({"import", "--encoding", "utf-8", folder.put("a.txt", "T\xFFn"), "-o", folder.at("feed.json")}, "en");
  CHECK(import.code == kDone);
  CHECK(holds(import.error, "1 places are not in the text's encoding"));
  CHECK(run({"check", folder.at("feed.json")}).code == kDone);
}

TEST_CASE("inputs that cannot be read end in 3, those without text in 1; all are named and nothing is written") {
  const Folder folder;
  const std::string feed = folder.at("feed.json"), empty = folder.put("empty.txt", "\n \n");
  CHECK(run({"import", empty, folder.put("a.txt", kText), "-o", feed}).code == kInputHasErrors);
  const Ended both = run({"import", folder.at("none.txt"), empty, "-o", feed}, "en");
  CHECK(both.code == kFileTrouble);
  CHECK(holds(both.error, "none.txt: the file cannot be read"));
  CHECK(holds(both.error, "empty.txt: the file holds no text"));
  CHECK_FALSE(fs::exists(feed));
}

TEST_CASE("an output that cannot be written leaves no half of itself") {
  const Folder folder;
  fs::create_directory(folder.at("feed.json"));
  CHECK(run({"import", folder.put("a.txt", kText), "-o", folder.at("feed.json")}).code == kFileTrouble);
  CHECK(folder.files() == 2);
}

TEST_CASE("an input is never overwritten") {
  const Folder folder;
  const std::string text = folder.put("a.txt", kText);
  CHECK(run({"import", text, "-o", text}).code == kWrongUsage);
  CHECK(read_file(text) == kText);
}

TEST_CASE("check names each problem with file, place, pointer and remedy, and ends in 1") {
  const Folder folder;
  const Ended check = run({"check", folder.put("bad.json", kBadFeed)}, "en");
  CHECK(check.code == kInputHasErrors);
  for (const char* part : {"bad.json:1:", "[broken-date]", "/items/0/date_published", "→ Write the date"}) {
    CAPTURE(part);
    CHECK(holds(check.out, part));
  }
}

TEST_CASE("what is likely a mistake is a warning, which leaves the exit code 0") {
  const Folder folder;
  const std::string feed =
      folder.put("feed.json", R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","title":"T"}]})");
  const Ended check = run({"check", feed});
  CHECK(check.code == kDone);
  CHECK(holds(check.out, "feed.json:1:56: cảnh báo [item-without-content] /items/0: Bài không có nội dung, bài «a»"));
  CHECK(holds(run({"check", "--format", "json", feed}).out, "\"severity\": \"warning\""));
  CHECK(holds(run({"check", folder.put("bad.json", kBadFeed)}, "en").out, ": error [broken-date]"));
}

TEST_CASE("in the sample nothing is wrong") {
  CHECK(run({"check", BANTIN_ROOT "/data/sample.json"}).out == BANTIN_ROOT "/data/sample.json: không có lỗi\n");
}

TEST_CASE("check goes on behind a feed that cannot be read, and ends in 3") {
  const Folder folder;
  const Ended check = run({"check", folder.at("none.json"), folder.put("bad.json", kBadFeed)});
  CHECK(check.code == kFileTrouble);
  CHECK(holds(check.out, "[broken-date]"));
  CHECK(holds(check.error, "none.json: không đọc được tệp"));
}

TEST_CASE("check speaks JSON to programs") {
  const Folder folder;
  const Ended check = run({"check", "--format", "json", folder.put("bad.json", "{")});
  CHECK(check.code == kInputHasErrors);
  CHECK(holds(check.out, "\"code\": \"not-json\""));
  CHECK(holds(check.out, "\"line\": 1"));
  CHECK(run({"check", "--format=json", folder.at("none.json")}).out == "[]\n");
}

TEST_CASE("wrong usage ends in 2 and says what is wrong, in both languages") {
  CHECK(run({}).error == "Hãy nêu một lệnh. Xem hướng dẫn bằng --help.\n");
  CHECK(run({}, "en").error == "Name a command. See --help.\n");
  CHECK(holds(run({"import", "a.txt"}, "en").error, "--output is missing."));
  CHECK(holds(run({"check"}, "en").error, "FEED is missing."));
  CHECK(holds(run({"check", "a", "--wrong"}, "en").error, "“--wrong” is not understood."));
  CHECK(holds(run({"check", "a", "--format", "xml"}, "en").error, "The value of --format cannot be used."));
  CHECK(holds(run({"import", "--from", "pdf", "a", "-o", "b"}, "en").error,
              "The kind “pdf” cannot be imported; there are: text, html"));
  CHECK(holds(run({"import", "--date", "31/2/2022", "a", "-o", "b"}, "en").error, "“31/2/2022” is no day"));
  CHECK(
      holds(run({"import", "--encoding", "viscii", "a", "-o", "b"}, "en").error, "The encoding “viscii” is not known"));
  CHECK(holds(run({"import", "--title", "T", "a", "b", "-o", "c"}, "en").error, "with one article only"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{}, {"check"}, {"import", "a"}, {"other"}}) {
    CHECK(run(arguments).code == kWrongUsage);
  }
}

TEST_CASE("help and version are answered on the output") {
  const Ended help = run({"import", "--help"});
  CHECK(help.code == kDone);
  CHECK(holds(help.out, "Tệp bản tin sẽ được ghi"));
  CHECK(holds(run({"--help"}, "en").out, "Makes and checks feeds"));
  CHECK(run({"--version"}).out.starts_with("bantin "));
}

TEST_CASE("the language is the environment's, Vietnamese where it says nothing") {
  ::setenv("LC_ALL", "en_US.UTF-8", 1);
  CHECK(language_of_environment() == Language::en);
  ::setenv("LC_ALL", "C", 1);
  CHECK(language_of_environment() == Language::vi);
  ::unsetenv("LC_ALL");
}

namespace {

constexpr std::string_view kShell =
    "<html lang=\"vi\"><!--bantin:head--><!--/bantin:head--><!--bantin:title--><!--/bantin:title-->"
    "<!--bantin:reader--><!--/bantin:reader--><!--bantin:articles--><!--/bantin:articles--></html>";

}  // namespace

TEST_CASE("page makes a page of a feed, its bad items told of") {
  const Folder folder;
  const std::string page = folder.at("trang.html"), shell = folder.put("reader.html", kShell);
  const Ended ended = run({"page", "--shell", shell, folder.put("feed.json", kBadFeed), "-o", page});
  CHECK(ended.code == kDone);
  CHECK(holds(ended.error, "feed.json: số lỗi trong tệp: 1; "));
  CHECK(holds(ended.error, "trang.html: số bài đã ghi: 1\n"));
  CHECK(holds(read_file(page).value_or(""), "<article>"));
}

TEST_CASE("page takes pictures only when told to, and names those that are not there") {
  const Folder folder;
  const std::string shell = folder.put("reader.html", kShell);
  const std::string feed = folder.put("feed.json", R"({"version":"https://jsonfeed.org/version/1.1","items":[
      {"id":"a","content_html":"<img src='mất.png'>"}]})");
  CHECK_FALSE(holds(run({"page", "--shell", shell, feed, "-o", folder.at("trang.html")}).error, "mất.png"));
  const Ended ended = run({"page", "--pictures", "--shell", shell, feed, "-o", folder.at("trang.html")});
  CHECK(ended.code == kDone);
  CHECK(holds(ended.error, "không gói được hình «mất.png»"));
}

TEST_CASE("page writes nothing where feed or shell cannot be used") {
  const Folder folder;
  const std::string page = folder.at("trang.html"), shell = folder.put("reader.html", kShell);
  const std::string feed = folder.put("feed.json", kBadFeed), other = folder.put("khac.html", "<html>");
  CHECK(run({"page", "--shell", shell, folder.put("bad.json", "{"), "-o", page}).code == kInputHasErrors);
  CHECK(run({"page", "--shell", shell, folder.at("missing.json"), "-o", page}).code == kFileTrouble);
  CHECK(run({"page", "--shell", other, feed, "-o", page}).code == kInputHasErrors);
  CHECK(run({"page", "--shell", folder.at("missing.html"), feed, "-o", page}).code == kFileTrouble);
  CHECK(run({"page", "--shell", shell, feed, "-o", feed}).code == kWrongUsage);
  CHECK_FALSE(fs::exists(page));
}
