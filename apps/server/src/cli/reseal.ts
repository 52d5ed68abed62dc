import { readFileSync } from 'node:fs';
import { CannotOpen, resealSources } from '@bellwether/persistence';
import { sourceSecretsOf, sourceSecretsWith } from '../secret-key/source-secrets.js';
import { SecretKey } from '../secret-key/secret-key.js';
import { CannotRun } from '../start/cannot-run.js';
import type { Config } from '../config/load-config.js';
import type { Stores } from '../stores/open-stores.js';
import { CONFIG, STORES } from '../tokens.js';
import type { Command } from './command.js';
import { fileOfCaller } from './file-of-caller.js';

export const reseal: Command = {
  summary: 'Encrypts the secrets of sources with the present key; FILE holds the former one',
  operand: 'FILE',
  options: {},
  async run({ app, operand, say }) {
    const former = readFileSync(fileOfCaller(operand ?? ''), 'utf8').trim();
    const before = sourceSecretsWith(() => new SecretKey(Buffer.from(former)));
    const { database } = app.get<Stores>(STORES);
    try {
      const changed = await resealSources(
        database,
        sourceSecretsOf(app.get<Config>(CONFIG)),
        before,
      );
      say(`sealed: the secrets of ${changed} sources, with the present key`);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      throw new CannotRun(`Nothing is changed: neither key opens all secrets. ${error.message}.`);
    }
    return true;
  },
};
