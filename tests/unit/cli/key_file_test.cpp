#include "bundle/key_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/folder.h"

using namespace bantin;

namespace fs = std::filesystem;

namespace {

unsigned mode_of(const std::string& path) { return static_cast<unsigned>(fs::status(path).permissions()) & 0777; }

}  // namespace

TEST_CASE("a key pair is two files: the secret one for its owner only, and the public one") {
  const Folder folder;
  const SigningKey key = *SigningKey::make();
  const mode_t before = ::umask(0);
  const KeyFault fault = write_key_files(folder.at("khoa"), key);
  ::umask(before);
  CHECK(fault == KeyFault::none);
  CHECK(folder.files() == 2);
  CHECK(mode_of(folder.at("khoa")) == 0600);
  CHECK(mode_of(folder.at("khoa.pub")) == 0644);
  CHECK(read_file(folder.at("khoa.pub")) == base64(key.public_key()) + "\n");
  const KeyFile file = read_key_file(folder.at("khoa"));
  REQUIRE(file.key);
  CHECK(file.key->public_key() == key.public_key());
  CHECK_FALSE(file.is_open_to_others);
}

TEST_CASE(
    "a file that is there is never written over, be it the secret key, the public one or a link that leads nowhere") {
  const Folder folder;
  folder.put("khoa", "a");
  folder.put("kia.pub", "b");
  fs::create_symlink(folder.at("none"), folder.at("link"));
  for (const char* name : {"khoa", "kia", "link"}) {
    CAPTURE(name);
    CHECK(write_key_files(folder.at(name), *SigningKey::make()) == KeyFault::exists);
  }
  CHECK(read_file(folder.at("khoa")) == "a");
  CHECK(read_file(folder.at("kia.pub")) == "b");
  CHECK(folder.files() == 3);
}

TEST_CASE("keys that cannot be written leave nothing") {
  const Folder folder;
  CHECK(write_key_files(folder.at("none/khoa"), *SigningKey::make()) == KeyFault::unwritable);
  // A name so long that there is room for what is written beside the secret key, and none for what is beside the other.
  const std::string name(255 - std::string(".part.").size() - std::to_string(::getpid()).size(), 'k');
  CHECK(write_key_files(folder.at(name), *SigningKey::make()) == KeyFault::unwritable);
  CHECK(folder.files() == 0);
}

TEST_CASE("a key file that is missing, broken or no file is told apart, and so is one that others may read") {
  const Folder folder;
  CHECK(read_key_file(folder.at("none")).fault == KeyFault::unreadable);
  CHECK(read_key_file(folder.at("")).fault == KeyFault::unreadable);
  CHECK(read_key_file(folder.put("empty", "")).fault == KeyFault::malformed);
  CHECK(read_key_file(folder.put("long", std::string(100'000, 'A'))).fault == KeyFault::malformed);
  REQUIRE(write_key_files(folder.at("khoa"), *SigningKey::make()) == KeyFault::none);
  CHECK(read_key_file(folder.at("khoa.pub")).fault == KeyFault::malformed);
  fs::permissions(folder.at("khoa"), fs::perms::group_read, fs::perm_options::add);
  const KeyFile open = read_key_file(folder.at("khoa"));
  CHECK(open.fault == KeyFault::none);
  CHECK(open.is_open_to_others);
  std::string text = *read_file(folder.at("khoa"));
  fs::resize_file(folder.at("khoa"), text.size() / 2);
  CHECK(read_key_file(folder.at("khoa")).fault == KeyFault::malformed);
}
