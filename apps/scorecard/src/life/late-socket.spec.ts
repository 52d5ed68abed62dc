import type { LiveSocket } from '@bellwether/ui';
import { describe, expect, it, vi } from 'vitest';
import { LateSocket } from './late-socket.js';

function realSocket() {
  const calls: string[] = [];
  const listeners = new Map<string, () => void>();
  const socket = {
    connected: false,
    active: true,
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    off: (event: string) => listeners.delete(event),
    connect: () => calls.push('connect'),
    disconnect: () => calls.push('disconnect'),
    emit: (event: string) => calls.push(`emit ${event}`),
  };
  return { calls, listeners, socket: socket as unknown as LiveSocket };
}

describe('LateSocket', () => {
  it('passes on who listened before it was there, and connects if that was wanted', () => {
    const late = new LateSocket();
    const [heard, gone] = [vi.fn<() => void>(), vi.fn<() => void>()];
    late.asSocket.on('connect', heard).on('beat', gone).off('beat', gone);
    late.connect();
    const { socket, calls, listeners } = realSocket();
    late.arrive(socket);
    expect([...listeners.keys()]).toEqual(['connect']);
    expect(calls).toEqual(['connect']);
    listeners.get('connect')?.();
    expect(heard).toHaveBeenCalledOnce();
  });

  it('stays closed when it was closed before it was there', () => {
    const late = new LateSocket();
    late.connect().disconnect();
    const { socket, calls } = realSocket();
    late.arrive(socket);
    expect(calls).toEqual([]);
  });

  it('is the real one from then on', () => {
    const late = new LateSocket();
    const { socket, calls } = realSocket();
    late.arrive(socket);
    late.asSocket.emit('painted', { topic: 'feed', revision: 1, paintedAt: 1 });
    expect(calls).toEqual(['emit painted']);
  });

  it('is no line before', () => {
    expect(new LateSocket().connected).toBe(false);
    expect(() => new LateSocket().timeout(1)).toThrow('not there yet');
  });
});
