import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { centre, fakeSession, idOf, planId } from '../../testing/fake-office.js';
import { fakeDoubt, fakePlan, fakeReview, fakeReviewItem } from '../../testing/fake-plan.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';
import type { Answering } from '../../testing/render-route.js';

const address = `/ke-hoach/${planId}/ra-soat`;
const ofCentre = { ...fakeSession, actor: { ...fakeSession.actor, unitId: centre.id, unitName: centre.name } };

const step = {
  id: idOf(90),
  kind: 'remove' as const,
  words: { vi: 'bỏ dòng I.1.2', en: 'removed row I.1.2' },
  itemIds: [idOf(52)],
  by: 'Nguyễn Thu Hà',
  at: '2025-01-12T02:00:00.000Z',
  undone: false,
};

function office(own: Answering = () => null, review = fakeReview()) {
  return fakeNetwork((request) => {
    const special = own(request);
    if (special) return special;
    const { path } = request;
    if (path === '/session') return { status: 200, body: ofCentre };
    if (path === `/plans/${planId}`) return { status: 200, body: review.plan };
    if (path === `/plans/${planId}/review`) return { status: 200, body: review };
    return null;
  });
}

const sent = (seen: ReturnType<typeof office>, method: string) =>
  seen.filter((request) => request.method === method && request.path.startsWith(`/plans/${planId}`));

beforeEach(() => sessionStorage.clear());

describe('Các bước soát xét', () => {
  it('takes a key that is pressed while the answer before is still under way', async () => {
    const waiting: (() => void)[] = [];
    const seen = office();
    const answered = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (url.endsWith('/settle')) await new Promise<void>((resolve) => waiting.push(resolve));
      return answered(input, init);
    };
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 3 nghi vấn');
    await person.keyboard('{Enter}');
    await person.keyboard('2');
    expect(await screen.findByText('Còn 1 nghi vấn')).toBeInTheDocument();
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    await waitFor(() => expect(sent(seen, 'POST')).toHaveLength(2));
    expect(sent(seen, 'POST').map(({ path, body }) => [path.split('/').at(-2), body])).toEqual([
      [idOf(71), { answer: { kind: 'accept' } }],
      [idOf(72), { answer: { kind: 'choose', position: 1 } }],
    ]);
  });

  it('lets the plan go on once its own answers have come home, whoever else reads anew meanwhile', async () => {
    const submit = { event: 'submit', words: { vi: 'Trình soát xét', en: 'Submit' }, allowed: true, why: null };
    const open = fakeReview({ plan: fakePlan({ state: 'draft', moves: [submit] }), doubts: [fakeDoubt(1)] });
    const gate: { readings: (() => void)[]; shut: boolean } = { readings: [], shut: false };
    office(undefined, open);
    const answered = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (gate.shut && url.endsWith('/review')) await new Promise<void>((resolve) => gate.readings.push(resolve));
      return answered(input, init);
    };
    const { queryClient } = renderRoute(address);
    const button = () => screen.getByRole('button', { name: 'Trình soát xét' });
    await screen.findByText('Còn 1 nghi vấn');
    expect(button()).toBeEnabled();

    gate.shut = true;
    void queryClient.invalidateQueries();
    await waitFor(() => expect(gate.readings).toHaveLength(1));
    expect(button()).toBeEnabled();

    await userEvent.setup().keyboard('{Enter}');
    await waitFor(() => expect(gate.readings).toHaveLength(2));
    expect(button()).toBeDisabled();
    gate.shut = false;
    for (const read of gate.readings) read();
    await waitFor(() => expect(button()).toBeEnabled());
  });

  it('merges and removes rows by keyboard, and Ctrl Z takes the own step back', async () => {
    const seen = office(
      ({ method, path }) => {
        if (method === 'DELETE') return { status: 204, body: undefined };
        if (path.endsWith('/merge')) return { status: 200, body: fakeReviewItem(1, { version: 1 }) };
        return path.endsWith('/undo') ? { status: 200, body: step } : null;
      },
      fakeReview({ undo: step }),
    );
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 3 nghi vấn');
    await person.keyboard('m');
    await waitFor(() =>
      expect(sent(seen, 'POST')[0]).toMatchObject({
        path: `/plans/${planId}/items/${idOf(51)}/merge`,
        body: { expectedVersion: 0, otherItemId: idOf(52), otherVersion: 0 },
      }),
    );
    await person.keyboard('{Shift>}J{/Shift}{Delete}');
    await waitFor(() => expect(sent(seen, 'DELETE')[0]?.path).toBe(`/plans/${planId}/items/${idOf(52)}`));
    await person.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(sent(seen, 'POST')[1]?.path).toBe(`/plans/${planId}/edits/undo`));
    expect(await screen.findByText('Đã hoàn tác: bỏ dòng I.1.2.')).toBeInTheDocument();
  });

  it('splits a row where the person says', async () => {
    const text = 'Tổ chức Hội nghị đối thoại. Báo cáo kết quả trước ngày 15/12.';
    const items = [fakeReviewItem(1, { text }), fakeReviewItem(2), fakeReviewItem(3)];
    const made = fakeReviewItem(4, { ref: 'I.1.1.b', wasRead: false });
    const seen = office(
      ({ path }) => (path.endsWith('/split') ? { status: 201, body: made } : null),
      fakeReview({ items }),
    );
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 3 nghi vấn');
    await person.keyboard('s');
    const panel = await screen.findByRole('group', { name: 'Tách dòng I.1.1' });
    await person.click(within(panel).getByRole('button', { name: 'Dòng mới bắt đầu từ đây' }));
    await waitFor(() =>
      expect(sent(seen, 'POST')[0]?.body).toEqual({ expectedVersion: 0, textFrom: text.indexOf('Báo cáo') }),
    );
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Tách dòng I.1.1' })).not.toBeInTheDocument());
  });

  it('types the number that the document leaves blank, asked for by its doubt', async () => {
    const doubt = fakeDoubt(1, { code: 'BLANK_FIELD', itemId: null, ref: null, field: 'number' });
    const review = fakeReview({ doubts: [doubt] });
    const seen = office(({ method }) => (method === 'PATCH' ? { status: 200, body: review } : null), review);
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 1 nghi vấn');
    await person.keyboard('e');
    await person.type(await screen.findByRole('textbox', { name: 'Sửa «Số văn bản»' }), '529/KH-BHXH{Enter}');
    await waitFor(() =>
      expect(sent(seen, 'PATCH')[0]).toMatchObject({
        path: `/plans/${planId}/document`,
        body: { expectedVersion: 0, changes: { number: '529/KH-BHXH' } },
      }),
    );
  });

  it('notes where a missing document is', async () => {
    const doubt = fakeDoubt(1, { code: 'MISSING_ATTACHMENT', itemId: null, ref: null, field: null, choices: [] });
    const seen = office(undefined, fakeReview({ doubts: [doubt] }));
    renderRoute(address);
    const person = userEvent.setup();
    await person.type(await screen.findByRole('textbox', { name: 'Ghi chú về văn bản thiếu' }), 'Lưu tại văn thư');
    await person.click(screen.getByRole('button', { name: 'Ghi lại' }));
    await waitFor(() =>
      expect(sent(seen, 'POST')[0]?.body).toEqual({ answer: { kind: 'note', note: 'Lưu tại văn thư' } }),
    );
  });

  it('loses nothing typed when the session ends before it is saved', async () => {
    let signedOut = true;
    const refused = {
      code: 'NOT_SIGNED_IN',
      message: { vi: 'Phiên làm việc đã hết hạn.', en: 'Your session has ended.' },
      details: {},
      requestId: 'r1',
    };
    const seen = office(({ method, path }) => {
      if (method === 'POST' && path === '/session') {
        signedOut = false;
        return { status: 200, body: ofCentre };
      }
      if (method !== 'PATCH') return null;
      return signedOut ? { status: 401, body: refused } : { status: 200, body: fakeReviewItem(1, { version: 1 }) };
    });
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 3 nghi vấn');
    await person.keyboard('e');
    const field = await screen.findByRole('textbox', { name: 'Sửa «Đơn vị tính» của dòng I.1.1' });
    await person.clear(field);
    await person.type(field, 'Cuộc{Enter}');
    const dialog = await screen.findByRole('dialog');
    await person.type(within(dialog).getByLabelText(/Tên đăng nhập/), 'ttt');
    await person.type(within(dialog).getByLabelText(/Mật khẩu/), 'mat-khau{Enter}');
    await waitFor(() => expect(sent(seen, 'PATCH')).toHaveLength(2));
    expect(sent(seen, 'PATCH')[1]?.body).toEqual({ expectedVersion: 0, changes: { unitOfMeasure: 'Cuộc' } });
    expect(await screen.findByText('Đã lưu dòng I.1.1.')).toBeInTheDocument();
  });
});
