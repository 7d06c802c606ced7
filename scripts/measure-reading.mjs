// Scores the plan reader against every *.reading.json below fixtures/, one line for each plan. Needs a build (npm run build).
// --misses: every difference. --write: keeps the reports in fixtures/reading-reports.json; no test lets a reading fall below them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { readPlan } from '../packages/plan-reader/dist/index.js';
import { reportReading } from '../packages/plan-reader/dist/scoring/report-reading.js';

const folder = new URL('../fixtures/', import.meta.url);
const reports = {};

for (const name of readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.reading.json'))
  .toSorted((a, b) => a.localeCompare(b))) {
  const plan = name.replace('.reading.json', '.txt');
  const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const result = readPlan(readFileSync(new URL(plan, folder)), { fileName: plan });
  if (!result.ok) {
    console.log(`${plan}: not read (${result.code})`);
    continue;
  }
  const report = reportReading(result.reading, expected);
  reports[plan] = report;
  const shares = Object.entries(report.found).map(([field, share]) => `${field} ${share.toFixed(3)}`);
  console.log(`${plan}: ${shares.join(' · ')} · doubts ${result.reading.doubts.length}`);
  if (process.argv.includes('--misses')) for (const miss of report.missed) console.log(`  ${miss}`);
}
if (process.argv.includes('--write'))
  writeFileSync(new URL('reading-reports.json', folder), `${JSON.stringify(reports, null, 1)}\n`);
