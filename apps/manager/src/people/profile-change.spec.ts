import { expect, it } from 'vitest';
import { profileChange, type ProfileTexts } from './profile-change.js';

const known: ProfileTexts = {
  name: 'Ada',
  shortName: 'Ada',
  nickname: 'Addie',
  pronunciation: '',
  jobTitle: '',
  manager: '7',
  hiredOn: '',
  timeZone: '',
};

it.each([
  ['nothing', {}, {}],
  ['only what differs', { jobTitle: ' Closer ' }, { jobTitle: 'Closer' }],
  ['that something is no more', { nickname: '', manager: '' }, { nickname: null, manager: null }],
  ['people by their number', { manager: '12' }, { manager: 12 }],
  ['a name that is missing, to be told so', { name: ' ' }, { name: '' }],
])('a form sends %s', (_, written, sent) => {
  expect(profileChange(known, { ...known, ...written })).toEqual(sent);
});
