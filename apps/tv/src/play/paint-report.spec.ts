import type { BoardSnapshot, Watched } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PaintReport } from './paint-report.js';

const frames: (() => void)[] = [];
const nextFrame = () => frames.splice(0).forEach((frame) => frame());
const at = (revision: number, epoch = 'one') =>
  new Map([['board:a', { epoch, revision } as Watched<BoardSnapshot>]]);
const nothing = new Map<string, Watched<BoardSnapshot>>();

describe('PaintReport', () => {
  beforeEach(() => {
    frames.length = 0;
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('tells a revision after the frame that painted it, once', () => {
    const { report, told } = reporting(at(1));
    report.rendered(at(2));
    nextFrame();
    expect(told).toEqual([]);
    nextFrame();
    report.rendered(at(2));
    nextFrame();
    expect([told, frames]).toEqual([[2], []]);
  });

  it('does not tell what came between the two frames too early', () => {
    const { report, told } = reporting(at(1));
    report.rendered(at(2));
    nextFrame();
    report.rendered(at(3));
    nextFrame();
    expect(told).toEqual([2]);
    nextFrame();
    expect(told).toEqual([2, 3]);
  });

  it('tells what was rendered in a frame in the next one', () => {
    const { report, told } = reporting(at(1));
    requestAnimationFrame(() => report.rendered(at(2), true));
    nextFrame();
    expect(told).toEqual([]);
    nextFrame();
    expect([told, frames]).toEqual([[2], []]);
  });

  it('skips what was never painted', () => {
    const { report, told } = reporting(at(1));
    report.rendered(at(2));
    report.rendered(at(3));
    nextFrame();
    nextFrame();
    expect(told).toEqual([3]);
  });

  it.each([
    ['the first sight of a board', [at(1)]],
    ['what came while it was covered', [at(1), nothing, at(2)]],
    ['the snapshot of a new epoch', [at(1), at(7, 'two')]],
    ['what was covered before its frame', [at(1), at(2), nothing]],
  ])('adopts %s in silence', (_, renderings) => {
    const { report, told } = reporting();
    for (const visible of renderings) report.rendered(visible);
    nextFrame();
    nextFrame();
    nextFrame();
    expect(told).toEqual([]);
  });

  it('tells what comes after it came back into sight', () => {
    const { report, told } = reporting(at(1));
    report.rendered(nothing);
    report.rendered(at(2));
    report.rendered(at(3));
    nextFrame();
    nextFrame();
    expect(told).toEqual([3]);
  });
});

function reporting(inSight?: ReturnType<typeof at>) {
  const told: number[] = [];
  const report = new PaintReport((_, revision) => void told.push(revision));
  if (inSight) report.rendered(inSight);
  return { report, told };
}
