import type { ExplainReply } from '@bellwether/contracts';

type Window = ExplainReply['parts'][number]['window'];

const TEXTS: Readonly<Record<Window, string>> = {
  period: '',
  previous: ' in the period before',
  'previous-2': ' two periods before',
  'previous-3': ' three periods before',
  'previous-4': ' four periods before',
  'previous-5': ' five periods before',
  'previous-6': ' six periods before',
  next: ' in the period after',
  opening: ' when the period began',
  closing: ' by now',
  average: ' on an average day',
  year: ' in twelve months',
  elapsed: ' on the days that are over',
};

/** Which days a part of a formula adds up, to be said after it; empty for the period itself. */
export function windowText(window: Window): string {
  return TEXTS[window];
}
