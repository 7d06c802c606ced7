import { clusterNumbers } from './page.js';
import type { Box, Rule, Rules } from './page.js';

/** A table of drawn lines: the places of its upright and level lines, and the lines themselves. */
export type RuledTable = Box & { columns: number[]; rows: number[]; rules: Rules };

const tolerance = 3;
/** A row is at least a line of small print high; beside an open one stand at least three upright lines. */
const shortestRow = 8;
const fewestUprights = 3;
/** A page of a plan has some hundred lines; a drawing has thousands and is no table. */
const mostRules = 4000;

/** Pieces of one line that follow each other as the single line that a person sees. */
function joinCollinear(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of rules.toSorted((one, other) => one.at - other.at || one.from - other.from)) {
    const same = joined.findLast(
      (line) =>
        Math.abs(line.at - rule.at) <= 1.5 && rule.from <= line.to + tolerance && rule.to >= line.from - tolerance,
    );
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else joined.push({ ...rule });
  }
  return joined.filter((rule) => rule.to - rule.from > tolerance);
}

const meets = (level: Rule, upright: Rule) =>
  upright.at >= level.from - tolerance &&
  upright.at <= level.to + tolerance &&
  level.at >= upright.from - tolerance &&
  level.at <= upright.to + tolerance;

/** Lines that touch belong to one table. */
function groupTouching({ level, upright }: Rules): Rules[] {
  const groupOf = new Map<Rule, Rules>();
  const groups = new Set<Rules>();
  for (const line of level) {
    const own: Rules = { level: [line], upright: [] };
    groupOf.set(line, own);
    groups.add(own);
  }
  for (const line of upright) {
    const touched = [...new Set(level.filter((other) => meets(other, line)).map((other) => groupOf.get(other)))];
    const [first, ...rest] = touched;
    if (!first) continue;
    first.upright.push(line);
    for (const other of rest) {
      if (!other) continue;
      first.level.push(...other.level);
      first.upright.push(...other.upright);
      for (const moved of other.level) groupOf.set(moved, first);
      groups.delete(other);
    }
  }
  return [...groups];
}

/** A row that a page cuts may have no line at the cut: it reaches as far as the upright lines beside it do. */
function closeOpenRows(rows: readonly number[], upright: readonly Rule[]): number[] {
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const above = upright.filter(({ from }) => from < first - shortestRow).map(({ from }) => from);
  const below = upright.filter(({ to }) => to > last + shortestRow).map(({ to }) => to);
  return [
    ...(above.length >= fewestUprights ? [Math.min(...above)] : []),
    ...rows,
    ...(below.length >= fewestUprights ? [Math.max(...below)] : []),
  ];
}

/** The ruled tables of a page from top to bottom. A frame around nothing but text is none: a table has cells beside each other. */
export function findRuledTables(rules: Rules): RuledTable[] {
  if (rules.level.length + rules.upright.length > mostRules) return [];
  const joined = { level: joinCollinear(rules.level), upright: joinCollinear(rules.upright) };
  return groupTouching(joined)
    .map((group) => {
      const columns = clusterNumbers(
        group.upright.map(({ at }) => at),
        tolerance,
      );
      const levels = clusterNumbers(
        group.level.map(({ at }) => at),
        tolerance,
      );
      const rows = closeOpenRows(levels, group.upright);
      return {
        columns,
        rows,
        rules: group,
        left: columns[0] ?? 0,
        right: columns.at(-1) ?? 0,
        top: rows[0] ?? 0,
        bottom: rows.at(-1) ?? 0,
      };
    })
    .filter(({ columns, rows }) => columns.length >= 3 && rows.length >= 2)
    .toSorted((one, other) => one.top - other.top);
}
