/** Where the header of a compound file keeps what (MS-CFB, section 2.2), and how many sectors of the table it lists itself. */
const at = { majorVersion: 26, firstDirectory: 48, firstDifat: 68, difatCount: 72, fatList: 76 };
const listedInHeader = 109;
const entrySize = 128;
/** What an entry of the directory holds where: its kind, the entries beside and below it, the size of its stream. */
const inEntry = { type: 66, links: [68, 72, 76], size: 120 };
/** The entry whose stream holds the small streams; what is in it is counted with them. */
const rootEntry = 5;

/** Sectors that hold the table of chains. */
function listTableSectors(view: DataView, sector: number, count: number): number[] {
  const listed: number[] = [];
  const perSector = sector / 4 - 1;
  for (let index = 0; index < listedInHeader; index += 1) listed.push(view.getInt32(at.fatList + index * 4, true));
  let difat = view.getInt32(at.firstDifat, true);
  for (
    let left = Math.min(view.getInt32(at.difatCount, true), count);
    left > 0 && difat >= 0 && difat < count;
    left -= 1
  ) {
    const start = (difat + 1) * sector;
    for (let index = 0; index < perSector; index += 1) listed.push(view.getInt32(start + index * 4, true));
    difat = view.getInt32(start + perSector * 4, true);
  }
  return listed.filter((one) => one >= 0 && one < count);
}

/** The successor of each sector, or null where two sectors have the same or a chain has no end. */
function readChains(view: DataView, sector: number, count: number): Int32Array | null {
  const next = new Int32Array(count).fill(-1);
  const perSector = sector / 4;
  for (const [index, table] of listTableSectors(view, sector, count).entries())
    for (let entry = 0; entry < perSector && index * perSector + entry < count; entry += 1)
      next[index * perSector + entry] = view.getInt32((table + 1) * sector + entry * 4, true);
  const follows = new Uint8Array(count);
  for (const to of next) {
    if (to < 0 || to >= count) continue;
    if (follows[to]) return null;
    follows[to] = 1;
  }
  let seen = 0;
  for (let start = 0; start < count; start += 1)
    if (!follows[start]) for (let one = start; one >= 0 && one < count; one = next[one] ?? -1) seen += 1;
  return seen === count ? next : null;
}

/** Whether the entries of the directory are one tree below its root: a link that goes back makes paths without end. */
function isTree(view: DataView, entries: readonly number[]): boolean {
  const linksOf = (index: number) =>
    inEntry.links.map((place) => view.getInt32((entries[index] ?? 0) + place, true)).filter((link) => link !== -1);
  const isUsed = (index: number) => view.getUint8((entries[index] ?? 0) + inEntry.type) !== 0;
  const reached = new Set([0]);
  for (const index of reached) {
    for (const link of linksOf(index)) {
      if (link < 0 || link >= entries.length || reached.has(link)) return false;
      reached.add(link);
    }
  }
  return entries.every(
    (_, index) => reached.has(index) || (!isUsed(index) && linksOf(index).every((link) => link === 0)),
  );
}

/**
 * Whether the chains of sectors of a compound file end, never meet, its directory is a tree, and its streams are together no larger
 * than the file. The reader of such files follows a chain without end until memory is full, and copies a stream as often as it is named.
 */
export function hasSoundChains(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false;
  const sector = bytes[at.majorVersion] === 4 ? 4096 : 512;
  const count = Math.floor(bytes.length / sector) - 1;
  if (count < 1) return false;
  const padded = bytes.length % sector === 0 ? bytes : bytes.slice(0, (count + 1) * sector);
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength);
  const next = readChains(view, sector, count);
  if (!next) return false;
  const entries: number[] = [];
  for (let one = view.getInt32(at.firstDirectory, true); one >= 0 && one < count; one = next[one] ?? -1)
    for (let entry = (one + 1) * sector; entry < (one + 2) * sector; entry += entrySize) entries.push(entry);
  const streams = entries.filter((entry) => view.getUint8(entry + inEntry.type) !== rootEntry);
  const total = streams.reduce((sum, entry) => sum + Math.max(0, view.getInt32(entry + inEntry.size, true)), 0);
  return total <= bytes.length && isTree(view, entries);
}
