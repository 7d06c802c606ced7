import { Text } from '@mantine/core';
import type { BudgetPage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney, formatNumber } from '../../../lib/numbers.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './budget-section.module.css';

/** The lines as everybody but the submitter reads them. */
export function EstimateTable({ budget: { lines, totalVnd } }: { budget: BudgetPage }) {
  const t = useBudgetWords();
  const language = useLanguage();
  const units = useUnits();
  const nameOf = (unitId: string) => units.data?.items.find(({ id }) => id === unitId)?.shortName ?? unitId;
  if (lines.length === 0) return <Text c="dimmed">{t('noLinesRead')}</Text>;
  return (
    <div className={classes.scrolled}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('content')}</th>
            <th>{t('unit')}</th>
            <th className={classes.figure}>{t('quantity')}</th>
            <th className={classes.figure}>{t('price')}</th>
            <th className={classes.figure}>{t('amount')}</th>
            <th>{t('beneficiary')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${index}-${line.content}`}>
              <td>{line.content}</td>
              <td>{line.unitOfMeasure}</td>
              <td className={classes.figure}>{formatNumber(line.quantity, language)}</td>
              <td className={classes.figure}>{formatMoney(line.unitPriceVnd, language)}</td>
              <td className={classes.figure}>{formatMoney(line.amountVnd, language)}</td>
              <td>
                <Link to={paths.unit} params={{ unitId: line.beneficiaryUnitId }}>
                  {nameOf(line.beneficiaryUnitId)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={4}>{t('total')}</th>
            <td className={classes.figure}>{formatMoney(totalVnd, language)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
