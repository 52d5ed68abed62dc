import type { BoardSnapshot, Watched } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PaintReport } from './paint-report.js';

const frames: (() => void)[] = [];
const nextFrame = () => frames.splice(0).forEach((frame) => frame());
const at = (revision: number) =>
  new Map([['board:a', { epoch: 'one', revision } as Watched<BoardSnapshot>]]);

describe('PaintReport', () => {
  beforeEach(() => {
    frames.length = 0;
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('tells a revision after the frame that painted it, once', () => {
    const { report, told } = reporting();
    report.rendered(at(1));
    nextFrame();
    expect(told).toEqual([]);
    nextFrame();
    report.rendered(at(1));
    nextFrame();
    expect([told, frames]).toEqual([[1], []]);
  });

  it('does not tell what came between the two frames too early', () => {
    const { report, told } = reporting();
    report.rendered(at(1));
    nextFrame();
    report.rendered(at(2));
    nextFrame();
    expect(told).toEqual([1]);
    nextFrame();
    expect(told).toEqual([1, 2]);
  });

  it('skips what was never painted', () => {
    const { report, told } = reporting();
    report.rendered(at(1));
    report.rendered(at(2));
    nextFrame();
    nextFrame();
    expect(told).toEqual([2]);
  });

  it('tells later what it could not tell yet', () => {
    const { report, told, line } = reporting();
    line.open = false;
    report.rendered(at(1));
    nextFrame();
    nextFrame();
    line.open = true;
    report.rendered(at(1));
    nextFrame();
    nextFrame();
    expect(told).toEqual([1]);
  });
});

function reporting() {
  const told: number[] = [];
  const line = { open: true };
  const report = new PaintReport((_, revision) => {
    if (line.open) told.push(revision);
    return line.open;
  });
  return { report, told, line };
}
