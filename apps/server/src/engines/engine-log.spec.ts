import { mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EngineLog } from './engine-log.js';

describe('the log of an engine', () => {
  it('tells the last lines since the launch', () => {
    const log = open(newFile());
    writeSync(log.descriptor, 'of an earlier run\n');
    log.markLaunch();
    expect(log.lastLines()).toBe('');
    writeSync(log.descriptor, 'one\ntwo\n\nthree\nfour\n');
    expect(log.lastLines()).toBe('two | three | four');
  });

  it('goes on at its end, for its user only', () => {
    const file = newFile();
    writeSync(open(file).descriptor, 'yesterday\n');
    writeSync(open(file).descriptor, 'today\n');
    expect(readFileSync(file, 'utf8')).toBe('yesterday\ntoday\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is moved aside when it has grown too long, and written on by whoever has it open', () => {
    const file = newFile();
    const engine = open(file);
    writeSync(engine.descriptor, 'x'.repeat(5_000_000));
    open(file);
    writeSync(engine.descriptor, 'today\n');
    expect(readFileSync(file, 'utf8')).toBe('today\n');
    expect(statSync(`${file}.1`).size).toBe(5_000_000);
  });
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bw-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'logs', 'engine.log');
}

function open(file: string): EngineLog {
  const log = new EngineLog(file);
  onTestFinished(() => log.close());
  return log;
}
