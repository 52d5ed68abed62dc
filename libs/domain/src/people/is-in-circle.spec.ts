import { expect, it } from 'vitest';
import type { PersonId } from '../ids.js';
import { isInCircle } from './is-in-circle.js';

/** 1 reports to 2, 2 to 3; 4 to nobody. */
const managers = new Map([
  [1, 2],
  [2, 3],
]);
const managerOf = (id: PersonId) => managers.get(id) as PersonId | undefined;

it.each([
  ['nobody is their own manager', 1, 1, true],
  ['nor the manager of their manager', 2, 1, true],
  ['nor of anybody further up', 3, 1, true],
  ['a newcomer may lead everybody', 3, 4, false],
  ['or be led by anybody', 4, 1, false],
])('%s', (_, person, manager, is) => {
  expect(isInCircle(managerOf, person as PersonId, manager as PersonId)).toBe(is);
});
