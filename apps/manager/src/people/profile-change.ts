import type { ProfileBody, ProfileReply } from '@bellwether/contracts';

/** What is written into the form, all of it texts. */
export interface ProfileTexts {
  readonly name: string;
  readonly shortName: string;
  readonly nickname: string;
  readonly pronunciation: string;
  readonly jobTitle: string;
  readonly manager: string;
  readonly hiredOn: string;
  readonly timeZone: string;
}

export function textsOf(told: ProfileReply): ProfileTexts {
  const { name, shortName, nickname, pronunciation, jobTitle, manager, hiredOn, timeZone } = told;
  return {
    name,
    shortName,
    nickname: nickname ?? '',
    pronunciation: pronunciation ?? '',
    jobTitle: jobTitle ?? '',
    manager: manager === null ? '' : String(manager),
    hiredOn: hiredOn ?? '',
    timeZone: timeZone ?? '',
  };
}

/** Only what differs: what somebody else changed meanwhile stays as they left it. */
export function profileChange(before: ProfileTexts, after: ProfileTexts): ProfileBody {
  const changed = (Object.keys(after) as (keyof ProfileTexts)[]).filter(
    (field) => after[field].trim() !== before[field],
  );
  return Object.fromEntries(
    changed.map((field) => [field, valueOf(field, after[field].trim())]),
  ) as ProfileBody;
}

function valueOf(field: keyof ProfileTexts, text: string): string | number | null {
  if (text === '') return field === 'name' || field === 'shortName' ? '' : null;
  return field === 'manager' ? Number(text) : text;
}
