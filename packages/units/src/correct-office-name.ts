import { differByOneLetter } from './fold-name.js';

/** Phrases of official names outside the registry in which a scan may change one letter. */
const phrases = [
  'Mặt trận Tổ quốc Việt Nam',
  'Mặt trận Tổ quốc',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Liên đoàn Lao động',
  'Liên hiệp Phụ nữ',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Hội Chữ thập đỏ',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Đoàn Thanh niên',
  'Phát thanh và Truyền hình',
  'Giáo dục và Đào tạo',
  'Văn hóa và Thể thao',
  'Văn hóa, Thể thao và Du lịch',
  'Nông nghiệp và Môi trường',
  'Nông nghiệp và Phát triển nông thôn',
  'Lao động - Thương binh và Xã hội',
  'Thông tin và Truyền thông',
  'Khoa học và Công nghệ',
  'Tài nguyên và Môi trường',
  'Kế hoạch và Đầu tư',
  'Tuyên giáo và Dân vận',
  'Bộ Chỉ huy Quân sự',
  'Kiểm soát bệnh tật',
];

/** The name with a slip of one letter in a well-known phrase put right ("Mật trận Tổ quốc"); otherwise the name itself. */
export function correctOfficeName(name: string): string {
  for (const phrase of phrases) {
    if (name.includes(phrase)) return name;
    const width = phrase.split(' ').length;
    const words = name.split(' ');
    for (let at = 0; at + width <= words.length; at += 1) {
      const part = words.slice(at, at + width).join(' ');
      if (differByOneLetter(part.toLowerCase(), phrase.toLowerCase())) return name.replace(part, phrase);
    }
  }
  return name;
}

const places = /(?<=(?:^| )(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu) )\p{Ll}[^,]*$/u;
const capitals = ['BHXH', 'UBND', 'HĐND', 'MTTQ'];

/** "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM" is set in capitals for show: "Ủy ban nhân dân tỉnh Sông Lam". */
export function caseOfficeName(shown: string): string {
  const lower = shown.toLowerCase().replace(/\s+/gu, ' ').trim();
  let name = lower.charAt(0).toUpperCase() + lower.slice(1);
  for (const phrase of phrases) name = name.replace(new RegExp(phrase, 'iu'), phrase);
  name = name.replace(
    /^((?:Bộ|Sở|Cục|Vụ|Ban|Chi cục|Tổng cục|Viện|Phòng|Hội|Trung tâm|Trường) )(\p{Ll})/u,
    (_, head: string, letter: string) => head + letter.toUpperCase(),
  );
  // A sector of several fields has a capital for each: "Sở Dân tộc và Tôn giáo".
  if (/^(?:Bộ|Sở) /u.test(name)) {
    name = name
      .replace(/(?<= và |, | - )\p{Ll}/gu, (letter) => letter.toUpperCase())
      .replace('Công thương', 'Công Thương');
  }
  name = name.replace(places, (words) => words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()));
  for (const short of capitals) name = name.replace(new RegExp(`(?<!\\p{L})${short}(?!\\p{L})`, 'iu'), short);
  return name;
}
