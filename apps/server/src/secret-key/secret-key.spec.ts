import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig } from '../config/load-config.js';
import { openSecretKey } from './open-secret-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const open = (env: Record<string, string> = {}) =>
  openSecretKey(loadConfig({ BELLWETHER_DATA_DIR: folder, ...env }));

describe('the secret of an installation', () => {
  it('is made by the first start, for its user only, and stays', () => {
    const first = open().forPurpose('sign-in');
    expect(open().forPurpose('sign-in')).toEqual(first);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('is another one in another folder', () => {
    const first = open().forPurpose('sign-in');
    rmSync(join(folder, 'secret.key'));
    expect(open().forPurpose('sign-in')).not.toEqual(first);
  });

  it('is what is set, and no file is made then', () => {
    const set = { BELLWETHER_SECRET_KEY: 'x'.repeat(43) };
    expect(open(set).forPurpose('sign-in')).toEqual(open(set).forPurpose('sign-in'));
    expect(() => readFileSync(join(folder, 'secret.key'))).toThrow('ENOENT');
  });

  it('gives each purpose a key of its own', () => {
    const key = open();
    expect(key.forPurpose('sign-in')).not.toEqual(key.forPurpose('source-secrets'));
    expect(key.forPurpose('sign-in')).toHaveLength(32);
  });

  it('is missed when its file was emptied, instead of being replaced', () => {
    writeFileSync(join(folder, 'secret.key'), '');
    expect(() => open()).toThrow('holds no secret');
  });
});
