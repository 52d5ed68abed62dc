import type { TriedRecord } from '@bellwether/contracts';
import type { FieldKind, FieldTest } from './field-words.js';
import { fieldText, minutesText, valueText } from './field-words.js';

type WhyNot = NonNullable<TriedRecord['whyNot']>;

/** Why a record does not count, in a few words. */
export function whyNotText(
  whyNot: WhyNot,
  tests: readonly FieldTest[],
  kindOf: (field: string) => FieldKind,
  oncePer: string | null,
): string {
  switch (whyNot.kind) {
    case 'gone':
      return 'Deleted or merged';
    case 'no-day':
      return 'Not come to the day that counts';
    case 'condition':
      return 'Does not fulfil the condition';
    case 'no-value':
      return 'Has nothing to add up';
    case 'second':
      return oncePer === null
        ? 'Another came first that day'
        : `Second with this ${fieldText(oncePer)} that day`;
    case 'above-cap':
      return `Above the cap of ${whyNot.atMost}${oncePer === null ? '' : ` per ${fieldText(oncePer)}`} that day`;
    case 'test': {
      const test = tests[whyNot.test];
      return test ? testFailed(test, whyNot.known, kindOf(test.field)) : 'A condition fails';
    }
    case 'problem':
      return problemText(whyNot.problem, whyNot.about);
  }
}

function testFailed(test: FieldTest, known: unknown, kind: FieldKind): string {
  const name = capital(fieldText(test.field));
  if (known === null || known === undefined) return `${name} is not known`;
  const value = valueText(test.value, kind);
  if (kind === 'seconds' && test.operator === 'at-least') return `Shorter than ${value}`;
  if (kind === 'seconds' && test.operator === 'at-most') return `Longer than ${value}`;
  if (test.operator === 'at-least') return `${name} is less than ${value}`;
  if (test.operator === 'at-most') return `${name} is more than ${value}`;
  return `${name} is ${knownText(known, kind)}`;
}

/** What a record says of a field. */
export function knownText(known: unknown, kind: FieldKind): string {
  if (typeof known === 'boolean') return known ? 'yes' : 'no';
  if (kind === 'seconds' && typeof known === 'number') return minutesText(known);
  if (Array.isArray(known)) return known.length === 0 ? 'empty' : known.join(', ');
  return typeof known === 'string' || typeof known === 'number' ? String(known) : 'something else';
}

function problemText(problem: string, about: string | null): string {
  switch (problem) {
    case 'unknown-person':
      return `“${(about ?? '').replace(/^\w+:/, '')}” is nobody yet`;
    case 'nobody-credited':
      return 'Nobody to credit';
    case 'no-date':
      return 'Its day is not known';
    case 'no-amount':
      return 'Its value is no number';
    case 'foreign-currency':
      return `In ${about ?? 'another currency'}`;
    default:
      return about ?? 'Cannot be worked out';
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
