import type { StatusCounts, Timeliness } from '@phancong/contracts';
import { IconAlertTriangle, IconCheck, IconClock, IconClockCheck, IconInfinity } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';

import { paths } from '../../config/paths.js';
import type { WorkSearch } from '../../config/paths.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useLanguage } from '../../lib/i18n/i18n.js';
import { formatNumber } from '../../lib/numbers.js';
import classes from './count-links.module.css';

type Box = Extract<Timeliness, keyof StatusCounts>;

/** The official boxes in the order of the bar, each with a sign of its own beside the colour. */
export const boxes: readonly { box: Box; Icon: ComponentType<{ size?: number; stroke?: number }> }[] = [
  { box: 'doneOnTime', Icon: IconCheck },
  { box: 'doneLate', Icon: IconClockCheck },
  { box: 'openInTime', Icon: IconClock },
  { box: 'openOverdue', Icon: IconAlertTriangle },
  { box: 'standing', Icon: IconInfinity },
];

/** Numbers of the boxes, each of which opens the list behind it. */
export function CountLinks({ counts, search, about }: { counts: StatusCounts; search: WorkSearch; about: string }) {
  const glossary = useGlossary();
  const language = useLanguage();
  return (
    <span className={classes.counts}>
      {boxes.map(({ box, Icon }) =>
        counts[box] === 0 ? null : (
          <Link
            key={box}
            to={paths.work}
            search={{ ...search, timeliness: box }}
            className={classes.count}
            data-box={box}
            title={glossary(box)}
            aria-label={`${glossary(box)}: ${counts[box]} (${about})`}
          >
            <Icon size={13} stroke={2.2} />
            {formatNumber(counts[box], language)}
          </Link>
        ),
      )}
    </span>
  );
}
