#include "bundle/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>

namespace bantin {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR, kEveryone = kOwnerOnly | S_IRGRP | S_IROTH;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

// Gives a file another name that is free. Not every file system knows each of the ways.
bool move_to_free(const std::string& from, const std::string& to) {
#ifdef RENAME_NOREPLACE
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
#endif
  if (::link(from.c_str(), to.c_str()) != 0) return false;
  ::unlink(from.c_str());
  return true;
}

// A file that is written beside its place and then put there, for as long as it is not kept it goes again.
class NewFile {
 public:
  explicit NewFile(std::string path)
      : path_(std::move(path)), at_(path_ + "." + std::to_string(::getpid()) + ".part") {}
  ~NewFile() {
    if (is_there_) ::unlink(at_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  bool write(std::string_view text, mode_t mode) {
    const int file = ::open(at_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0) return false;
    is_there_ = true;
    const bool is_written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    return ::close(file) == 0 && is_written;
  }
  bool place() {
    if (!move_to_free(at_, path_)) return false;
    at_ = path_;
    return true;
  }
  void keep() { is_there_ = false; }

 private:
  std::string path_, at_;
  bool is_there_ = false;
};

bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

// How many bytes there were, as far as there is room for them.
template <size_t kSize>
std::optional<size_t> read_all(int file, SecretBytes<kSize>& text) {
  size_t size = 0;
  while (size < kSize) {
    const ssize_t more = ::read(file, text.data() + size, kSize - size);
    if (more < 0) return std::nullopt;
    if (more == 0) break;
    size += static_cast<size_t>(more);
  }
  return size;
}

}  // namespace

KeyFault write_key_files(const std::string& path, const SigningKey& key) {
  if (is_there(path) || is_there(public_file_of(path))) return KeyFault::exists;
  NewFile secret_file(path), public_file(public_file_of(path));
  const SecretKeyText secret = key.text();
  if (!secret_file.write({secret.text(), SecretKeyText::size()}, kOwnerOnly) ||
      !public_file.write(base64(key.public_key()) + "\n", kEveryone))
    return KeyFault::unwritable;
  if (!public_file.place() || !secret_file.place()) return errno == EEXIST ? KeyFault::exists : KeyFault::unwritable;
  public_file.keep();
  secret_file.keep();
  return KeyFault::none;
}

KeyFile read_key_file(const std::string& path) {
  KeyFile result;
  SecretBytes<256> text;  // more than a key has
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const auto size = file < 0 ? std::nullopt : read_all(file, text);
  struct stat status{};
  if (size && ::fstat(file, &status) == 0)
    result.is_open_to_others = S_ISREG(status.st_mode) && (status.st_mode & kOthers) != 0;
  if (file >= 0) ::close(file);
  if (size) result.key = SigningKey::from_text({text.text(), *size});
  if (!result.key) result.fault = size ? KeyFault::malformed : KeyFault::unreadable;
  return result;
}

}  // namespace bantin
