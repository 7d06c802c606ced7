import { useGlossary } from '../../../lib/i18n/glossary.js';
import { signOfHeat } from '../heat-of-cell.js';
import classes from './matrix-grid.module.css';

const heats = ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue', 'standing'] as const;

/** Colours and signs of the cells with their words. */
export function HeatLegend() {
  const glossary = useGlossary();
  return (
    <span className={classes.legend}>
      {heats.map((heat) => (
        <span key={heat} className={classes.key}>
          <span className={classes.heat} data-heat={heat} aria-hidden="true">
            {signOfHeat[heat]}
          </span>
          {glossary(heat)}
        </span>
      ))}
    </span>
  );
}
