import type { PlanReading, ReadItem } from '@phancong/contracts';

/** The occasions that give duties their days ("Ngày BHYT Việt Nam (01/7)"), each once, in the order of the document. */
export function listOccasions(items: readonly ReadItem[]): PlanReading['calendar'] {
  const occasions: PlanReading['calendar'] = [];
  for (const { ref, timing, kind, title } of items) {
    const words = (timing.text ?? '').split(';').map((part) => part.trim());
    for (const [index, { start, end }] of timing.windows.entries()) {
      const name = words[index] ?? words[0] ?? '';
      const isNamed = /^(?:ngày|tháng|năm học|tuần lễ) \p{L}/iu.test(name);
      if (!isNamed && kind !== 'campaign') continue;
      if (occasions.some((other) => other.start === start && other.end === end && (isNamed || other.ref === ref)))
        continue;
      occasions.push({ name: isNamed ? name.replace(/ ?\([^)]*\)$/u, '') : title, start, end, ref });
    }
  }
  return occasions;
}
