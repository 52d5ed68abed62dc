import type { CallReply, ScreenCall } from '@bellwether/contracts';
import { CallHeard } from '@bellwether/contracts';
import type { LiveNamespace } from './live-socket.js';

/** A wall in the next room answers in a tenth of a second; nobody at a desk waits for long. */
const PATIENCE_MS = 2_500;
const BEST_FIRST = ['ready', 'locked', 'absent'] as const;

/** Asks all pages that show a screen, whichever node they are connected to, and tells which have heard. */
export async function callScreen(
  namespace: LiveNamespace,
  room: string,
  call: ScreenCall,
): Promise<CallReply> {
  const told = await answers(namespace, room, call);
  const heard = told.flatMap((answer) => {
    const parsed = CallHeard.safeParse(answer);
    return parsed.success ? [parsed.data.sound] : [];
  });
  return { heard: heard.length, sound: BEST_FIRST.find((state) => heard.includes(state)) ?? null };
}

/** Whoever does not answer in time is left out. */
function answers(
  namespace: LiveNamespace,
  room: string,
  call: ScreenCall,
): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    namespace
      .to(room)
      .timeout(PATIENCE_MS)
      .emit('call', call, (_late: Error | null, told: readonly unknown[] | undefined) =>
        resolve(told ?? []),
      );
  });
}
