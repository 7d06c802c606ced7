import type { Actor } from '@phancong/contracts';
import { refuseDeed, type Deed } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';

/** Throws the refusal of a deed that the post, or the delegation, of this person does not allow. */
export function requireDeed({ actor }: { actor: Actor }, deed: Deed, planId: string | null = null): void {
  const refused = refuseDeed(actor, deed, planId);
  if (refused) throw new DomainError(refused.code, refused.details, refused.words);
}
