import { numberFormat } from '@bellwether/ui';

interface Told {
  readonly estimate: { readonly records: number; readonly seconds: number } | null;
  /** The version in force; null for a metric that is new. */
  readonly version: number | null;
  readonly locale: string;
}

/** What publishing does, and about how long it takes. */
export function publishText({ estimate, version, locale }: Told): string {
  if (!estimate) return 'What came before is counted as well.';
  const records = numberFormat(locale, {}).format(estimate.records);
  const noun = estimate.records === 1 ? 'record' : 'records';
  const counted = `Publishing counts ${records} ${noun} again in about ${lengthText(estimate.seconds)}.`;
  return version === null
    ? `${counted} Boards fill while that goes on.`
    : `${counted} Boards begin anew with version ${version + 1} and fill while that goes on.`;
}

function lengthText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
