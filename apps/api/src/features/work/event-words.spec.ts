import { describe, expect, it } from '@jest/globals';
import { flowOf } from '@phancong/workflows';

import { wordsOfEvent } from './event-words.js';

describe('The words of a history', () => {
  const task = flowOf('task', 1);

  it('do not call a deadline extended that an amendment moved to an earlier day', () => {
    expect(wordsOfEvent(task, 'extended')).toEqual({ vi: 'Đổi hạn', en: 'Deadline moved' });
  });

  it('are otherwise those of the machine, or of what happens beside it', () => {
    expect(wordsOfEvent(task, 'report')).toEqual(task.events['report']?.words);
    expect(wordsOfEvent(task, 'amended')?.vi).toBe('Kế hoạch được sửa đổi');
    expect(wordsOfEvent(task, 'unheard')).toBeUndefined();
  });
});
