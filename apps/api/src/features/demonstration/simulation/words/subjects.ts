/** What meetings with workers and employers are about. */
export const workplaceSubjects = [
  'quyền lợi BHXH, BHYT, BH thất nghiệp của người lao động',
  'những điểm mới của Luật BHXH năm 2024',
  'thiệt thòi khi rút BHXH một lần',
  'cài đặt và sử dụng ứng dụng VssID-BHXH số',
  'chế độ ốm đau, thai sản và dưỡng sức',
  'trách nhiệm đóng BHXH đầy đủ, đúng hạn của doanh nghiệp',
] as const;

/** Whom meetings in communes are for. */
export const communeGroups = [
  'BHXH tự nguyện cho lao động khu vực phi chính thức',
  'BHYT hộ gia đình cho hộ cận nghèo, hộ mới thoát nghèo',
  'BHXH tự nguyện cho hội viên phụ nữ',
  'BHXH tự nguyện, BHYT hộ gia đình cho hội viên nông dân',
  'BHYT học sinh, sinh viên cho phụ huynh',
  'BHXH tự nguyện cho tiểu thương các chợ',
] as const;

export const associations = [
  'Hội Liên hiệp Phụ nữ',
  'Hội Nông dân',
  'Đoàn Thanh niên',
  'Hội Cựu chiến binh',
  'Liên đoàn Lao động',
  'Hội Người cao tuổi',
] as const;

export const helpers = [
  'cộng tác viên truyền thông',
  'nhân viên Tổ chức Dịch vụ thu',
  'già làng, trưởng bản, người có uy tín',
  'cán bộ bưu điện xã',
] as const;

export const onlineSubjects = [
  'Giải đáp chính sách BHXH tự nguyện',
  'Điểm mới về BHYT từ năm 2025',
  'Hỏi - đáp về chế độ thai sản',
  'Hướng dẫn cấp mới mật khẩu VssID',
  'BHYT học sinh, sinh viên: những điều phụ huynh cần biết',
] as const;

export const leaflets = [
  'Những điều cần biết về BHXH tự nguyện',
  'Những điều cần biết về BHYT hộ gia đình',
  'Những điều cần biết về BHYT HSSV',
  'Những thiệt thòi khi nhận BHXH một lần',
] as const;

export const giveaways = ['mũ', 'áo mưa', 'ô dù', 'túi vải', 'dây đeo chìa khóa'] as const;

/** Why the centre returns a report. */
export const returnReasons = [
  'Số liệu hội nghị trong báo cáo chưa khớp với minh chứng đã ghi; đề nghị rà soát và nộp lại.',
  'Báo cáo chưa nêu khó khăn, vướng mắc và kiến nghị; đề nghị bổ sung.',
  'Chưa tách số liệu BHXH tự nguyện và BHYT hộ gia đình; đề nghị bổ sung theo mẫu.',
  'Thiếu minh chứng cho các sản phẩm đã nêu; đề nghị ghi bổ sung đường dẫn hoặc tệp.',
  'Nội dung trùng với báo cáo của nhiệm vụ khác; đề nghị báo cáo đúng phần việc của hàng này.',
] as const;

/** What a report adds after its figures. */
export const difficulties = [
  'Khó khăn: người lao động khu vực phi chính thức có thu nhập không ổn định nên còn cân nhắc khi tham gia.',
  'Khó khăn: địa bàn rộng, việc tập trung người dân vào giờ hành chính còn hạn chế.',
  'Thuận lợi: cấp ủy, chính quyền cơ sở vào cuộc, phối hợp tốt trong vận động người dân.',
  'Khó khăn: kinh phí truyền thông đầu năm chưa được phân bổ đầy đủ.',
  'Kiến nghị: Trung tâm Truyền thông cung cấp thêm sản phẩm số để chia sẻ trên mạng xã hội.',
  'Thuận lợi: Luật BHXH năm 2024 được người dân quan tâm, tỷ lệ tiếp cận nội dung trực tuyến tăng.',
] as const;

export const nextSteps = [
  'Kỳ tới tiếp tục bám sát kế hoạch, ưu tiên các xã có tỷ lệ tham gia thấp.',
  'Kỳ tới tập trung truyền thông hưởng ứng Tháng vận động triển khai BHXH toàn dân.',
  'Kỳ tới tăng nội dung trực tuyến và phối hợp với các hội, đoàn thể.',
  'Đơn vị tiếp tục thực hiện theo kế hoạch đã giao.',
] as const;

export const declineReasons = [
  'Đơn vị đang tập trung sắp xếp lại tổ chức bộ máy, chưa bố trí được cán bộ tham gia trong thời gian này.',
  'Nội dung đề nghị không thuộc chức năng, nhiệm vụ của đơn vị; đề nghị mời đơn vị chuyên môn phù hợp.',
  'Trùng thời gian quyết toán năm; đơn vị xin không tham gia đợt này.',
] as const;

export const contributions = [
  'Đã rà soát, góp ý nội dung chuyên môn và gửi số liệu cập nhật.',
  'Đã cử cán bộ tham gia và gửi danh sách đại biểu.',
  'Gửi 3 tin, bài cùng ảnh tư liệu để biên tập, đăng Cổng.',
  'Đã cung cấp số liệu, văn bản chỉ đạo và đầu mối liên hệ.',
] as const;

export const extensionReasons = [
  'Trùng thời gian nghỉ Tết Nguyên đán và sắp xếp tổ chức bộ máy, chưa tổ chức xong các hoạt động theo kế hoạch.',
  'Đài Phát thanh và Truyền hình địa phương lùi lịch phát sóng sang tuần sau.',
  'Cán bộ phụ trách truyền thông chuyển công tác, cần thời gian bàn giao.',
  'Chờ Sở Giáo dục và Đào tạo thống nhất lịch truyền thông tại các trường.',
] as const;
