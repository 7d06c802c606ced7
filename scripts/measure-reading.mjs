// Scores the plan reader against every fixtures/*.reading.json, one line for each plan. Needs a build (npm run build).
import { readdirSync, readFileSync } from 'node:fs';

import { readPlan } from '../packages/plan-reader/dist/index.js';
import { scoreReading } from '../packages/plan-reader/dist/scoring/score-reading.js';

const folder = new URL('../fixtures/', import.meta.url);
const percent = (share) => share.toFixed(3);
const verbose = process.argv.includes('--misses');

for (const name of readdirSync(folder).filter((file) => file.endsWith('.reading.json'))) {
  const plan = name.replace('.reading.json', '.txt');
  const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const result = readPlan(readFileSync(new URL(plan, folder)), { fileName: plan });
  if (!result.ok) {
    console.log(`${plan}: not read (${result.code})`);
    continue;
  }
  const score = scoreReading(result.reading, expected);
  console.log(
    `${plan}: items P ${percent(score.items.precision)} R ${percent(score.items.recall)} · leads F1 ${percent(score.leads)} · ` +
      `coordinators F1 ${percent(score.coordinators)} · timing exact ${percent(score.timing)} · targets F1 ${percent(score.targets)} · ` +
      `other fields ${percent(score.otherFields)} · doubts ${result.reading.doubts.length}`,
  );
  if (verbose) for (const miss of score.misses) console.log(`  ${miss}`);
}
