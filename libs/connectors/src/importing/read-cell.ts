import type { ImportOptions } from '@bellwether/contracts';
import { readMoment, readDay } from './cells/read-moment.js';
import { readMoney } from './cells/read-money.js';
import { readCustom, readFlag, readMinutes, readNumber, readSeconds } from './cells/read-plain.js';
import type { Reading } from './cells/reading.js';
import { read } from './cells/reading.js';
import type { CellKind } from './fields.js';

interface CellContext {
  readonly options: ImportOptions;
  readonly timeZone: string;
}

/** What a cell says, as its field needs it. `text` is not empty. */
export function readCell(
  kind: CellKind,
  text: string,
  { options: { dates, decimal }, timeZone }: CellContext,
): Reading<unknown> {
  switch (kind) {
    case 'text':
      return read(text);
    case 'word':
      return read(text.toLowerCase());
    case 'person':
      return read(text.includes('@') && !/\s/.test(text) ? { email: text } : { id: text });
    case 'moment': {
      const moment = readMoment(text, dates, timeZone);
      return moment.ok ? read(new Date(moment.value).toISOString()) : moment;
    }
    case 'day':
      return readDay(text, dates, timeZone);
    case 'money':
      return readMoney(text, decimal);
    case 'currency':
      return read(text.toUpperCase());
    case 'seconds':
      return readSeconds(text);
    case 'minutes':
      return readMinutes(text);
    case 'number':
      return readNumber(text, decimal);
    case 'flag':
      return readFlag(text);
    case 'list':
      return read(
        text
          .split(';')
          .map((part) => part.trim())
          .filter(Boolean),
      );
    case 'custom':
      return read(readCustom(text));
  }
}
