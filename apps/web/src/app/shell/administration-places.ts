import { refuseDeed, type Deed } from '@phancong/workflows';
import type { Actor } from '@phancong/contracts';
import { IconFirstAidKit, IconHistory, IconRoute, IconSend, IconShieldLock, IconUsers } from '@tabler/icons-react';
import type { ComponentType } from 'react';

import { paths } from '../../config/paths.js';

interface AdministrationPlace {
  to: string;
  word: 'people' | 'ownFlows' | 'deliveries' | 'quarantine' | 'audit' | 'securityLog';
  Icon: ComponentType<{ size?: number; stroke?: number }>;
  /** What a person must be allowed to do for the place to be of use. */
  deed: Deed;
}

const administrationPlaces: readonly AdministrationPlace[] = [
  { to: paths.people, word: 'people', Icon: IconUsers, deed: 'keepPeople' },
  { to: paths.ownFlows, word: 'ownFlows', Icon: IconRoute, deed: 'approveFlows' },
  { to: paths.deliveries, word: 'deliveries', Icon: IconSend, deed: 'keepDeliveries' },
  { to: paths.quarantine, word: 'quarantine', Icon: IconFirstAidKit, deed: 'repairWork' },
  { to: paths.audit, word: 'audit', Icon: IconHistory, deed: 'readRecord' },
  { to: paths.securityLog, word: 'securityLog', Icon: IconShieldLock, deed: 'readSecurityLog' },
];

/** Where this person keeps the installation in order; nothing for those who only work in it. */
export const administrationPlacesOf = (actor: Actor): readonly AdministrationPlace[] =>
  administrationPlaces.filter(({ deed }) => !refuseDeed(actor, deed));
