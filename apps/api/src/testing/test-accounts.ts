import type { Post } from '@phancong/contracts';

import { hashPassword } from '../features/people/password.js';
import type { SqlRunner } from '../platform/database/sql.js';

interface TestAccount {
  username: string;
  fullName: string;
  unitId: string;
  post: Post;
}

const account = (username: string, fullName: string, unitId: string, post: Post = 'officer'): TestAccount => ({
  username,
  fullName,
  unitId,
  post,
});

/** People of the tests: user names tell the unit and the post. Units are those of January 2025. */
export const testAccounts = [
  account('ttt', 'Nguyễn Thu Hà', 'ttt'),
  account('ttt.giamdoc', 'Lê Quang Minh', 'ttt', 'head'),
  account('ttt.pho', 'Ngô Quỳnh Trang', 'ttt', 'deputy'),
  account('ttt.vanthu', 'Mai Thị Hạnh', 'ttt', 'clerk'),
  account('quantri', 'Phan Hữu Nghĩa', 'bhxh-vn', 'administrator'),
  account('cntt', 'Trần Đức Anh', 'ttcntt'),
  account('cntt.giamdoc', 'Phạm Văn Hải', 'ttcntt', 'head'),
  account('cskh', 'Đỗ Thị Lan', 'ttcskh'),
  account('tckt', 'Vũ Thanh Bình', 'vtckt'),
  account('tckt.vutruong', 'Hoàng Ngọc Sơn', 'vtckt', 'head'),
  account('khdt', 'Bùi Minh Châu', 'vkhdt'),
  account('khdt.vutruong', 'Đặng Thị Thủy', 'vkhdt', 'head'),
  account('lanhdao', 'Trịnh Quốc Khánh', 'lanh-dao-bhxh-vn', 'head'),
  account('bacgiang', 'Thân Văn Lâm', 'bac-giang-truoc-2025-07'),
  account('bacgiang.giamdoc', 'Giáp Thị Hương', 'bac-giang-truoc-2025-07', 'head'),
  account('laocai', 'Lý A Sùng', 'lao-cai-truoc-2025-07'),
  account('laocai.giamdoc', 'Vàng Thị Mỷ', 'lao-cai-truoc-2025-07', 'head'),
] as const;

export const testPassword = 'mật khẩu thử 2025';

const insertAccounts = {
  name: 'insert-test-accounts',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as x(username text, "fullName" text, "unitId" text, post text)),
    people as (
      insert into person (username, full_name, password_hash)
      select username, "fullName", $2 from given returning id, username)
    insert into post_holding (person_id, unit_id, post)
    select people.id, given."unitId", given.post from people join given using (username)`,
};

export async function insertTestAccounts(runner: SqlRunner): Promise<void> {
  await runner.rows(insertAccounts, [JSON.stringify(testAccounts), await hashPassword(testPassword)]);
}
