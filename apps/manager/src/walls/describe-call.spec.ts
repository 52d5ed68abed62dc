import { expect, it } from 'vitest';
import { describeCall } from './describe-call.js';

const hall = { name: 'Hall', volume: 0.6 };
const live = { life: 'live', lastSeen: '14:32' } as const;
const dark = { life: 'dark', lastSeen: '13:58' } as const;

it.each([
  ['identify', { heard: 1, sound: 'ready' }, live, 'Hall shows its name'],
  ['reload', { heard: 2, sound: 'ready' }, live, 'Hall loads its page anew'],
  ['test', { heard: 1, sound: 'ready' }, live, 'Hall rings'],
  ['test', { heard: 1, sound: 'locked' }, live, 'Hall shows the test, unheard'],
  ['test', { heard: 0, sound: null }, live, 'Hall did not answer'],
  ['test', { heard: 0, sound: null }, dark, 'Hall is not connected'],
] as const)('%s, %j', (call, reply, state, title) => {
  expect(describeCall(call, reply, hall, state).title).toBe(title);
});

it('says that a silent wall is silent, and when a dark one was seen', () => {
  const reply = { heard: 1, sound: 'ready' } as const;
  expect(describeCall('test', reply, { ...hall, volume: 0 }, live).detail).toBe(
    'Its volume is set to silent',
  );
  expect(describeCall('identify', { heard: 0, sound: null }, hall, dark).detail).toBe(
    'Last seen 13:58. Nothing was shown',
  );
});
