import { Menu } from '@mantine/core';
import { IconArmchair, IconCheck } from '@tabler/icons-react';

import { showRefusal } from '../../components/ui/toasts.js';
import { useTakeSeat } from '../../features/session/api/take-seat.js';
import { formatDay } from '../../lib/dates.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { useSession } from '../../lib/queries/get-session.js';
import { useShellWords } from './shell-words.js';

/** The posts that the person can act in today; nothing to choose where there is one. */
export function SeatItems() {
  const t = useShellWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const say = useSay();
  const { seatId, seats } = useSession();
  const takeSeat = useTakeSeat();
  if (seats.length < 2) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('seats')}</Menu.Label>
      {seats.map((seat) => (
        <Menu.Item
          key={seat.id}
          leftSection={seat.id === seatId ? <IconCheck size={16} /> : <IconArmchair size={16} />}
          aria-current={seat.id === seatId || undefined}
          disabled={takeSeat.isPending}
          onClick={() => {
            if (seat.id !== seatId) takeSeat.mutate(seat.id, { onError: (error) => showRefusal(error, say) });
          }}
        >
          {glossary(seat.post)}, {seat.unitName}
          {seat.onBehalfOf && (
            <>
              <br />
              {t('onBehalfOf', { name: seat.onBehalfOf.personName })}
              {seat.onBehalfOf.planTitle && ` · ${seat.onBehalfOf.planTitle}`}
              {seat.validTo && ` · ${t('until', { day: formatDay(seat.validTo, language) })}`}
            </>
          )}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
