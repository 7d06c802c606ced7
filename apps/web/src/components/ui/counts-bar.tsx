import type { StatusCounts } from '@phancong/contracts';

import { useGlossary } from '../../lib/i18n/glossary.js';
import classes from './counts-bar.module.css';

const boxes = ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue', 'standing'] as const;

/** The official boxes as one stacked bar; the words with their numbers are its name for those who do not see it. */
export function CountsBar({ counts }: { counts: StatusCounts }) {
  const glossary = useGlossary();
  const shown = boxes.filter((box) => counts[box] > 0);
  const name = shown.map((box) => `${glossary(box)}: ${counts[box]}`).join(', ');
  return (
    <span className={classes.bar} role="img" aria-label={name} title={name}>
      {shown.map((box) => (
        <span key={box} className={classes.part} data-box={box} style={{ flexGrow: counts[box] }} />
      ))}
    </span>
  );
}
