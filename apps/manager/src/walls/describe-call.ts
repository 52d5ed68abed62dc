import type { CallReply, DeskCall, ScreenView } from '@bellwether/contracts';
import type { WallState } from './wall-state.js';

export interface CallWords {
  readonly fine: boolean;
  readonly title: string;
  readonly detail: string;
}

/** What came of asking a wall for something. */
export function describeCall(
  call: DeskCall,
  { heard, sound }: CallReply,
  { name, volume }: Pick<ScreenView, 'name' | 'volume'>,
  { life, lastSeen }: { readonly life: WallState['kind']; readonly lastSeen: string },
): CallWords {
  if (heard === 0) return notHeard(name, life, lastSeen);
  switch (call) {
    case 'identify':
      return { fine: true, title: `${name} shows its name`, detail: 'For ten seconds' };
    case 'reload':
      return { fine: true, title: `${name} loads its page anew`, detail: 'It is back in a moment' };
    case 'test':
      return tested(name, volume, sound);
  }
}

function tested(name: string, volume: number, sound: CallReply['sound']): CallWords {
  const title = `${name} shows the test`;
  if (sound === 'locked') {
    const detail = 'Its sound is locked: press OK on its remote once';
    return { fine: false, title: `${name} shows the test, unheard`, detail };
  }
  if (sound === 'absent') return { fine: true, title, detail: 'It has no bell to ring' };
  if (volume === 0) return { fine: true, title, detail: 'Its volume is set to silent' };
  return { fine: true, title: `${name} rings`, detail: 'Marked as a test, counted nowhere' };
}

function notHeard(name: string, life: WallState['kind'], lastSeen: string): CallWords {
  const fine = false;
  if (life === 'live') {
    const detail = 'It is connected. Its page may be an old one: load it anew at the TV';
    return { fine, title: `${name} did not answer`, detail };
  }
  if (life === 'never') {
    return { fine, title: `${name} was not opened yet`, detail: 'Nothing was shown' };
  }
  const detail = `Last seen ${lastSeen}. Nothing was shown`;
  return { fine, title: `${name} is not connected`, detail };
}
