/** Words that open the name of one office, written with a capital. */
const heads =
  'BHXH|Bảo hiểm xã hội|Bảo hiểm Xã hội|BTC|UBND|HĐND|MTTQ|UBMTTQ|Ủy ban|Uỷ ban|Hội đồng nhân dân|Hội đồng|Trung tâm|Vụ|Ban|Cục|Tổng cục|Chi cục|Văn phòng|Viện|Học viện|Trường|Đại học|Tạp chí|Bộ|Sở|Phòng|Cơ quan|Đơn vị|Đài|Báo|Cổng|Công an|Quân khu|Biên phòng|Công ty|Doanh nghiệp|Hợp tác xã|Liên minh|Hội|Liên hiệp|Liên đoàn|Công đoàn|Đoàn|Thành đoàn|Tỉnh đoàn|Huyện đoàn|Thị đoàn|Quận đoàn|Quận/Huyện/Thị đoàn|Mặt trận|Thanh tra|Ngân hàng|Kho bạc|Thuế|Hải quan|Tổ chức|Lãnh đạo|Thủ trưởng|Chủ tịch|Phó Chủ tịch|Giám đốc|Tổng Giám đốc|Chánh|Trưởng|Hiệu trưởng|Bệnh viện|Trạm|Tòa án|Toà án|Viện kiểm sát|Tập đoàn|Tổng công ty|Bưu điện|Hiệp hội|Khoa|Tổ|Đội|Nhà|Chính phủ|Quốc hội|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng ủy|Thường trực|Cấp ủy|Chính quyền|Quỹ|Hạt|Đồn|Thư viện|Bảo tàng|Nhà máy|Ngành|Các|Những|Một số|Toàn thể|Lực lượng|Địa phương|Cộng đồng|Chi nhánh|Điện lực|Thôn|Ấp|Khu|Làng|Ban quản lý|Xã|Phường|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Bí thư|Thủ tướng|Bộ trưởng|Nhóm công tác|Tiểu ban|Cảng vụ|Cảnh sát|Kiểm lâm|Bộ đội|Dân quân|Vườn quốc gia|Khu bảo tồn|Hải đội|Chi đoàn|Chi hội|Tổ trưởng|Trại|Xí nghiệp|Lâm trường|Nông trường|Câu lạc bộ|Ban chủ nhiệm|Trung đoàn|Lữ đoàn|Nhà xuất bản|Nhà hát|Tòa soạn|Bến xe|VNPT|Viettel|EVN|Đặc khu|Thống kê|Tổng Công ty|Nhà trường|Đảng bộ|Chi bộ|Ủy viên|Khối|Trạm y tế|Cơ sở|Kiểm toán|Hợp tác|Đoàn thể|[Cc]ông chức(?= \\p{Lu})|[Cc]án bộ(?= \\p{Lu})';

/** The same words inside a sentence; only in the plural or in a set phrase do they open a name without a capital. */
const groupNouns =
  'bộ|sở|ban|ngành|đoàn thể|hội|cơ quan|đơn vị|tổ chức|địa phương|chính quyền|cấp ủy|cấp uỷ|cấp ủy đảng|cấp|doanh nghiệp|trường học|trường|nhà trường|cơ sở|huyện|quận|thị xã|thành phố|tỉnh|xã|phường|đặc khu|phòng|ban ngành|trạm y tế|trạm|bệnh viện|lực lượng|báo|đài|hợp tác xã|ủy ban|uỷ ban|mặt trận|công an|quân sự|bưu điện|viện|trung tâm|thôn|ấp|bản|tổ dân phố|khu phố|khu dân cư|hộ|cá nhân|nhà thầu|chủ đầu tư|nhà thầu|nhà tài trợ|cộng đồng|chi cục|cục|vụ|ngân hàng|bộ phận|khoa|tổ công tác|tổ|đội|nhóm|hiệp hội|thủ trưởng|người đứng đầu|trưởng|lãnh đạo|hội viên|thành viên|công ty|tập đoàn|liên đoàn|câu lạc bộ|tiểu ban|khu công nghiệp|chủ rừng|nhà khoa học|tỉnh ủy|thành ủy|công đoàn|hạt|đồn|Sở|Bộ|Ban|Phòng|Trường|Vụ|Hội|Bệnh viện|Trung tâm|Trạm|UBND|Đoàn|Cục|Cơ quan|Đơn vị|báo chí|truyền thông|thông tấn|cấp có thẩm quyền|giám đốc|chủ tịch|quỹ|chợ|chủ hộ|phó chủ tịch|phó giám đốc|bộ trưởng|chủ rừng|chủ phương tiện';

/** "Ban hành", "Báo cáo": duties that begin like an office. */
const falseHeads =
  /^(?:Ban hành|Báo cáo|Tổ chức (?!chính trị|xã hội|dịch vụ|đoàn|hội|tín dụng|tôn giáo|Đảng|đảng|công đoàn|cơ sở|Công đoàn|Y tế|phi chính phủ|quốc tế|hành chính|nghiên cứu|khoa học)|Trường hợp|Đoàn kết|Đội ngũ|Hội nghị|Hội thảo|Hội thi|Hội diễn|Hội chợ|Phòng,? (?:chống|ngừa|,)|Bộ (?:tài liệu|tiêu chí|chỉ số|công cụ|dữ liệu|mã|câu hỏi|phận|nhận diện|đề)|Quỹ đất|Thuế suất|Viện trợ|Viện phí|Cơ sở (?:dữ liệu|vật chất|hạ tầng|pháp lý|lý luận)|Khu vực|Khoa học|Tổ (?:chức)|Nhà nước|Nhà ở|Nhà nông|Đoàn viên|Xã hội|Công đoạn|Cổng dịch vụ|Cổng Dịch vụ|Khối lượng|Thành phần|Tỉnh hình|Trạm dừng|Ngành nghề|Hợp tác (?!xã)|Trưởng thành|Chính quyền điện tử|Chính quyền số|Thống kê (?!tỉnh|huyện|cơ sở|thành phố|khu vực|TP)|Thanh tra,|Thanh tra (?:việc|công tác|các|,)|Công ty hóa|Cơ quan báo cáo|Bảo hiểm xã hội (?:tự nguyện|bắt buộc|là|cho|toàn dân|một lần|số)|BHXH (?:tự nguyện|bắt buộc|toàn dân|một lần|số|là|cho|theo|cho|,)|Ban đầu|Báo chí|Đơn vị tính|Đoàn kiểm tra|Nhóm|Các (?:nội dung|hoạt động|nhiệm vụ|giải pháp|hình thức))/u;

const startsWithHead = new RegExp(`^(?:${heads})(?![\\p{L}\\d])`, 'u');
const plural = new RegExp(
  `^(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Tt]oàn thể|[Mm]ọi|[Tt]oàn bộ) (?:cấp,? )?(?:${groupNouns})(?![\\p{L}\\d])`,
  'iu',
);
const bareGroup = new RegExp(`^(?:${groupNouns})(?![\\p{L}\\d])`, 'u');
const loose =
  /^(?:chính quyền|cấp ủy|cấp uỷ|cơ quan|đơn vị|địa phương|lãnh đạo|thủ trưởng|ngành|công an|bộ phận|chủ đầu tư|nhà trường|doanh nghiệp|cấp có thẩm quyền|người đứng đầu|trạm y tế|trung tâm|ban|hội|sở|lực lượng|bệnh viện|đoàn thể|phòng)(?![\p{L}\d])/u;

/** True where the words begin the name of one office or of a group of them. */
export function opensName(words: string): boolean {
  if (falseHeads.test(words)) return false;
  if (/^(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Tt]oàn thể|[Mm]ọi|[Tt]oàn bộ) /u.test(words)) return plural.test(words);
  return startsWithHead.test(words);
}

/** Inside a sentence after "phối hợp với" an office may stand without capital: "cơ quan BHXH cùng cấp", "chính quyền địa phương". */
export function opensLooseName(words: string): boolean {
  return opensName(words) || loose.test(words);
}

/** True where a list of kinds of offices goes on: "sở, ban, ngành". */
export function goesOnAsGroup(words: string): boolean {
  return bareGroup.test(words);
}
