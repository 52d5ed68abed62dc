import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FramePace } from './frame-pace.js';

const frames: (() => void)[] = [];
const nextFrame = () => frames.splice(0).forEach((frame) => frame());
const page = { hidden: false };

describe('FramePace', () => {
  beforeEach(() => {
    frames.length = 0;
    page.hidden = false;
    vi.stubGlobal('document', page);
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('does once what was asked for ten times before a frame', () => {
    const pace = new FramePace();
    const deed = vi.fn<() => void>(() => expect(pace.inFrame).toBe(true));
    for (let times = 0; times < 10; times += 1) pace.ask(deed);
    expect(deed).not.toHaveBeenCalled();
    nextFrame();
    expect(deed).toHaveBeenCalledTimes(1);
    expect(pace.inFrame).toBe(false);
  });

  it('asks for no frames when there is nothing to do', () => {
    const pace = new FramePace();
    pace.ask(() => {});
    nextFrame();
    expect(frames).toEqual([]);
  });

  it('does not wait for frames that a hidden page does not have', () => {
    page.hidden = true;
    const deed = vi.fn<() => void>();
    new FramePace().ask(deed);
    expect(deed).toHaveBeenCalledTimes(1);
  });
});
