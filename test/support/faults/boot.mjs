// Runs the server's one file with what V8 kept of its compilation: a start costs a third.
// node boot.mjs FILE [--compile]

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script, constants } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const [, , file = '', mode] = process.argv;
const kept = `${file}.compiled`;
const parameters = 'exports, require, module, __filename, __dirname';
const script = new Script(`(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const module = { exports: /** @type {{ serve?: () => void, score?: () => void }} */ ({}) };
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
if (mode === '--compile') writeFileSync(kept, script.createCachedData());
else if (isMainThread) module.exports.serve?.();
else module.exports.score?.();
