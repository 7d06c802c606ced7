import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { centre, fakeSession, idOf, planId } from '../../testing/fake-office.js';
import { fakeDoubt, fakePlan, fakeReview, fakeReviewItem } from '../../testing/fake-plan.js';
import { fakeNetwork, renderRoute } from '../../testing/render-route.js';
import type { Answering } from '../../testing/render-route.js';

const address = `/ke-hoach/${planId}/ra-soat`;
const ofCentre = { ...fakeSession, actor: { ...fakeSession.actor, unitId: centre.id, unitName: centre.name } };

/** The centre's own session before the fake plan; settled doubts stay settled, as on a server. */
function office(own: Answering = () => null, review = fakeReview()) {
  const settled = new Set<string>();
  const reviewNow = () => ({
    ...review,
    doubts: review.doubts.map((doubt) =>
      settled.has(doubt.id) ? { ...doubt, settledAt: '2025-01-12T02:00:00.000Z', settledBy: 'Nguyễn Thu Hà' } : doubt,
    ),
  });
  return fakeNetwork((request) => {
    const special = own(request);
    if (special) return special;
    const { method, path } = request;
    if (path === '/session') return { status: 200, body: ofCentre };
    if (path === `/plans/${planId}`) return { status: 200, body: review.plan };
    if (path === `/plans/${planId}/review`) return { status: 200, body: reviewNow() };
    const doubtId = /\/doubts\/([^/]+)\/settle$/.exec(path)?.[1];
    if (method === 'POST' && doubtId) {
      settled.add(doubtId);
      return { status: 200, body: reviewNow().doubts.find(({ id }) => id === doubtId) };
    }
    return null;
  });
}

const settlements = (seen: ReturnType<typeof office>) =>
  seen.filter(({ path }) => path.endsWith('/settle')).map(({ path, body }) => ({ path, body }));
const settle = (number: number, answer: object) => ({
  path: `/plans/${planId}/doubts/${idOf(70 + number)}/settle`,
  body: { answer },
});

beforeEach(() => sessionStorage.clear());

describe('Soát xét kế hoạch', () => {
  it('goes through the doubts with j, Enter and a digit, each answer leading to the next doubt', async () => {
    const seen = office();
    renderRoute(address);
    const person = userEvent.setup();
    expect(await screen.findByText('Còn 3 nghi vấn')).toBeInTheDocument();
    await person.keyboard('j2');
    await waitFor(() => expect(settlements(seen)).toEqual([settle(2, { kind: 'choose', position: 1 })]));
    expect(await screen.findByText('Còn 2 nghi vấn')).toBeInTheDocument();
    await person.keyboard('{Enter}');
    expect(await screen.findByText('Còn 1 nghi vấn')).toBeInTheDocument();
    expect(settlements(seen)[1]).toEqual(settle(3, { kind: 'accept' }));
  });

  it('lights the row of the doubt in the document and marks the words that were read', async () => {
    office();
    renderRoute(address);
    const source = await screen.findByRole('region', { name: /^Văn bản phu-luc/ });
    await userEvent.setup().keyboard('j');
    await waitFor(() => expect(source.querySelector('[data-lit] mark')).toHaveTextContent('Hội nghị số 2'));
  });

  it('says on which page of the file the lines stand', async () => {
    const review = fakeReview();
    const source = review.source.map((row, index) => ({ ...row, page: index === 0 ? 1 : 2 }));
    office(undefined, { ...review, source });
    renderRoute(address);
    const pane = await screen.findByRole('region', { name: /^Văn bản phu-luc/ });
    expect(
      within(pane)
        .getAllByText(/^Trang \d+$/)
        .map(({ textContent }) => textContent),
    ).toEqual(['Trang 1', 'Trang 2']);
  });

  it('says that an unnamed unit means nobody', async () => {
    const doubt = fakeDoubt(1, { code: 'UNNAMED_UNIT', field: 'coordinators', choices: [] });
    const seen = office(undefined, fakeReview({ doubts: [doubt] }));
    renderRoute(address);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Không giao cho ai' }));
    await waitFor(() => expect(settlements(seen)).toEqual([settle(1, { kind: 'units', unitIds: [] })]));
  });

  it('keeps what was typed when another person saved the row first, and says who', async () => {
    let version = 0;
    const stale = {
      code: 'STALE_VERSION',
      message: { vi: 'Trong lúc bạn xem, Lê Quang Vinh đã «sửa dòng».', en: 'Meanwhile Lê Quang Vinh edited.' },
      details: { who: 'Lê Quang Vinh' },
      requestId: 'r1',
    };
    const bodies: unknown[] = [];
    office(({ method, path, body }) => {
      if (path === `/plans/${planId}/review`) {
        return { status: 200, body: fakeReview({ items: [fakeReviewItem(1, { version })] }) };
      }
      if (method !== 'PATCH') return null;
      bodies.push(body);
      if (version === 1) return { status: 200, body: fakeReviewItem(1, { version: 2, edited: ['unitOfMeasure'] }) };
      version = 1;
      return { status: 409, body: stale };
    });
    renderRoute(address);
    const person = userEvent.setup();
    await screen.findByText('Còn 3 nghi vấn');
    await person.keyboard('e');
    const field = await screen.findByRole('textbox', { name: 'Sửa «Đơn vị tính» của dòng I.1.1' });
    await person.clear(field);
    await person.type(field, 'Cuộc');
    await person.click(screen.getByRole('button', { name: 'Lưu' }));
    expect(await screen.findByText(/Lê Quang Vinh đã «sửa dòng»/)).toBeInTheDocument();
    expect(field).toHaveValue('Cuộc');
    await person.click(screen.getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(bodies).toHaveLength(2));
    expect(bodies).toEqual([
      { expectedVersion: 0, changes: { unitOfMeasure: 'Cuộc' } },
      { expectedVersion: 1, changes: { unitOfMeasure: 'Cuộc' } },
    ]);
  });

  it('tells why the plan cannot be approved yet', async () => {
    const why = { vi: 'Còn 3 điểm nghi vấn chưa được giải quyết.', en: '3 doubts are not settled yet.' };
    const moves = [{ event: 'approve', words: { vi: 'Phê duyệt kế hoạch', en: 'Approve' }, allowed: false, why }];
    office(undefined, fakeReview({ plan: fakePlan({ state: 'inReview', openDoubts: 3, moves }) }));
    renderRoute(address);
    const steps = await screen.findByRole('region', { name: 'Bước tiếp theo của kế hoạch' });
    expect(within(steps).getByText(why.vi, { exact: false })).toBeInTheDocument();
    expect(within(steps).queryByRole('button', { name: 'Phê duyệt kế hoạch' })).not.toBeInTheDocument();
  });
});
