import { z } from 'zod';

/** Whether the bell of a screen can be heard: browsers lock sound until somebody touches the page. */
export const SoundState = z.enum(['ready', 'locked', 'absent']);
export type SoundState = z.infer<typeof SoundState>;

/** What a manager may ask of a screen: to show its name, to ring for a test, to load its page anew. */
export const DeskCall = z.enum(['identify', 'test', 'reload']);
export type DeskCall = z.infer<typeof DeskCall>;

/** What a screen is asked for, over its own line. */
export interface ScreenCall {
  /** `renew-key`: ask for another key, over HTTP. */
  readonly call: DeskCall | 'renew-key';
}

/** That it was heard, told by the screen itself. */
export const CallHeard = z.object({ sound: SoundState });
export type CallHeard = z.infer<typeof CallHeard>;
