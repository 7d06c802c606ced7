import type { Actor, Unit, Words } from '@phancong/contracts';

const seats = new Set<Unit['kind']>(['agency', 'leadership']);

/** Leadership and administrators look after the registry of units and see what its changes move. */
export const mayLookAfterRegistry = ({ post }: Pick<Actor, 'post'>, kind: Unit['kind'] | undefined): boolean =>
  kind !== undefined && (post === 'administrator' || seats.has(kind));

const changers = new Set<Actor['post']>(['head', 'leader', 'administrator']);

/** Changing it is for the head or a leader at the leadership, or an administrator. */
export const mayChangeRegistry = (actor: Pick<Actor, 'post'>, kind: Unit['kind'] | undefined): boolean =>
  mayLookAfterRegistry(actor, kind) && changers.has(actor.post);

export const onlyRegistryKeepers: Words = {
  vi: 'Chỉ người đứng đầu ở cấp lãnh đạo hoặc quản trị hệ thống được thay đổi danh mục và sắp xếp đơn vị.',
  en: 'Only the head at the leadership or an administrator changes the registry and reorganises units.',
};
