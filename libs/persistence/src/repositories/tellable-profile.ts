import type { ProfileChange } from '@bellwether/application';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Of a profile what the audit tells, by names that people read. It is kept for good: it says on which days
 * somebody was away, and never why.
 */
export function tellableProfile<Told extends ProfileChange>(told: Told) {
  const { absences, workingDays, ...others } = told;
  return {
    ...others,
    ...(workingDays !== undefined && {
      workingDays: workingDays && workingDays.map((day) => DAYS[day - 1]),
    }),
    ...(absences !== undefined && {
      absences: absences.map(({ from, until }) => (from === until ? from : `${from} to ${until}`)),
    }),
  };
}
