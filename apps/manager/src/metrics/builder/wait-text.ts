import type { OwnMetricPreview } from '@bellwether/contracts';

/** Why nothing is shown of what a draft comes to. */
export function waitText({ untried }: Pick<OwnMetricPreview, 'untried'>): string {
  return untried === null
    ? 'Waits until nothing is wrong above'
    : `${untried}, so it cannot be tried here. It is counted once it is published`;
}
