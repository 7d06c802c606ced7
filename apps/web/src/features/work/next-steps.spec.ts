import { describe, expect, it } from '@jest/globals';

import { bacGiang, centre, fakeLine } from '../../testing/fake-office.js';
import { findNextSteps } from './next-steps.js';

const told = (flow: 'coordination' | 'task' | 'budget', state: string, machineVersion = 1) =>
  findNextSteps(fakeLine(1, { flow, state, machineVersion })).map(({ words, by, to, holder }) => [
    words.vi,
    by,
    to.vi,
    holder,
  ]);

describe('What may come next', () => {
  it('names who makes each move and who has to act then', () => {
    expect(told('coordination', 'acknowledged')).toEqual([
      ['Gửi nội dung phối hợp', [bacGiang.name], 'Đã gửi nội dung phối hợp, chờ xác nhận', centre.name],
      ['Từ chối phối hợp', [bacGiang.name], 'Từ chối phối hợp', null],
      ['Thôi đề nghị phối hợp', [centre.name], 'Thôi đề nghị', null],
      ['Nhiệm vụ đã kết thúc', [], 'Thôi đề nghị', null],
    ]);
  });

  it('is nothing where it has ended, and is told in the words of the shipped flow where the version is unknown', () => {
    expect(told('coordination', 'confirmed')).toEqual([]);
    expect(told('coordination', 'acknowledged', 1999)).toHaveLength(5);
  });
});
