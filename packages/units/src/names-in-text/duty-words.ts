/** Words that open a duty in running text; a name of an office ends before them. Lower case, longest first at use. */
const verbs = `
chủ trì|chủ động|tích cực|tiếp tục|kịp thời|thường xuyên|định kỳ|hàng năm|hằng năm|hàng tháng|hằng tháng|hàng quý|hằng quý|hàng tuần|hằng tuần|hàng ngày|hằng ngày|phản ánh|khẩn trương|nghiêm túc|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|
phối hợp|phối kết hợp|triển khai|thực hiện|tổ chức|xây dựng|tham mưu|tăng cường|đẩy mạnh|đổi mới|nâng cao|phát huy|phát động|phát hành|phát sóng|
phát hiện|phát triển|phổ biến|quán triệt|tuyên truyền|vận động|kiểm tra|giám sát|theo dõi|đôn đốc|hướng dẫn|chỉ đạo|rà soát|đánh giá|khảo sát|
thống kê|tổng hợp|báo cáo|đề xuất|kiến nghị|đề nghị|trình|ban hành|lập|phân bổ|bố trí|cân đối|thẩm định|quyết toán|thanh toán|giải ngân|
cung cấp|cập nhật|đăng tải|đăng|sản xuất|biên soạn|biên tập|in ấn|tiếp nhận|giải quyết|xử lý|nắm bắt|kiểm soát|quản lý|huy động|hỗ trợ|
đảm bảo|bảo đảm|duy trì|lồng ghép|ký kết|ký|đào tạo|bồi dưỡng|tập huấn|lựa chọn|giao cho|giao nhiệm vụ|giao chỉ tiêu|phân công|cử cán bộ|cử công chức|cử người|cử đại diện|huấn luyện|diễn tập|ứng phó|
khắc phục|phòng ngừa|tiêm|phun|điều tra|xác minh|thu thập|lấy mẫu|giám định|công bố|công khai|thông báo|thông tin|truyền thông|tư vấn|giải đáp|
đặt hàng|đấu thầu|mua sắm|nghiệm thu|vận hành|bàn giao|chuyển giao|chuyển|gửi|nhận|sơ kết|tổng kết|khen thưởng|biểu dương|thi đua|
rà|sửa đổi|bổ sung|hoàn thiện|hoàn thành|cụ thể hóa|cụ thể hoá|quan tâm|tạo điều kiện|tham gia|hưởng ứng|căn cứ|xem xét|quyết định|phê duyệt|
thành lập|kiện toàn|chuẩn bị|cải tạo|sửa chữa|nạo vét|trồng|chăm sóc|mở các|mở lớp|mở đợt|mở rộng|mở chuyên|họp|đưa|làm|lấy ý kiến|áp dụng|ứng dụng|số hóa|số hoá|kết nối|chia sẻ|
nghiên cứu|tìm hiểu|thiết kế|thiết lập|gắn với|gắn biển|khuyến khích|động viên|kêu gọi|trao|tặng|cắm|treo|phân loại|thu gom|kê khai|nhập dữ liệu|nhập tin|
nghiệm|tính toán|dự báo|cảnh báo|sơ tán|di dời|cứu chữa|cứu nạn|cứu trợ|cấp phát|dự trữ|lưu trữ|niêm yết|phân tích|sử dụng|yêu cầu|nghiêm cấm|ngăn chặn|truy quét|
chấn chỉnh|khơi thông|chủ trương|nhân rộng|tôn vinh|đồng hành|đăng ký|lắp đặt|đầu tư|tiết kiệm|thu hút|ưu tiên|bảo vệ|tiến hành|đề ra|
trang bị|phục vụ|giới thiệu|chọn cử|chọn lọc|thẩm tra|tập trung|tham dự|đối thoại|tiếp xúc|quy định|tập hợp|cam kết|chú trọng|trực ban|cấp kinh phí|cấp thẻ|
cấp cứu|cấp giấy|cấp nước|cấp bổ sung|tuyển chọn|tuyển|phân luồng|điều hành|chỉ huy|xúc tiến|hoàn trả|giám định|mời|phụ trách|trực tiếp|tích hợp|phê chuẩn|bám sát|bảo quản|đề cao|hoàn tất|cho vay|nâng cấp|xác nhận|xác định|bồi thường|giải phóng|tháo gỡ|đẩy nhanh|khởi công|điều chuyển|cấp phép|thăm hỏi|ra quân|ghi nhận|xét duyệt|xét chọn|chi trả|truy thu|đo đạc|tu bổ|tôn tạo|tuần tra|tống đạt|kết nạp|luân phiên|lần lượt|lấy mẫu|lấy ý kiến|mua|nộp|thăm|tặng quà|khám bệnh|khám, cấp|trực chốt|trực cấp cứu|dọn|sắp xếp|tinh giản|cắt giảm|
rút ngắn|phân cấp|ủy quyền|đối chiếu|tra cứu|thu hồi|cưỡng chế|xử phạt|luân chuyển|điều động|sáp nhập|giải thể`;
const functionWords = `để|trong|nhằm|về|khi|theo|từ|do|bằng|qua|thông qua|đồng thời|sẽ|phải|cần|được|đã|đang|không|chưa|là|gồm|như|nếu|trước|sau|đến|
cho|vào|với|tại buổi|căn cứ|trên cơ sở|nhất là|đặc biệt|vì|xong|mà|thì|cùng nhau|còn`;

const split = (words: string) =>
  words
    .replaceAll('\n', '')
    .split('|')
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);

const duty = new RegExp(`^(?:${split(verbs).join('|')})(?![\\p{L}\\d])`, 'u');
const functional = new RegExp(`^(?:${split(functionWords).join('|')})(?![\\p{L}\\d])`, 'u');

/** "tổ chức chính trị - xã hội", "tổ chức đoàn thể": here an organisation, no duty. */
const organisation =
  /^tổ chức(?:,| và| chính trị| xã hội| đoàn thể| hội(?! nghị| thảo| thi| chợ| diễn| thao| họp| đàm)| đảng| cơ sở đảng| dịch vụ| tín dụng| kinh tế| cá nhân| liên quan| có liên quan| thành viên| trực thuộc| tôn giáo| phi chính phủ| khác| quốc tế| pháp chế| công đoàn| đoàn(?! (?:khảo sát|kiểm tra|giám sát|công tác|tham quan|học tập|liên ngành|đi|vào|ra|thăm|rà soát|thanh tra|phúc tra)))/u;
/** "trong và ngoài Ngành", "trong tỉnh" say where an office stands. */
const place = /^trong (?:và ngoài |tỉnh|ngành|huyện|thành phố|xã|khu vực|hệ thống|toàn)/iu;

/** True where the words begin a duty: a verb of official prose, not an organisation that is named like one. */
export function beginsDuty(words: string): boolean {
  return duty.test(words) && !organisation.test(words);
}

/** True where a name cannot go on: a duty, or a word of grammar. */
export function endsName(words: string): boolean {
  return beginsDuty(words) || (functional.test(words) && !place.test(words));
}
