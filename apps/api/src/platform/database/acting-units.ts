import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the statements of a request are run: the units whose work its person may see, as the database takes them. */
interface ActingUnits {
  /** Array literal of PostgreSQL; asked only when a statement needs it. Nobody signed in: '{}', which sees nothing. */
  units(): Promise<string>;
}

const acting = new AsyncLocalStorage<ActingUnits | undefined>();

/** Runs `work` behind the wall: every statement in it, however deep, sees what these units may see. */
export const actFor = <Result>(units: ActingUnits, work: () => Result): Result => acting.run(units, work);

/** Runs `work` of the system itself although a request began it: a clock, a delivery. */
export const actAsSystem = <Result>(work: () => Result): Result => acting.run(undefined, work);

export const actingUnits = (): ActingUnits | undefined => acting.getStore();
