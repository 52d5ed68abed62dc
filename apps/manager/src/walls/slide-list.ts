import type { MetricsReply, Slide } from '@bellwether/contracts';
import { boardIdOf, choiceOf, PERIODS, type BoardChoice } from '../standing/board-choice.js';

export const FEWEST_SECONDS = 5;
export const MOST_SECONDS = 3_600;
export const MOST_SLIDES = 50;

/** A slide as it is edited: it keeps its name while it moves. */
export interface DraftSlide extends Slide {
  readonly draftId: number;
}

export function draftOf(slides: readonly Slide[]): readonly DraftSlide[] {
  return slides.map((slide, index) => ({ ...slide, draftId: index + 1 }));
}

/** What is sent: without the names of the draft. */
export function slidesOf(draft: readonly DraftSlide[]): Slide[] {
  return draft.map(({ board, strip, seconds }) => ({ board, strip, seconds }));
}

export function isSameProgramme(draft: readonly DraftSlide[], slides: readonly Slide[]): boolean {
  return JSON.stringify(slidesOf(draft)) === JSON.stringify(slidesOf(draftOf(slides)));
}

/** The first slide that cannot be played as it is, and why; null when all can. */
export function troubleOfSlides(
  draft: readonly DraftSlide[],
): { readonly slide: DraftSlide; readonly text: string } | null {
  const at = draft.findIndex(({ seconds }) => !isDuration(seconds));
  const slide = draft[at];
  if (!slide) return null;
  return { slide, text: `Slide ${at + 1}: choose from ${FEWEST_SECONDS} s to an hour` };
}

export function isDuration(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= FEWEST_SECONDS && seconds <= MOST_SECONDS;
}

/** Moves a slide up or down; at the ends it stays where it is. */
export function moved(
  draft: readonly DraftSlide[],
  draftId: number,
  by: -1 | 1,
): readonly DraftSlide[] {
  const from = draft.findIndex((slide) => slide.draftId === draftId);
  const to = from + by;
  const slide = draft[from];
  if (!slide || to < 0 || to >= draft.length) return draft;
  return draft.toSpliced(from, 1).toSpliced(to, 0, slide);
}

/** The next free name of a draft. */
export function nextDraftId(draft: readonly DraftSlide[]): number {
  return Math.max(0, ...draft.map(({ draftId }) => draftId)) + 1;
}

/** A slide with another board; its strip of teams goes along. */
export function withBoard(slide: DraftSlide, choice: BoardChoice): DraftSlide {
  return {
    ...slide,
    board: boardIdOf(choice),
    strip: slide.strip === null ? null : stripOf(choice),
  };
}

/** The board of teams that goes below a board. */
export function stripOf(choice: BoardChoice): string {
  return boardIdOf({ ...choice, competitors: 'teams', team: null });
}

/** `Closed-won revenue, month, teams below` */
export function describeSlide(
  { board, strip }: Pick<Slide, 'board' | 'strip'>,
  metrics: readonly Pick<MetricsReply['metrics'][number], 'key' | 'title'>[],
  teamName: (id: number) => string | undefined,
): { readonly title: string; readonly detail: string } {
  const choice = choiceOf(board);
  if (!choice) return { title: board, detail: '' };
  const title = metrics.find(({ key }) => key === choice.metric)?.title ?? choice.metric;
  const period = PERIODS.find(({ value }) => value === choice.period)?.label ?? choice.period;
  const who =
    choice.competitors === 'teams'
      ? 'teams'
      : choice.team === null
        ? 'people'
        : (teamName(choice.team) ?? 'one team');
  const when = choice.key === null ? period : `${period} ${choice.key}`;
  return { title, detail: [when, who, ...(strip === null ? [] : ['teams below'])].join(', ') };
}

/** How long the programme takes: `1 min 30 s`. */
export function programmeText(slides: readonly Pick<Slide, 'seconds'>[]): string {
  const seconds = slides.reduce((sum, slide) => sum + slide.seconds, 0);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
