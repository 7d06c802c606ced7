import { describe, expect, it } from '@jest/globals';

import { noticeTemplates, type NoticeTemplateId } from './notice-templates.js';
import { noticeWords } from './notice-words.js';

const templates = Object.keys(noticeTemplates) as NoticeTemplateId[];

describe('A notice', () => {
  it('names the unit, the row, the work and the deadline in both languages', () => {
    expect(
      noticeWords('taskAssigned', {
        title: 'Hội nghị tập huấn',
        ref: 'I.1.1',
        byUnitName: 'Trung tâm Truyền thông',
        dueOn: '2025-05-20',
      }),
    ).toEqual({
      vi: 'Trung tâm Truyền thông giao nhiệm vụ «I.1.1 Hội nghị tập huấn», hạn 20/05/2025. Đề nghị đơn vị tiếp nhận.',
      en: 'Trung tâm Truyền thông assigned the task “I.1.1 Hội nghị tập huấn”, due 20 May 2025. Please acknowledge it.',
    });
  });

  it('leaves the deadline out where there is none', () => {
    expect(noticeWords('deadlinePassed', { title: 'Tin, bài', byUnitName: null }).vi).toBe(
      'Quá hạn: «Tin, bài» chưa hoàn thành.',
    );
  });

  it('prints signs in a title as they are', () => {
    const title = 'Đợt {by} [1] $& $1';
    expect(noticeWords('taskAccepted', { title, byUnitName: 'A' }).vi).toBe(
      `A đã chấp nhận kết quả nhiệm vụ «${title}».`,
    );
  });

  it.each(templates)('%s leaves no gap unfilled, with and without a deadline', (template) => {
    for (const dueOn of ['2025-05-20', null]) {
      const { vi, en } = noticeWords(template, { title: 'Hội nghị', byUnitName: null, dueOn });
      for (const sentence of [vi, en]) {
        expect(sentence).toMatch(/^\S.*[.]$/);
        expect(sentence).not.toMatch(/[{}[\]]| {2}| [.,]/);
      }
    }
  });
});
