import { resolve } from 'node:path';

/** npm runs us in the project's folder; people name files from where they are. */
export function fileOfCaller(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}
