import type { AmountRule, MeasureDefinition, MeasureRule } from '../../measures/measure.js';
import { closed } from '../definition-parts.js';

const won = closed('won');

/** Of won deals that fulfil a condition, by the parts of those who share them. */
export function ofWon(
  key: string,
  unit: MeasureDefinition['unit'],
  words: { readonly one: string; readonly many: string },
  amount: AmountRule,
  condition = '',
): MeasureDefinition {
  const when = ['deal.status == "won"', condition].filter(Boolean).join(' && ');
  const rule: MeasureRule = { record: 'deal', when, credit: { kind: 'split' }, dates: won, amount };
  return { key, unit, words, rules: [rule] };
}

export const money = (field: string): AmountRule => ({ kind: 'field', field });
export const named = (words: string) => ({ one: words, many: words });
