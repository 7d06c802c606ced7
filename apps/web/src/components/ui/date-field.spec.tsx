import { describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { DateField, readTypedDay } from './date-field.js';

function Field() {
  const [day, setDay] = useState<string | null>(null);
  return (
    <MantineProvider>
      <DateField label="Hạn đề nghị" value={day} onChange={setDay} />
      <output>{day}</output>
    </MantineProvider>
  );
}

describe('A day typed by hand', () => {
  it('takes the day as it is typed, day first', async () => {
    render(<Field />);
    await userEvent.type(screen.getByLabelText('Hạn đề nghị'), '20/6/2025');
    await userEvent.tab();
    expect(screen.getByRole('status')).toHaveTextContent('2025-06-20');
  });

  it.each([
    ['5/12/2025', '2025-12-05'],
    ['20.06.2025', '2025-06-20'],
    ['31/2/2025', null],
    ['2', null],
    ['20/06', null],
    ['20/06/25', null],
  ])('reads %s as %s', (text, day) => {
    expect(readTypedDay(text)).toBe(day);
  });
});
