import type { FlowId, Words } from '@phancong/contracts';
import { flows } from '@phancong/workflows';

import type { MovingGroup, Trouble, UpgradeReport } from '../features/upgrade/upgrade-work.js';

const UNITS_SHOWN = 5;

const flowName = (flow: FlowId) => flows[flow].words.vi;
const list = (words: readonly Words[]) => words.map(({ vi }) => `«${vi}»`).join(', ');

/** What an upgrade found, for a terminal: Vietnamese first, a line of English under each head. */
export function writeUpgradeReport(report: UpgradeReport): string {
  const { looked, current, moving, staying, strandedCount, damagedCount, moved } = report;
  const toMove = moving.reduce((sum, group) => sum + group.instances, 0);
  const lines = [
    `Đã khôi phục và chạy thử ${looked} việc, ngày ${report.day}.`,
    `Restored and stepped ${looked} instances.`,
    `  ${current} đang ở bản mới nhất / on the newest version`,
    `  ${toMove} chuyển được / may be moved${moved === null ? '' : `, đã chuyển / moved: ${moved}`}`,
    `  ${staying.reduce((sum, group) => sum + group.instances, 0)} chạy tiếp bản cũ / run on in their version`,
    `  ${strandedCount} sẽ bị kẹt, giữ nguyên / would strand, kept as they are`,
    `  ${damagedCount} hỏng dữ liệu, để riêng / damaged, set aside`,
    ...moving.flatMap(writeGroup),
    ...staying.map(
      ({ flow, version, newest, instances }) =>
        `\n${flowName(flow)}: ${instances} việc ở bản ${version}, chưa có cách chuyển lên bản ${newest} / no way to version ${newest} is stated.`,
    ),
    ...writeTroubles('Sẽ bị kẹt nếu chuyển / would strand', report.stranded, strandedCount),
    ...writeTroubles('Hỏng dữ liệu, đã để riêng / damaged, set aside', report.damaged, damagedCount),
  ];
  return `${lines.join('\n')}\n`;
}

function writeGroup({ flow, from, to, state, words, change, instances, holders }: MovingGroup): string[] {
  const shown = holders.slice(0, UNITS_SHOWN).map(({ unit, instances: count }) => `${unit} (${count})`);
  const more = holders.length > UNITS_SHOWN ? `, và ${holders.length - UNITS_SHOWN} đơn vị khác` : '';
  return [
    '',
    `${flowName(flow)}: ${instances} việc ở «${state.vi}», bản ${from} → ${to}`,
    `  ${words.vi}`,
    `  ${words.en}`,
    ...(change.state ? [`  Trạng thái đổi tên: «${change.state.before.vi}» → «${change.state.after.vi}»`] : []),
    ...(change.holder ? ['  Đơn vị giữ việc thay đổi / another unit holds it'] : []),
    ...(change.gained.length > 0 ? [`  Thêm bước / gained: ${list(change.gained)}`] : []),
    ...(change.lost.length > 0 ? [`  Bớt bước / lost: ${list(change.lost)}`] : []),
    ...(change.clocks ? ['  Mốc nhắc việc thay đổi / clocks change'] : []),
    ...(shown.length > 0 ? [`  Đơn vị đang giữ / held by: ${shown.join(', ')}${more}`] : []),
  ];
}

function writeTroubles(head: string, troubles: readonly Trouble[], count: number): string[] {
  if (count === 0) return [];
  return [
    '',
    `${head}:`,
    ...troubles.flatMap(({ id, flow, version, title, units, why }) => [
      `  ${flowName(flow)} (bản ${version}) «${title}», ${units}, ${id}`,
      `    ${why.vi}`,
      `    ${why.en}`,
    ]),
    ...(count > troubles.length
      ? [`  … và ${count - troubles.length} việc khác / and ${count - troubles.length} more`]
      : []),
  ];
}
