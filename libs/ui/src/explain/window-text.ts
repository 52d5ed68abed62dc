import type { ExplainReply } from '@bellwether/contracts';

type Window = ExplainReply['parts'][number]['window'];

const TEXTS: Readonly<Record<Window, string>> = {
  period: '',
  previous: ' in the period before',
  next: ' in the period after',
  opening: ' when the period began',
  closing: ' by now',
  year: ' in twelve months',
  elapsed: ' on the days that are over',
};

/** Which days a part of a formula adds up, to be said after it; empty for the period itself. */
export function windowText(window: Window): string {
  return TEXTS[window];
}
