export type {
  Clock,
  DueClock,
  Effect,
  EventActor,
  Facts,
  Flow,
  FlowEvent,
  FlowEventRule,
  FlowState,
  MoveActor,
  Party,
  Phase,
  Side,
} from './engine/flow.js';
export {
  FIRST_OWN_VERSION,
  flowOf,
  flows,
  knowsFlow,
  learnFlow,
  ownFlows,
  releasedFlows,
} from './flows/released-flows.js';
export { relationsOf } from './engine/relations.js';
export { refuseDeed, isOutsideDelegation } from './authority/deeds.js';
export type { Deed } from './authority/deeds.js';
export { refuseDelegation } from './authority/delegation.js';
export type { Delegation } from './authority/delegation.js';
export { wantedClocks } from './engine/due-clocks.js';
export { startFlow } from './engine/start-flow.js';
export type { Started } from './engine/start-flow.js';
export { decideMove } from './engine/decide-move.js';
export type { Move, Moved } from './engine/decide-move.js';
export { askedBy, furnishOpening, hasDoorOn, refuseOpening } from './engine/open-door.js';
export type { Ground, Opener } from './engine/open-door.js';
export { replayHistory } from './replay/replay-history.js';
export { bornKeysOf } from './verification/born-keys.js';
export { offerMoves } from './engine/offer-moves.js';
export { DamagedSnapshot, readSnapshot } from './engine/stored-snapshot.js';
export type { StoredSnapshot } from './engine/stored-snapshot.js';
export type { Refusal } from './engine/refusals.js';
export { judgeErratum } from './corrections/judge-erratum.js';
export { countsOnTimeRate, timelinessOf } from './timeliness.js';
export { bundleWords } from './notices/bundle-words.js';
export { ownVersionOf } from './notices/own-notices.js';
export { noticeWords } from './notices/notice-words.js';
export { stageFlow } from './verification/stage-flow.js';
export type { Stage } from './verification/stage-flow.js';
export { rehearseUpgrade } from './upgrade/rehearse-upgrade.js';
export type { Releases } from './upgrade/rehearse-upgrade.js';
export { shippedReleases } from './upgrade/shipped-releases.js';
export { compileDocument } from './documents/compile-document.js';
export { describeAsDocument, eventsToldToWork } from './documents/describe-as-document.js';
export { keptNames } from './documents/kept-names.js';
export { noticeChoices } from './documents/notice-choices.js';
export { rehearseFlow } from './documents/rehearse-flow.js';
export { verifyDocument } from './documents/verify-document.js';
export { verifyFlows } from './verification/verify-flows.js';
export type { Fault } from './verification/fault.js';
export { describeFlow, edgesToDraw } from './drawing/describe-flow.js';
export { legendOf } from './drawing/legend-of.js';
export type { FlowEdge, FlowNode } from './drawing/describe-flow.js';
export type { Diagram, DiagramEdge, DiagramNode, Point } from './drawing/diagram.js';
export { diagrams } from './drawing/layouts/index.js';
