import { describe, expect, it } from 'vitest';
import { choiceOf } from '../standing/board-choice.js';
import {
  describeSlide,
  draftOf,
  isSameProgramme,
  moved,
  nextDraftId,
  programmeText,
  slidesOf,
  troubleOfSlides,
  withBoard,
} from './slide-list.js';

const slides = [
  { board: 'revenue_won.month.reps', strip: 'revenue_won.month.teams', seconds: 30 },
  { board: 'calls.day.reps.team-3', strip: null, seconds: 20 },
  { board: 'deals_won.quarter.teams', strip: null, seconds: 20 },
];
const draft = draftOf(slides);
const boards = (list: typeof draft) => list.map(({ draftId }) => draftId);

describe('the slides of a wall', () => {
  it('change places, and stay where they are at the ends', () => {
    expect(boards(moved(draft, 2, -1))).toEqual([2, 1, 3]);
    expect(boards(moved(draft, 2, 1))).toEqual([1, 3, 2]);
    expect(moved(draft, 1, -1)).toBe(draft);
    expect(moved(draft, 3, 1)).toBe(draft);
  });

  it('know whether anything was changed', () => {
    expect(isSameProgramme(draft, slides)).toBe(true);
    expect(isSameProgramme(moved(draft, 1, 1), slides)).toBe(false);
    expect(slidesOf(draft)).toEqual(slides);
    expect(nextDraftId(draft)).toBe(4);
  });

  it('take their teams along to another board', () => {
    const calls = choiceOf('calls.week.reps');
    const [first] = draft;
    expect(first && calls && withBoard(first, calls)).toMatchObject({
      board: 'calls.week.reps',
      strip: 'calls.week.teams',
      seconds: 30,
    });
  });

  it('are told in words', () => {
    const unit = { kind: 'points' } as const;
    const metrics = [
      {
        key: 'calls',
        version: 1,
        title: 'Calls',
        timing: 'leading',
        direction: 'higher',
        unit,
      } as const,
    ];
    const told = (board: string, strip: string | null) =>
      describeSlide({ board, strip }, metrics, (id) => (id === 3 ? 'Nordics' : undefined));
    expect(told('calls.day.reps.team-3', null)).toEqual({ title: 'Calls', detail: 'Day, Nordics' });
    expect(told('calls.month.reps', 'calls.month.teams').detail).toBe('Month, people, teams below');
    expect(told('other.month@2026-10.teams', null)).toEqual({
      title: 'other',
      detail: 'Month 2026-10, teams',
    });
  });

  it('are refused before they are sent', () => {
    const lasting = (seconds: number) => draftOf([...slides, { ...slides[1]!, seconds }]);
    expect(troubleOfSlides(lasting(5))).toBeNull();
    for (const seconds of [4, 3_601, 0, 12.5]) {
      expect(troubleOfSlides(lasting(seconds))).toMatchObject({
        slide: { draftId: 4, seconds },
        text: 'Slide 4: choose from 5 s to an hour',
      });
    }
  });

  it('take their time', () => {
    expect(programmeText(slides)).toBe('1 min 10 s');
    expect(programmeText(slides.slice(1, 2))).toBe('20 s');
    expect(programmeText([{ seconds: 120 }])).toBe('2 min');
  });
});
