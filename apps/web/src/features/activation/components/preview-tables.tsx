import { Table } from '@mantine/core';
import type { ActivationPreview } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { paths } from '../../../config/paths.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useActivationWords } from '../activation-words.js';
import classes from './activation-page.module.css';

/** The same tasks counted two ways: by row of the plan, by unit. */
export function PreviewTables({ planId, preview }: { planId: string; preview: ActivationPreview }) {
  const t = useActivationWords();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={classes.columns}>
      <Sheet title={t('perItem')} flush>
        <div className={classes.scrolled}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('row')}</Table.Th>
                <Table.Th>{t('leads')}</Table.Th>
                <Table.Th className={classes.figure}>{t('tasks')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.perItem.map((item) => (
                <Table.Tr key={item.itemId}>
                  <Table.Td>
                    <strong>{item.ref}</strong>{' '}
                    <Link to={paths.planRow} params={{ planId, itemId: item.itemId }}>
                      {item.title}
                    </Link>
                  </Table.Td>
                  <Table.Td>{item.leads.join('; ')}</Table.Td>
                  <Table.Td className={classes.figure}>{number(item.tasks)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Sheet>
      <Sheet title={t('perUnit')} flush>
        <div className={classes.scrolled}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('unit')}</Table.Th>
                <Table.Th className={classes.figure}>{t('tasks')}</Table.Th>
                <Table.Th className={classes.figure}>{t('checkpoints')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.perUnit.map((unit) => (
                <Table.Tr key={unit.unitId}>
                  <Table.Td>
                    <Link to={paths.unit} params={{ unitId: unit.unitId }}>
                      {unit.name}
                    </Link>
                  </Table.Td>
                  <Table.Td className={classes.figure}>{number(unit.tasks)}</Table.Td>
                  <Table.Td className={classes.figure}>{number(unit.checkpoints)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Sheet>
    </div>
  );
}
