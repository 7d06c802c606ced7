export {
  addDays,
  compareDates,
  daysBetween,
  firstDayOfMonth,
  isIsoDate,
  lastDayOfMonth,
  makeDate,
  weekdayOf,
} from './dates.js';
export type { DateWindow, IsoDate } from './dates.js';
export type { OfficialDay } from './data/official-days.js';
export { reportingPeriods } from './reporting-periods.js';
export type { PeriodKind, ReportingPeriod } from './reporting-periods.js';
export { findTimeExpressions, readTiming } from './timing/read-timing.js';
export type { Frequency, TimingDeadline, TimingReading, TimingRecurrence } from './timing/timing-types.js';
export {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  officialDayOn,
} from './working-days.js';
