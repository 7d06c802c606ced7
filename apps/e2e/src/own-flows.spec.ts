import { describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';
import type { Person } from './harness/person.js';

const house = openHouse({ name: 'own flows' });

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

/** Chooses in a list of the browser itself. */
const select = (person: Person, label: string, choice: string) =>
  person.page.getByRole('combobox', { name: label, exact: true }).first().selectOption({ label: choice });

/** What is new in Bắc Giang: the director signs before a contribution leaves the province. */
async function insertSignature(keeper: Person): Promise<void> {
  await keeper.press('Thêm trạng thái');
  const states = keeper.part('Trạng thái');
  await states.type('Tên (tiếng Việt)', 'Trình lãnh đạo');
  await states.type('Tên (tiếng Anh)', 'Before the director');
  await keeper.press('Thêm bước');
  const events = keeper.part('Bước thực hiện');
  await events.type('Tên (tiếng Việt)', 'Ký, gửi đi');
  await events.type('Tên (tiếng Anh)', 'Sign and send');

  await keeper
    .part('Đường đi')
    .line('Gửi nội dung phối hợp')
    .press(/^Sửa «Đã nhận phối hợp/);
  await select(keeper, 'Chuyển đến', 'Trình lãnh đạo');
  await keeper
    .part('Đường đi')
    .line('Gửi nội dung phối hợp')
    .press(/^Sửa «Đã nhận phối hợp/);

  await keeper.press('Thêm đường đi');
  await select(keeper, 'Ở trạng thái', 'Trình lãnh đạo');
  await select(keeper, 'Bước', 'Ký, gửi đi');
  await select(keeper, 'Chuyển đến', 'Đã gửi nội dung phối hợp, chờ xác nhận');
}

describe('A province has a workflow of its own', () => {
  house.story(
    'which the administrator writes in a table, rehearses and submits, and leadership puts in force',
    async () => {
      const keeper = await house.signIn('quantri');
      await keeper.open('/quy-trinh');
      await keeper.sees('Chưa có quy trình riêng');
      await keeper.press('Sao chép quy trình');
      await keeper.choose('Dùng cho đơn vị (và đơn vị trực thuộc)', 'Bảo hiểm xã hội tỉnh Bắc Giang');
      await keeper.press('Tạo bản nháp');
      await keeper.seesHeading('Phối hợp');
      await keeper.sees('Không tìm thấy lỗi.');

      await insertSignature(keeper);
      await keeper.press('Thêm câu thông báo');
      const own = keeper.part('Câu thông báo riêng');
      await own.type('Câu tiếng Việt', 'Lãnh đạo {by} đã ký «{person}».');
      await own.sees(/^Câu thông báo chỉ dùng/);
      await own.type('Câu tiếng Việt', 'Lãnh đạo {by} đã ký «{title}».');
      await keeper.page
        .getByRole('img', { name: /Sơ đồ/ })
        .getByText('Trình lãnh đạo')
        .waitFor();
      await keeper.sees('Không tìm thấy lỗi.');
      await keeper.part('Tên gọi').type('Tên (tiếng Việt)', 'Phối hợp có trình ký');

      const rehearsal = keeper.part('Diễn tập');
      await rehearsal.press('Nhận phối hợp');
      await rehearsal.sees(/đang ở «Đã nhận phối hợp»/);
      await rehearsal.press('Gửi nội dung phối hợp');
      await rehearsal.sees(/đang ở «Trình lãnh đạo»/);
      await rehearsal.press('Ký, gửi đi');
      await rehearsal.sees(/đang ở «Đã gửi nội dung phối hợp, chờ xác nhận»/);

      await keeper.press('Lưu bản nháp');
      await keeper.sees('Đã lưu.');
      await keeper.press('Trình duyệt');
      await keeper.sees('Chờ phê duyệt');
      await keeper.sees(/không được tự phê duyệt/);

      const leader = await house.signIn('lanhdao');
      await leader.open('/quy-trinh');
      await leader.follow('Mở «Phối hợp có trình ký»');
      await leader.press('Phê duyệt, đưa vào dùng');
      await leader.dialog('Phê duyệt, đưa vào dùng').sees(/Việc đang chạy giữ quy trình cũ/);
      await leader.dialog('Phê duyệt, đưa vào dùng').press('Phê duyệt, đưa vào dùng');
      await leader.sees('Đang dùng');
    },
    120_000,
  );

  house.story('and works by it, with its words on lists, forms and drawing', async () => {
    const task = await findWork(house, { flow: 'task', from: 'ttt', to: 'ttcntt', state: 'inProgress' });
    const lead = await house.signIn('cntt');
    const { status } = await lead.request('POST', '/instances', {
      flow: 'coordination',
      parentId: task.id,
      toUnitId: 'bac-giang-truoc-2025-07',
      input: { request: 'Cung cấp ảnh tư liệu tại địa phương' },
    });
    expect(status).toBe(201);
    const [asked] = await house.query<{ id: string }>(
      `select id from instance where flow = 'coordination' and machine_version = 1001`,
    );
    const unit = await house.signIn('bac-giang');
    await unit.open(`/viec/${asked?.id}`);
    await unit.press('Nhận phối hợp');
    await unit.seesState('Đã nhận phối hợp');
    await unit.press('Gửi nội dung phối hợp');
    await unit.type('Ghi chú', 'Gửi 20 ảnh tư liệu.');
    await unit.send('Gửi nội dung phối hợp');
    await unit.seesState('Trình lãnh đạo');
    await unit.press('Ký, gửi đi');
    await unit.seesState('Đã gửi nội dung phối hợp, chờ xác nhận');
    await unit.part('Lịch sử').sees('Trình lãnh đạo → Đã gửi nội dung phối hợp, chờ xác nhận');
    await lead.open(`/viec/${task.id}`);
    await lead.sees('Đã gửi nội dung phối hợp, chờ xác nhận');
  });

  for (const { where, ...size } of sights) {
    house.story(
      `that can be read and edited ${where}`,
      async () => {
        const barriers: string[] = [];
        const keeper = await house.signInAnew('quantri', size);
        await keeper.open('/quy-trinh');
        await keeper.sees('Phối hợp có trình ký');
        barriers.push(...(await findBarriers(keeper.page)));
        await keeper.photograph(`own-flows-list-${size.width}`);
        await keeper.line('Đang dùng').follow('Mở «Phối hợp có trình ký»');
        await keeper.press('Soạn bản mới');
        await keeper.seesButton('Lưu bản nháp');
        await keeper.part('Trạng thái').press('Sửa «Trình lãnh đạo»');
        await keeper.part('Đường đi').press(/^Sửa «Trình lãnh đạo →/);
        await keeper.part('Bước thực hiện').press('Sửa «Ký, gửi đi»');
        await keeper.part('Diễn tập').press('Nhận phối hợp');
        await keeper.part('Diễn tập').sees(/đang ở «Đã nhận phối hợp»/);
        barriers.push(...(await findBarriers(keeper.page)));
        if (await keeper.isWiderThanItsWindow()) barriers.push('it scrolls sideways');
        await keeper.photograph(`own-flows-edit-${size.width}`);
        expect(barriers).toEqual([]);
      },
      120_000,
    );
  }
});
