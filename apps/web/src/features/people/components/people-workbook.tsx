import { Button, Checkbox, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { useCarryOutPeople, useLookAtPeople } from '../api/people-workbook.js';
import { usePeopleWorkbookWords } from '../people-workbook-words.js';
import { PeopleWorkbookDoneNote } from './people-workbook-done.js';
import { PeopleWorkbookOutcome } from './people-workbook-outcome.js';

/** Many people at once: the exported table, edited and read back; bad cells are named, what would change is shown first. */
export function PeopleWorkbook() {
  const t = usePeopleWorkbookWords();
  const look = useLookAtPeople();
  const carry = useCarryOutPeople();
  const [file, setFile] = useState<File | null>(null);
  const [endLeft, setEndLeft] = useState(false);
  const [invite, setInvite] = useState(true);
  const read = look.data;
  const changes = read ? read.people.length + read.corrected.length + read.given.length + read.moved.length : 0;
  const ready = read !== undefined && read.faults.length === 0 && changes + read.left.length > 0;

  const choose = (chosen: File | null) => {
    if (!chosen) return;
    setFile(chosen);
    setEndLeft(false);
    carry.reset();
    look.mutate(chosen);
  };
  return (
    <Sheet title={t('title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('hint')}
      </Text>
      <Group gap="xs">
        <Button component="a" href="/api/people/workbook" variant="default">
          {t('export')}
        </Button>
        <FileButton accept=".xlsx" onChange={choose}>
          {(props) => (
            <Button {...props} variant="default" loading={look.isPending}>
              {t('choose')}
            </Button>
          )}
        </FileButton>
      </Group>
      <RefusalAlert error={carry.error ?? look.error} mt="sm" />
      {carry.data && <PeopleWorkbookDoneNote done={carry.data} />}
      {read && !carry.data && <PeopleWorkbookOutcome read={read} nothing={changes + read.left.length === 0} />}
      {ready && !carry.data && file && (
        <Stack gap="sm" mt="md">
          {read.left.length > 0 && (
            <Checkbox
              label={t('endLeft')}
              checked={endLeft}
              onChange={(event) => setEndLeft(event.currentTarget.checked)}
            />
          )}
          {read.people.length > 0 && (
            <Checkbox
              label={t('invite')}
              checked={invite}
              onChange={(event) => setInvite(event.currentTarget.checked)}
            />
          )}
          <Button
            w="fit-content"
            loading={carry.isPending}
            disabled={changes === 0 && !endLeft}
            onClick={() =>
              // Somebody else was quicker: what would change is read anew.
              carry.mutate(
                { file, fingerprint: read.fingerprint, endLeft, invite },
                { onError: () => look.mutate(file) },
              )
            }
          >
            {t('carryOut')}
          </Button>
        </Stack>
      )}
    </Sheet>
  );
}
