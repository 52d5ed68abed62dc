import 'reflect-metadata';
import { accessLines, accessTable } from './access/access-table.js';
import { routesOf } from './access/routes.js';
import { ALL_MODULES } from './server.module.js';

process.stdout.write(`${accessTable(accessLines(routesOf(ALL_MODULES)))}\n`);
