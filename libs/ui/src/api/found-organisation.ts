import type { SetupBody, SetupReply } from '@bellwether/contracts';
import type { Answer } from './answer.js';
import { sendRequest, type Fetching } from './send-request.js';

/** Founds the organisation by a set-up link. There is no key yet: the answer brings it. */
export function foundOrganisation(
  body: SetupBody,
  fetching: Fetching = (address, init) => window.fetch(address, init),
): Promise<Answer<SetupReply>> {
  return sendRequest<SetupReply>('/api/v1/setup', { method: 'POST', json: body }, fetching);
}
