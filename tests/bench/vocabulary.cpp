#include "vocabulary.h"

#include <string_view>
#include <unordered_set>

#include "random.h"

namespace bantin::bench {
namespace {

// Parted by commas, the most frequent first.
constexpr std::string_view kCommonWords =
    "và,của,các,trên,cho,được,trong,với,tại,về,đã,có,là,không,những,này,đến,từ,theo,khi,"
    "thực hiện,địa bàn,công tác,tổ chức,hội nghị,người dân,triển khai,phát triển,nhiệm vụ,kế hoạch,xây dựng,quản lý,"
    "chỉ đạo,đơn vị,địa phương,ủy ban,nhân dân,lãnh đạo,kết quả,hoạt động,giải pháp,nâng cao,chất lượng,tăng cường,"
    "đảm bảo,kiểm tra,hướng dẫn,thông tin,truyền thông,tuyên truyền,chuyển đổi,dịch vụ,trực tuyến,hành chính,thủ tục,"
    "hồ sơ,giải quyết,tiếp nhận,cải cách,cán bộ,công chức,viên chức,doanh nghiệp,đầu tư,dự án,công trình,kinh tế,"
    "xã hội,văn hóa,giáo dục,đào tạo,y tế,sức khỏe,khám bệnh,chữa bệnh,phòng chống,dịch bệnh,tiêm chủng,bệnh viện,"
    "trạm y tế,trường học,học sinh,giáo viên,nhà trường,năm học,tuyển sinh,kỳ thi,nông nghiệp,nông thôn,nông dân,"
    "sản xuất,chăn nuôi,trồng trọt,thủy sản,thủy lợi,đê điều,mùa vụ,cây trồng,vật nuôi,lúa gạo,sản phẩm,thị trường,"
    "tiêu thụ,xuất khẩu,nhập khẩu,thương mại,du lịch,lễ hội,di tích,bảo tồn,di sản,thể thao,thi đấu,vận động viên,"
    "giải thưởng,khen thưởng,thi đua,phong trào,thanh niên,phụ nữ,cựu chiến binh,hội viên,đoàn viên,mặt trận,tổ quốc,"
    "đoàn thể,chính quyền,cơ quan,sở ngành,phòng ban,trung tâm,văn phòng,thanh tra,khiếu nại,tố cáo,tiếp công dân,"
    "pháp luật,nghị quyết,quyết định,chỉ thị,thông tư,nghị định,văn bản,quy định,quy trình,tiêu chuẩn,tiêu chí,"
    "chỉ tiêu,đánh giá,xếp hạng,báo cáo,thống kê,khảo sát,điều tra,số liệu,cơ sở,dữ liệu,hạ tầng,kỹ thuật,công nghệ,"
    "phần mềm,ứng dụng,mạng lưới,kết nối,an toàn,an ninh,trật tự,giao thông,tai nạn,vi phạm,xử phạt,phương tiện,"
    "đường bộ,cầu cống,vận tải,xe buýt,bến xe,đô thị,quy hoạch,đất đai,giải phóng,mặt bằng,bồi thường,hỗ trợ,tái định "
    "cư,"
    "tài nguyên,môi trường,rác thải,nước sạch,nước thải,khí hậu,thời tiết,mưa bão,lũ lụt,sạt lở,hạn hán,cháy rừng,"
    "lâm nghiệp,trồng rừng,kiểm lâm,ngân sách,tài chính,thuế phí,thu chi,giải ngân,vốn vay,tín dụng,ngân hàng,bảo hiểm,"
    "lao động,việc làm,thất nghiệp,giảm nghèo,hộ nghèo,chính sách,người có công,trẻ em,người cao tuổi,khuyết tật,"
    "dân tộc,tôn giáo,biên giới,quốc phòng,quân sự,nhập ngũ,tuần tra,phòng cháy,chữa cháy,cứu nạn,cứu hộ,diễn tập,"
    "tập huấn,hội thảo,tọa đàm,cuộc họp,phiên họp,kỳ họp,đại biểu,cử tri,hội đồng,bầu cử,chủ tịch,phó chủ tịch,"
    "giám đốc,phó giám đốc,trưởng phòng,chuyên viên,chuyên gia,nhà khoa học,nghiên cứu,sáng kiến,sáng tạo,đổi mới,"
    "khởi nghiệp,hợp tác,hợp tác xã,làng nghề,khu công nghiệp,cụm công nghiệp,nhà máy,xí nghiệp,công nhân,năng lượng,"
    "điện lực,mất điện,cấp nước,viễn thông,bưu chính,phát thanh,truyền hình,báo chí,phóng viên,xuất bản,thư viện,"
    "bảo tàng,nghệ thuật,biểu diễn,âm nhạc,gia đình,hạnh phúc,hôn nhân,dân số,kế hoạch hóa,dinh dưỡng,thực phẩm,"
    "vệ sinh,dược phẩm,thuốc men,bác sĩ,điều dưỡng,cấp cứu,hiến máu,xét nghiệm,giám sát,phản biện,góp ý,dự thảo,"
    "ban hành,công bố,công khai,minh bạch,trách nhiệm,phối hợp,liên quan,thời gian,thời hạn,đúng hạn,quá hạn,hoàn "
    "thành,"
    "khởi công,khánh thành,bàn giao,nghiệm thu,tiến độ,khó khăn,vướng mắc,kiến nghị,đề xuất,đề nghị,yêu cầu,tham mưu,"
    "phổ biến,quán triệt,nhân rộng,mô hình,điển hình,tiên tiến,bền vững,hiệu quả,toàn diện,đồng bộ,quyết liệt,kịp thời,"
    "thường xuyên,trọng tâm,trọng điểm,đột phá,thành phố,thị xã,huyện,xã phường,thị trấn,thôn xóm,tổ dân phố,khu phố,"
    "sáng nay,hôm qua,tuần tới,tháng trước,quý này,cuối năm,đầu năm,giai đoạn,nhiệm kỳ,hiện nay,trước đây,sắp tới";

constexpr std::string_view kOnsets = ",b,c,ch,d,đ,g,gi,h,kh,l,m,n,ng,nh,ph,qu,r,s,t,th,tr,v,x";

// The vowel that carries the tone stands behind an apostrophe.
constexpr std::string_view kRimes =
    "'a,'ac,'ach,'ai,'am,'an,'ang,'anh,'ao,'ap,'at,'au,'ay,'ăc,'ăm,'ăn,'ăng,'ăp,'ăt,'âm,'ân,'âng,'âp,'ât,'âu,'ây,'e,"
    "'em,'en,'eo,'et,'ê,'êm,'ên,'êt,'êu,'i,'ia,'ich,i'êc,i'êm,i'ên,i'êng,i'êp,i'êt,i'êu,'im,'in,'inh,'ip,'it,'iu,'o,"
    "'oc,'oi,'om,'on,'ong,'op,'ot,'oa,o'ai,o'an,o'ang,o'at,'ô,'ôc,'ôi,'ôm,'ôn,'ông,'ôp,'ôt,'ơ,'ơi,'ơm,'ơn,'ơp,'ơt,'u,"
    "'ua,'uc,'ui,'um,'un,'ung,'up,'ut,u'ât,u'ân,'uy,u'ôc,u'ôi,u'ôn,u'ông,u'ôt,'ư,'ưa,'ưc,'ưi,'ưng,'ưt,ư'ơc,ư'ơi,"
    "ư'ơm,ư'ơn,ư'ơng,ư'ơt";

// Rows of a vowel with the level, falling, asking, tumbling, rising and heavy tone.
constexpr std::string_view kTones[][6] = {
    {"a", "à", "ả", "ã", "á", "ạ"}, {"ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"}, {"â", "ầ", "ẩ", "ẫ", "ấ", "ậ"},
    {"e", "è", "ẻ", "ẽ", "é", "ẹ"}, {"ê", "ề", "ể", "ễ", "ế", "ệ"}, {"i", "ì", "ỉ", "ĩ", "í", "ị"},
    {"o", "ò", "ỏ", "õ", "ó", "ọ"}, {"ô", "ồ", "ổ", "ỗ", "ố", "ộ"}, {"ơ", "ờ", "ở", "ỡ", "ớ", "ợ"},
    {"u", "ù", "ủ", "ũ", "ú", "ụ"}, {"ư", "ừ", "ử", "ữ", "ứ", "ự"}};
constexpr size_t kRising = 4, kHeavy = 5;

constexpr std::string_view kSmall = "đêôơưâăáàảãạéèíìóòúùýứừựớờởợốồổộếềểệấầẩậắằặị";
constexpr std::string_view kCapital = "ĐÊÔƠƯÂĂÁÀẢÃẠÉÈÍÌÓÒÚÙÝỨỪỰỚỜỞỢỐỒỔỘẾỀỂỆẤẦẨẬẮẰẶỊ";

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
    end = text.find(',', begin);
    parts.push_back(text.substr(begin, end - begin));
  }
  return parts;
}

size_t letter_bytes(std::string_view text) {
  size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) ++size;
  return size;
}

std::string capitalised_text(const std::string& text) {
  const size_t size = letter_bytes(text);
  const std::string letter = text.substr(0, size);
  if (size == 1) return static_cast<char>(letter[0] - 'a' + 'A') + text.substr(1);
  const size_t at = kSmall.find(letter);  // small and capital letters have as many bytes
  return at == std::string_view::npos ? text : std::string(kCapital.substr(at, size)) + text.substr(size);
}

// Before i and e, c is written k, and g and ng take an h.
std::string onset_before(std::string_view onset, std::string_view rime) {
  const bool is_front = rime.starts_with("i") || rime.starts_with("e") || rime.starts_with("ê");
  if (!is_front) return std::string(onset);
  if (onset == "c") return "k";
  return std::string(onset) + (onset == "g" || onset == "ng" ? "h" : "");
}

bool fits(std::string_view onset, std::string_view bare_rime) {
  if (onset == "gi") return !bare_rime.starts_with("i");
  if (onset == "qu") return !bare_rime.starts_with("u") && !bare_rime.starts_with("o") && !bare_rime.starts_with("ư");
  return true;
}

void add_tones(std::string_view onset, std::string_view rime, std::vector<std::string>& syllables) {
  const size_t mark = rime.find('\'');
  const std::string before(rime.substr(0, mark));
  const std::string_view rest = rime.substr(mark + 1);
  const size_t size = letter_bytes(rest);
  const std::string after(rest.substr(size));
  const std::string bare = before + std::string(rest);
  if (!fits(onset, bare)) return;

  const bool is_stopped = after.ends_with("c") || after.ends_with("ch") || after.ends_with("p") || after.ends_with("t");
  for (const auto& tones : kTones) {
    if (tones[0] != rest.substr(0, size)) continue;
    for (size_t tone = is_stopped ? kRising : 0; tone <= kHeavy; ++tone) {
      syllables.push_back(onset_before(onset, bare) + before + std::string(tones[tone]) + after);
    }
  }
}

}  // namespace

std::vector<std::string> all_syllables() {
  std::vector<std::string> syllables;
  for (const std::string_view onset : split(kOnsets)) {
    for (const std::string_view rime : split(kRimes)) add_tones(onset, rime, syllables);
  }
  return syllables;
}

Vocabulary::Vocabulary() {
  words_.reserve(kWords);
  std::unordered_set<std::string> known;
  for (const std::string_view word : split(kCommonWords)) {
    if (known.emplace(word).second) add(std::string(word));
  }

  // As in the language, some syllables are part of many words and most of few.
  Random random(1945);
  std::vector<std::string> syllables = all_syllables();
  for (size_t left = syllables.size(); left > 1; --left) {
    std::swap(syllables[left - 1], syllables[random.below(static_cast<uint32_t>(left))]);
  }
  const auto pick = [&] {
    const uint32_t reach = random.below(static_cast<uint32_t>(syllables.size())) + 1;
    return syllables[random.below(reach)];
  };
  while (words_.size() < kWords) {
    std::string word = pick() + ' ' + pick();
    if (known.insert(word).second) add(std::move(word));
  }
}

void Vocabulary::add(std::string text) {
  uint32_t syllables = 1;
  for (const char letter : text) syllables += letter == ' ';
  std::string capitalised = capitalised_text(text);
  words_.push_back({std::move(text), std::move(capitalised), syllables});
}

}  // namespace bantin::bench
