import { describe, expect } from '@jest/globals';

import { openHouse } from './harness/house.js';
import type { Person } from './harness/person.js';

const house = openHouse({ name: 'money' });
const purpose = 'Phát sóng 12 chuyên đề BHXH tự nguyện trên đài tỉnh';
let address = '';

async function openAppraisal(department: Person): Promise<void> {
  await department.open('/?flow=appraisal');
  await department.line(purpose).follow(new RegExp(purpose));
  await department.seesState('Chờ thẩm định');
}

async function agree(department: Person): Promise<void> {
  await openAppraisal(department);
  await department.press('Đồng ý dự toán');
  await department.type('Ý kiến thẩm định', 'Đúng định mức, đủ nguồn; đồng ý.');
  await department.send('Đồng ý dự toán');
  await department.seesState('Đồng ý');
}

describe('The money of a row of the plan', () => {
  house.story('the centre makes an estimate for row I.3.3 and submits it', async () => {
    const centre = await house.signIn('ttt');
    await centre.open('/ke-hoach');
    await centre.follow(/2025/);
    await (await centre.rowOf('I.3.3')).follow(/vào các khung giờ/);
    const budgets = centre.part('Dự toán của dòng');
    await budgets.press('Lập dự toán');
    await budgets.type('Mục đích chi', purpose);
    await budgets.choose('Đơn vị thẩm định', 'Vụ Kế hoạch và Đầu tư');
    await budgets.choose('Đơn vị thẩm định', 'Vụ Tài chính - Kế toán');
    await centre.keys('Escape');
    await budgets.choose('Đơn vị chuyển tiền', 'Vụ Tài chính - Kế toán');
    await budgets.send('Lập dự toán');
    await centre.seesHeading(purpose);
    address = new URL(centre.page.url()).pathname;

    const estimate = centre.part('Dự toán');
    await estimate.press('Thêm khoản');
    const line = estimate.line(/Thành tiền/);
    await line.type('Nội dung chi', 'Phát sóng chuyên đề trên đài tỉnh');
    await line.type('Đơn vị tính', 'chuyên đề');
    await line.type('Số lượng', '12');
    await line.type('Đơn giá', '9500000');
    await line.choose('Đơn vị thụ hưởng', 'Bảo hiểm xã hội tỉnh Bắc Giang');
    await line.sees('114.000.000');
    await estimate.press('Lưu dự toán');
    await centre.sees('Đã lưu dự toán.');
    await centre.press('Trình thẩm định');
    await centre.seesState('Đang thẩm định');
  });

  house.story('two departments appraise side by side; one returns it and it comes back', async () => {
    const centre = await house.signIn('ttt');
    const planning = await house.signIn('khdt');
    const finance = await house.signIn('tckt');
    await agree(planning);
    await openAppraisal(finance);
    await finance.press('Trả lại để chỉnh sửa');
    await finance.type('Lý do', 'Đơn giá vượt định mức 8 triệu đồng.');
    await finance.send('Trả lại để chỉnh sửa');
    await finance.seesState('Trả lại');

    await centre.open(address);
    await centre.seesState('Bị trả lại, cần chỉnh sửa');
    await centre.part('Thẩm định song song').sees('Lý do trả lại: Đơn giá vượt định mức 8 triệu đồng.');
    const estimate = centre.part('Dự toán');
    await estimate.line(/Thành tiền/).type('Đơn giá', '8000000');
    await estimate.press('Lưu dự toán');
    await centre.sees('Đã lưu dự toán.');
    await centre.press('Trình thẩm định');
    await centre.seesState('Đang thẩm định');
    await agree(planning);
    await agree(finance);
    await centre.seesState('Đã thẩm định, chờ phê duyệt');
  });

  house.story('nobody approves what he submitted: not on screen, not past it', async () => {
    const submitter = await house.signIn('ttt');
    const itsHead = await house.signIn('ttt.giamdoc');
    const id = address.split('/').at(-1) ?? '';
    for (const person of [submitter, itsHead]) {
      await person.open(address);
      await person.seesState('Đã thẩm định, chờ phê duyệt');
      expect(await person.mayPress('Phê duyệt dự toán')).toBe(false);
      const { body: page } = await person.request('GET', `/instances/${id}`);
      const { version } = (page as { line: { version: number } }).line;
      const transfers = [{ unitId: 'bac-giang-truoc-2025-07', amountVnd: '96000000' }];
      const move = { event: 'approve', payload: { transfers }, expectedVersion: version };
      const answer = await person.request('POST', `/instances/${id}/moves`, move);
      expect(answer.status).toBe(403);
    }
  });

  house.story('the leadership approves, finance transfers, the province confirms the receipt', async () => {
    const centre = await house.signIn('ttt');
    const leadership = await house.signIn('lanhdao');
    const finance = await house.signIn('tckt');
    const province = await house.signIn('bac-giang');
    await leadership.open('/?flow=budget');
    await leadership.line(purpose).follow(new RegExp(purpose));
    await leadership.press('Phê duyệt dự toán');
    await leadership.seesState('Đã phê duyệt, đang chuyển kinh phí');

    await finance.open('/?flow=transfer');
    await finance.line(purpose).follow(new RegExp(purpose));
    await finance.sees('96.000.000');
    await finance.press('Chuyển kinh phí');
    await finance.type('Số lệnh chuyển tiền', 'UNC-2025-0117');
    await finance.typeDay('Ngày', '20/05/2025');
    await finance.send('Chuyển kinh phí');
    await finance.seesState('Đã chuyển, chờ xác nhận');

    await province.open('/?flow=transfer');
    await province.line(purpose).follow(new RegExp(purpose));
    await province.press('Xác nhận đã nhận');
    await province.typeDay('Ngày', '20/05/2025');
    await province.send('Xác nhận đã nhận');
    await province.seesState('Đã nhận kinh phí');

    await centre.open(address);
    await centre.seesState('Đã cấp đủ kinh phí');
    await centre.open('/kinh-phi');
    await centre.sees(purpose);
  });

  house.story('each sum opens to the estimates that it counts', async () => {
    const centre = await house.signIn('ttt');
    await centre.open('/kinh-phi');
    const stages = centre.part('Kinh phí theo giai đoạn');
    await stages.follow(/Đã nhận/);
    const received = centre.part('Các dự toán đã nhận tiền');
    await received.line(purpose).sees('96.000.000');
    expect(new URL(centre.page.url()).searchParams.get('stage')).toBe('received');
    await received.follow(/Xem tất cả/);
    await centre.part('Các dự toán').sees(purpose);
  });
});
