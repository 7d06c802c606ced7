import type { Actor, Unit, Words } from '@phancong/contracts';

const seats = new Set<Unit['kind']>(['agency', 'leadership']);

/** Leadership and the agency look after the registry; the administrator of one province does not change it for all others. */
export const mayLookAfterRegistry = (kind: Unit['kind'] | undefined): boolean => kind !== undefined && seats.has(kind);

const changers = new Set<Actor['post']>(['head', 'leader', 'administrator']);

/** Changing it is for the head, a leader or an administrator there. */
export const mayChangeRegistry = (actor: Pick<Actor, 'post'>, kind: Unit['kind'] | undefined): boolean =>
  mayLookAfterRegistry(kind) && changers.has(actor.post);

export const onlyRegistryKeepers: Words = {
  vi: 'Chỉ người đứng đầu ở cấp lãnh đạo hoặc quản trị của cơ quan được thay đổi danh mục và sắp xếp đơn vị.',
  en: 'Only the head at the leadership or an administrator of the agency changes the registry and reorganises units.',
};
