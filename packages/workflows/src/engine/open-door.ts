import { addWorkingDays } from '@phancong/calendar';
import type { FlowId, IsoDate, Words } from '@phancong/contracts';

import type { Door, Flow, OpenerRelation, Phase } from './flow.js';
import { nameRelation } from './refusals.js';
import { relationsOf } from './relations.js';

/** The work that a flow is to be opened on, with what hangs on it already. */
export interface Ground {
  flow: FlowId;
  state: string;
  phase: Phase;
  fromUnitId: string;
  toUnitId: string;
  ownerUnitId: string;
  dueOn: IsoDate | null;
  children: readonly { flow: FlowId; phase: Phase; toUnitId: string }[];
}

export interface Opener {
  unitId: string;
  isSuperiorOf: (unitId: string) => boolean;
  /** Has a task or a coordination in the plan. */
  worksInPlan: boolean;
}

/** Whom the opener asks: one given unit, or one that he chooses, among these or among all. */
export type Asked = { unitId: string; among?: undefined } | { unitId?: undefined; among: readonly string[] | null };

const extraRelations: Record<'coordinator' | 'worker', Words> = {
  coordinator: { vi: 'Đơn vị phối hợp', en: 'Coordinating unit' },
  worker: { vi: 'Đơn vị có nhiệm vụ trong kế hoạch', en: 'Unit with work in the plan' },
};

/** Tells whether the flow is opened on this kind of work at all, whoever asks. */
export const hasDoorOn = (flow: Flow, on: FlowId): boolean => flow.door?.on[on] !== undefined;

/** Why this unit may not open the flow on this work, in words that a person reads; null when it may. */
export function refuseOpening(flow: Flow, groundFlow: Flow, ground: Ground, opener: Opener): Words | null {
  const { door } = flow;
  const states = door?.on[ground.flow];
  if (!door || states === undefined) return { vi: 'Không thể lập ở đây.', en: 'This cannot be opened here.' };
  if (ground.phase !== 'open') return { vi: 'Việc này đã kết thúc.', en: 'This work has ended.' };
  if (states !== 'open' && !states.includes(ground.state)) {
    const now = groundFlow.states[ground.state]?.words ?? { vi: ground.state, en: ground.state };
    return {
      vi: `Chưa thể lập «${flow.words.vi}» khi «${groundFlow.words.vi}» ở trạng thái «${now.vi}».`,
      en: `“${flow.words.en}” cannot be opened while “${groundFlow.words.en}” is “${now.en}”.`,
    };
  }
  const relations = openerRelations(ground, opener);
  if (!door.by.some((relation) => relations.has(relation))) return wordOpeners(door, flow, groundFlow);
  if (askedBy(flow, ground).unitId === opener.unitId) {
    return {
      vi: `Đơn vị của bạn chính là ${lower(flow.parties.to.vi)}, không cần lập «${flow.words.vi}».`,
      en: `Your own unit is the ${lower(flow.parties.to.en)}; there is no need for “${flow.words.en}”.`,
    };
  }
  if (door.needsTerm && ground.dueOn === null)
    return { vi: 'Việc này không có thời hạn.', en: 'This work has no term.' };
  if (door.once && ground.children.some((child) => child.flow === flow.id && child.phase === 'open')) {
    return {
      vi: `Đã có một «${flow.words.vi}» đang chờ.`,
      en: `A “${flow.words.en}” is already waiting.`,
    };
  }
  return null;
}

/** Whom the opener of the flow asks on this work. */
export function askedBy(flow: Flow, ground: Ground): Asked {
  switch (flow.door?.asks) {
    case 'from':
      return { unitId: ground.fromUnitId };
    case 'to':
      return { unitId: ground.toUnitId };
    case 'owner':
      return { unitId: ground.ownerUnitId };
    case 'anyParty':
      return { among: partiesOf(ground) };
    default:
      return { among: null };
  }
}

/** Title, deadline and input of the new instance, as the door says. `title` null: it takes the name of the work. */
export function furnishOpening(
  { door }: Flow,
  ground: Ground,
  input: Record<string, unknown>,
  today: IsoDate,
): { title: string | null; dueOn: IsoDate | null; input: Record<string, unknown> } {
  const named = door?.title === undefined ? undefined : input[door.title];
  return {
    title: typeof named === 'string' ? named.normalize('NFC').trim().slice(0, 300) : null,
    dueOn: dueOnOf(door, ground, input, today),
    input: door?.parentDueOn === undefined ? input : { ...input, [door.parentDueOn]: ground.dueOn },
  };
}

function dueOnOf(door: Door | undefined, ground: Ground, input: Record<string, unknown>, today: IsoDate) {
  const rule = door?.dueOn;
  if (rule === undefined) return null;
  if (rule === 'parent') return ground.dueOn;
  if ('workingDays' in rule) return addWorkingDays(today, rule.workingDays);
  const typed = input[rule.input];
  return typeof typed === 'string' ? typed : null;
}

/** Units between which products pass: assigner, lead and coordinators of the work. */
const partiesOf = ({ fromUnitId, toUnitId, children }: Ground): string[] => [
  ...new Set([fromUnitId, toUnitId, ...coordinatorsOf(children)]),
];

const coordinatorsOf = (children: Ground['children']) =>
  children.filter((child) => child.flow === 'coordination').map((child) => child.toUnitId);

function openerRelations(ground: Ground, { unitId, isSuperiorOf, worksInPlan }: Opener): Set<OpenerRelation> {
  const below = [ground.fromUnitId, ground.toUnitId].filter(isSuperiorOf);
  const facts = { fromUnitId: ground.fromUnitId, toUnitId: ground.toUnitId, ownerUnitId: ground.ownerUnitId };
  const relations = new Set<OpenerRelation>(relationsOf(unitId, facts, below));
  if (coordinatorsOf(ground.children).includes(unitId)) relations.add('coordinator');
  if (worksInPlan && ground.flow === 'plan') relations.add('worker');
  return relations;
}

function wordOpeners(door: Door, flow: Flow, groundFlow: Flow): Words {
  const names = door.by.map((relation) =>
    relation === 'coordinator' || relation === 'worker' ? extraRelations[relation] : nameRelation(groundFlow, relation),
  );
  return {
    vi: `Chỉ ${names.map(({ vi }) => lower(vi)).join(' hoặc ')} mới được lập «${flow.words.vi}».`,
    en: `Only the ${names.map(({ en }) => lower(en)).join(' or the ')} may open “${flow.words.en}”.`,
  };
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
