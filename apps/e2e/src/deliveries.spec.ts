import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect } from '@jest/globals';

import { findBarriers } from './harness/find-barriers.js';
import { findWork } from './harness/find-work.js';
import { openHouse } from './harness/house.js';

const house = openHouse({
  name: 'deliveries',
  settings: {
    PHANCONG_SECRET_KEY: randomBytes(32).toString('base64'),
    PHANCONG_WEBHOOK_INSIDE: '127.0.0.1',
  },
});

const sights = [
  { where: 'at a desk', width: 1440, height: 900 },
  { where: 'on a phone', width: 390, height: 844 },
];

/** A system of another agency, on a port of its own. */
class OtherSystem {
  received = 0;
  private readonly server: Server = createServer((request, answer) => {
    request.resume().on('end', () => {
      this.received += 1;
      answer.writeHead(204).end();
    });
  });

  async open(): Promise<void> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/nhan`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** What the worker gave up: a notice to a unit, and a clock of damaged work. */
async function giveUp(): Promise<void> {
  const task = await findWork(house, { flow: 'task', ref: 'I.1.2', to: 'bac-giang' });
  await house.query(
    `insert into outbox (instance_id, effect, on_day, attempts, fault, dead_at)
     select id, jsonb_build_object('planId', plan_id, 'changed', '[]'::jsonb, 'notices', '[]'::jsonb), '2025-05-20', 6,
       'insert or update on table "notice" violates foreign key constraint "notice_unit_fkey"', now()
     from instance where id = $1`,
    [task.id],
  );
}

describe('What is sent out', () => {
  const other = new OtherSystem();
  beforeAll(() => other.open());
  afterAll(() => other.close());

  for (const { where, ...size } of sights) {
    house.story(`an administrator registers a system, tries it, and sends again what failed, ${where}`, async () => {
      await giveUp();
      const keeper = await house.signInAnew('quantri', size);
      await keeper.open('/gui-nhan');
      const dead = keeper.part('Chưa gửi được');
      await dead.sees('Thông báo sau một bước xử lý');
      await dead.sees(/Cơ sở dữ liệu từ chối/);
      expect(await findBarriers(keeper.page)).toEqual([]);
      await dead.press(/Gửi lại tất cả/);
      await keeper.dialog('Gửi lại tất cả').press('Gửi lại tất cả');
      await dead.sees('Mọi thứ đều đã gửi');

      // Inner addresses are refused with what to do; one that the operator has named is taken.
      keeper.expectRefusal(422);
      const receivers = keeper.part('Nơi nhận');
      await receivers.type('Tên hệ thống nhận', `Trục liên thông ${where}`);
      await receivers.type('Địa chỉ nhận (https)', 'https://169.254.169.254/latest');
      await keeper.page.keyboard.press('Enter');
      await receivers.sees(/thuộc mạng nội bộ nên bị từ chối/);
      await receivers.type('Địa chỉ nhận (https)', other.address);
      await receivers.press('Đăng ký');
      await receivers.sees(/chỉ hiện một lần/);
      await receivers.sees(/whsec_/);

      const line = receivers.line(`Trục liên thông ${where}`);
      const before = other.received;
      await line.press('Gửi thử');
      // What the trial told is still on the screen, and must not lie over this.
      await line.press('Nhật ký gửi');
      await line.sees('Đã gửi');
      expect(other.received).toBe(before + 1);
      expect(await findBarriers(keeper.page)).toEqual([]);
      await keeper.page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(keeper.page, 'colours')).toEqual([]);
      expect(await keeper.isWiderThanItsWindow()).toBe(false);
    });
  }

  house.story('nobody but an administrator sees it', async () => {
    const centre = await house.signIn('ttt');
    centre.expectRefusal(403, 403);
    await centre.open('/gui-nhan');
    await centre.sees(/phải do quản trị viên thực hiện/);
  });

  for (const { where, ...size } of sights) {
    house.story(
      `what need not be sent is counted in the menu, and dismissed with a reason that stays, ${where}`,
      async () => {
        await giveUp();
        const keeper = await house.signInAnew('quantri', size);
        await keeper.open('/gui-nhan');
        await keeper.press(/^Tài khoản/);
        await keeper.page.getByLabel('1 mục chưa gửi được').filter({ visible: true }).first().waitFor();
        await keeper.press(/^Tài khoản/);
        await keeper.page.getByRole('menu').waitFor({ state: 'hidden' });
        const dead = keeper.part('Chưa gửi được');
        await dead.press(/^Thôi gửi: /);
        const why = keeper.dialog('Thôi gửi');
        await why.press('Thôi gửi');
        await why.sees('Cần nhập ô này.');
        const reason = `Đơn vị đã được báo bằng công văn, ${where}.`;
        await why.type('Lý do', reason);
        expect(await findBarriers(keeper.page)).toEqual([]);
        await why.press('Thôi gửi');
        await keeper.part('Đã thôi gửi').sees(`Lý do: ${reason}`);
        await dead.sees('Mọi thứ đều đã gửi');
        expect(await findBarriers(keeper.page)).toEqual([]);
        expect(await keeper.isWiderThanItsWindow()).toBe(false);
        await keeper.photograph('dismissed');
      },
    );
  }
});
