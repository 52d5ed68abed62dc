import { reasonOf, SignInApi } from '@bellwether/ui';

/** Ends the session of this browser. Null when it has ended, else why it has not. */
export async function endSession(): Promise<string | null> {
  const answer = await new SignInApi().signOut();
  return answer.kind === 'done' ? null : reasonOf(answer);
}
