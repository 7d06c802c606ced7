/** Encodings that Vietnamese offices used before Unicode; the letters are right only in their own fonts. */
export type LegacyEncoding = 'TCVN3' | 'VNI';

const tcvn3 = new Map(
  Object.entries({
    µ: 'à',
    '¸': 'á',
    '¶': 'ả',
    '·': 'ã',
    '¹': 'ạ',
    '¨': 'ă',
    '»': 'ằ',
    '¾': 'ắ',
    '¼': 'ẳ',
    '½': 'ẵ',
    Æ: 'ặ',
    '©': 'â',
    Ç: 'ầ',
    Ê: 'ấ',
    È: 'ẩ',
    É: 'ẫ',
    Ë: 'ậ',
    '®': 'đ',
    Ì: 'è',
    Ð: 'é',
    Î: 'ẻ',
    Ï: 'ẽ',
    Ñ: 'ẹ',
    ª: 'ê',
    Ò: 'ề',
    Õ: 'ế',
    Ó: 'ể',
    Ô: 'ễ',
    Ö: 'ệ',
    '×': 'ì',
    Ý: 'í',
    Ø: 'ỉ',
    Ü: 'ĩ',
    Þ: 'ị',
    ß: 'ò',
    ã: 'ó',
    á: 'ỏ',
    â: 'õ',
    ä: 'ọ',
    '«': 'ô',
    å: 'ồ',
    è: 'ố',
    æ: 'ổ',
    ç: 'ỗ',
    é: 'ộ',
    '¬': 'ơ',
    ê: 'ờ',
    í: 'ớ',
    ë: 'ở',
    ì: 'ỡ',
    î: 'ợ',
    ï: 'ù',
    ó: 'ú',
    ñ: 'ủ',
    ò: 'ũ',
    ô: 'ụ',
    '\u00ad': 'ư',
    õ: 'ừ',
    ø: 'ứ',
    ö: 'ử',
    '÷': 'ữ',
    ù: 'ự',
    ú: 'ỳ',
    ý: 'ý',
    û: 'ỷ',
    ü: 'ỹ',
    þ: 'ỵ',
    '¡': 'Ă',
    '¢': 'Â',
    '§': 'Đ',
    '£': 'Ê',
    '¤': 'Ô',
    '¥': 'Ơ',
    '¦': 'Ư',
  }),
);

/** The vowels of VNI and the signs that follow them; the sign alone says mark and tone. */
const vniSigns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: {
    ø: 'à',
    ù: 'á',
    û: 'ả',
    õ: 'ã',
    ï: 'ạ',
    ê: 'ă',
    è: 'ằ',
    é: 'ắ',
    ú: 'ẳ',
    ü: 'ẵ',
    ë: 'ặ',
    â: 'â',
    à: 'ầ',
    á: 'ấ',
    å: 'ẩ',
    ã: 'ẫ',
    ä: 'ậ',
  },
  e: { ø: 'è', ù: 'é', û: 'ẻ', õ: 'ẽ', ï: 'ẹ', â: 'ê', à: 'ề', á: 'ế', å: 'ể', ã: 'ễ', ä: 'ệ' },
  o: { ø: 'ò', ù: 'ó', û: 'ỏ', õ: 'õ', ï: 'ọ', â: 'ô', à: 'ồ', á: 'ố', å: 'ổ', ã: 'ỗ', ä: 'ộ' },
  ô: { ø: 'ờ', ù: 'ớ', û: 'ở', õ: 'ỡ', ï: 'ợ' },
  u: { ø: 'ù', ù: 'ú', û: 'ủ', õ: 'ũ', ï: 'ụ' },
  ö: { ø: 'ừ', ù: 'ứ', û: 'ử', õ: 'ữ', ï: 'ự' },
  y: { ø: 'ỳ', ù: 'ý', û: 'ỷ', õ: 'ỹ' },
};
const vniAlone: Readonly<Record<string, string>> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

function convertVni(text: string): string {
  return text.replace(/([aeoôuöy])([øùûõïêèéúüëâàáåãä])|[ñôöæóòî]/giu, (whole, vowel?: string, sign?: string) => {
    const first = vowel ?? whole;
    const isCapital = first !== first.toLowerCase();
    const joined = vowel && sign ? vniSigns[vowel.toLowerCase()]?.[sign.toLowerCase()] : vniAlone[whole.toLowerCase()];
    const letter = joined ?? `${vniAlone[first.toLowerCase()] ?? first.toLowerCase()}${sign ?? ''}`;
    return isCapital ? letter.charAt(0).toUpperCase() + letter.slice(1) : letter;
  });
}

/** The encoding that a font stands for: ".VnTime" is TCVN3, "VNI-Times" is VNI; any other font shows Unicode. */
export function encodingOfFont(font: string | null): LegacyEncoding | null {
  if (font === null) return null;
  return /^\.vn/i.test(font) ? 'TCVN3' : /^vni[- ]/i.test(font) ? 'VNI' : null;
}

/** Text of an old font in Unicode. Fonts of TCVN3 whose name ends in "H" show capitals only. */
export function convertLegacyText(text: string, encoding: LegacyEncoding, font = ''): string {
  if (encoding === 'VNI') return convertVni(text);
  const converted = text.replace(/[\u00a0-\uffff]/g, (letter) => tcvn3.get(letter) ?? letter);
  return /h$/i.test(font) ? converted.toUpperCase() : converted;
}

const commonWords =
  /(?<!\p{L})(?:và|của|các|đơn vị|thực hiện|công tác|kế hoạch|nhiệm vụ|chủ trì|phối hợp|thời gian|tổ chức|sở|tỉnh|tháng|quý)(?!\p{L})/giu;

const countWords = (text: string) => text.match(commonWords)?.length ?? 0;

/**
 * The old encoding of text whose font is not known, by which of them makes Vietnamese of it; null when none does. The text is given
 * as its bytes read in Latin-1.
 */
export function recogniseLegacyText(latin: string): LegacyEncoding | null {
  const [best] = (['TCVN3', 'VNI'] as const)
    .map((encoding) => ({ encoding, words: countWords(convertLegacyText(latin, encoding)) }))
    .toSorted((one, other) => other.words - one.words);
  return best && best.words >= 3 && best.words > countWords(latin) * 2 ? best.encoding : null;
}
