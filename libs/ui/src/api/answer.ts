import type { Problem } from '@bellwether/contracts';

/** What came of a request: done, refused with a reason, or never answered. */
export type Answer<Body> =
  | {
      readonly kind: 'done';
      readonly body: Body;
      /** When it was answered, by the server's clock. */
      readonly at: number;
    }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

/** Why something was not done, in one sentence for the person who asked. */
export function reasonOf(answer: Exclude<Answer<unknown>, { readonly kind: 'done' }>): string {
  if (answer.kind === 'unreachable') return 'The server does not answer. Try again in a moment';
  const { detail, title } = answer.problem;
  return detail === '' ? title : detail;
}

/** Where in the request the trouble is, `slides.0.seconds`; empty when it is nowhere in particular. */
export function fieldOf(problem: Problem): string {
  return (problem.field ?? '').replace(/^\//, '').replaceAll('/', '.');
}
