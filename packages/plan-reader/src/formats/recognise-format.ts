/** What a file is by its first bytes; the name of the file is never asked. */
export type FileFormat = 'zip' | 'pdf' | 'ole' | 'image' | 'rtf' | 'text';

const signatures: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x42, 0x4d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** A PDF may begin with up to a kilobyte of something else. */
function isPdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  return /(?:^|[^\w])%PDF-\d/.test(start);
}

export function recogniseFormat(bytes: Uint8Array): FileFormat {
  for (const [format, signature] of signatures)
    if (signature.every((byte, index) => bytes[index] === byte) && !(signature.length === 2 && bytes[6] !== 0))
      return format;
  return isPdf(bytes) ? 'pdf' : 'text';
}
