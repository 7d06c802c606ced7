import { describe } from '@jest/globals';

import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';
import type { Person } from './harness/person.js';

const house = openHouse({ name: 'handing over' });

const clip = 'Clip “Đăng ký tài khoản VssID trong 3 phút”';
const leaflet = 'Tờ gấp điện tử “Tra cứu quá trình đóng BHXH”';

/** The centre offers a product on row I.2.3, which the IT centre leads. */
async function offer(centre: Person, product: string): Promise<void> {
  const task = await findWork(house, { flow: 'task', ref: 'I.2.3', to: 'ttcntt' });
  await centre.open(`/viec/${task.id}`);
  await centre.press('Bàn giao sản phẩm');
  await centre.choose('Đơn vị tiếp nhận', 'Trung tâm Công nghệ thông tin');
  await centre.type('Sản phẩm bàn giao', product);
  await centre.type('Đường dẫn', 'https://truyenthong.bhxh.example/san-pham/vssid');
  await centre.send('Bàn giao sản phẩm');
  await centre.sees('Đã gửi: Bàn giao sản phẩm.');
}

describe('A product for VssID passes from the communication centre to the IT centre (row I.2.3)', () => {
  house.story('the IT centre accepts, publishes and returns the link; the centre confirms', async () => {
    const centre = await house.signIn('ttt');
    const itCentre = await house.signIn('cntt');
    await offer(centre, clip);

    await itCentre.open('/ban-giao');
    await itCentre.follow(new RegExp(clip));
    await itCentre.press('Tiếp nhận sản phẩm');
    await itCentre.seesState('Đã tiếp nhận, đang xử lý');
    await itCentre.press('Báo đã xử lý xong');
    await itCentre.type('Đường dẫn sản phẩm đã đăng', 'https://vssid.bhxh.example/tin/dang-ky-vssid');
    await itCentre.send('Báo đã xử lý xong');
    await itCentre.seesState('Đã xử lý xong, chờ xác nhận');

    await centre.open('/thong-bao');
    await centre.follow(new RegExp(`đã xử lý xong sản phẩm «.*${clip}`));
    await centre.link('https://vssid.bhxh.example/tin/dang-ky-vssid').waitFor();
    await centre.press('Xác nhận kết quả');
    await centre.seesState('Đã xác nhận');
    await itCentre.seesState('Đã xác nhận');
  });

  house.story('the IT centre refuses with a reason; the centre reads it and offers again', async () => {
    const centre = await house.signIn('ttt');
    const itCentre = await house.signIn('cntt');
    await offer(centre, leaflet);

    await itCentre.open('/ban-giao');
    await itCentre.follow(new RegExp(leaflet));
    await itCentre.press('Từ chối tiếp nhận');
    await itCentre.send('Từ chối tiếp nhận');
    await itCentre.sees('Cần nhập ô này.');
    await itCentre.type('Lý do', 'Ảnh chưa đúng kích thước 1080×1920 của VssID.');
    await itCentre.send('Từ chối tiếp nhận');
    await itCentre.seesState('Bị từ chối');

    await centre.open('/ban-giao');
    await centre.follow(new RegExp(leaflet));
    await centre.part('Lịch sử').sees('Ảnh chưa đúng kích thước 1080×1920 của VssID.');
    await centre.press('Bàn giao lại');
    await centre.type('Ghi chú', 'Đã dựng lại ảnh 1080×1920.');
    await centre.send('Bàn giao lại');
    await centre.seesState('Đã bàn giao, chờ tiếp nhận');
  });
});
