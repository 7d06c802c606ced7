import type { Actor, Unit, Words } from '@phancong/contracts';

const seats = new Set<Unit['kind']>(['agency', 'leadership']);

/** Leadership and administrators look after the registry of units and see what its changes move. */
export const mayLookAfterRegistry = ({ post }: Pick<Actor, 'post'>, kind: Unit['kind'] | undefined): boolean =>
  kind !== undefined && (post === 'administrator' || seats.has(kind));

/** Changing it is for the head at the leadership, or an administrator. */
export const mayChangeRegistry = (actor: Pick<Actor, 'post'>, kind: Unit['kind'] | undefined): boolean =>
  mayLookAfterRegistry(actor, kind) && (actor.post === 'administrator' || actor.post === 'head');

export const onlyRegistryKeepers: Words = {
  vi: 'Chỉ người đứng đầu ở cấp lãnh đạo hoặc quản trị hệ thống được thay đổi danh mục và sắp xếp đơn vị.',
  en: 'Only the head at the leadership or an administrator changes the registry and reorganises units.',
};
