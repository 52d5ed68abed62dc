import type { Stride } from '../rules/contest-window.js';
import type { ContestRules } from '../rules/contest-rules.js';
import type { ContestWords } from './contest-words.js';
import { counted, listed, scoreInWords } from './contest-words.js';

/** How it is decided who stands where. */
export function formatLinesOf(rules: ContestRules, words: ContestWords): string[] {
  const { format, score } = rules;
  const inWords = (value: number) => scoreInWords(score, value, words);
  switch (format.kind) {
    case 'rank':
      return ['The most at the end is first.'];
    case 'race':
      return [
        `The first ${format.winners === 1 ? '' : `${format.winners} `}to ${inWords(format.target)} win${format.winners === 1 ? 's' : ''}.`,
        format.ends === 'when-won'
          ? 'It is over when the last winner is there.'
          : 'It goes on until its end.',
      ];
    case 'duel':
      return [
        'One against one. The most at the end wins.',
        ...(format.acceptBy === null
          ? []
          : [`It counts once it is accepted, by ${words.moment(format.acceptBy)} at the latest.`]),
      ];
    case 'bracket':
      return [
        `Knock-out. Each round is ${strideInWords(format.round)} long and begins from nothing.`,
        format.seeding === 'roster'
          ? 'Seeds are in the order of the roster. The best seeds have the byes.'
          : 'Seeds are by what everybody came to before. The best seeds have the byes.',
        'Level by all tie-breaks, the better seed goes on.',
      ];
    case 'league':
      return [
        `${counted(format.games, 'game')} of ${strideInWords(format.game)}, everybody in turn against everybody.`,
        `A win is ${counted(format.points.win, 'point')}, a draw ${format.points.draw}, a loss ${format.points.loss}.`,
        'An odd one out plays the average of all others.',
        ...(format.playOffs === 0 ? [] : [`The best ${format.playOffs} play on for the title.`]),
      ];
    case 'king-of-the-hill':
      return ['Who leads holds the hill, and whoever gets ahead takes it. The longest on it wins.'];
    case 'elimination':
      return [
        ...format.cuts.map(
          ({ at, out }) =>
            `${words.moment(at)}: the last ${out === 1 ? 'one is' : `${out} are`} out.`,
        ),
        'Who is level at a cut by all tie-breaks stays.',
        ...(format.fresh ? ['After each cut everybody begins from nothing.'] : []),
      ];
    case 'epic-goal':
      return [`All together: ${inWords(format.target)}.`];
    case 'raffle':
      return [
        `A ticket for each full ${inWords(format.ticketPer)}${format.mostTickets === null ? '' : `, at most ${format.mostTickets}`}.`,
        `${counted(format.draws, 'ticket')} ${format.draws === 1 ? 'is' : 'are'} drawn, nobody twice. The seed is fixed before the start and shown afterwards, so that anybody can draw again.`,
      ];
    case 'streak': {
      const needs = format.minimums.map(({ metric, atLeast }) => words.quantity(metric, atLeast));
      return [
        `Working days in a row with at least ${listed(needs)}. The longest run wins.`,
        'Days off do not break a run.',
        ...(format.freezes === 0
          ? []
          : [`${counted(format.freezes, 'missed day')} may be frozen.`]),
      ];
    }
    case 'bingo':
      return [
        `A card of ${format.cells.length} fields: ${listed(format.cells.map(({ title }) => title))}.`,
        format.lines === null
          ? 'The whole card wins.'
          : `${counted(format.lines, 'full row, column or diagonal wins', 'full rows, columns or diagonals win')}.`,
      ];
    case 'relay':
      return [
        `${counted(format.legs.length, 'leg')}: ${listed(format.legs.map(inWords))}.`,
        'A runner counts from the moment the one before is done.',
      ];
  }
}

function strideInWords({ count, unit }: Stride): string {
  return counted(count, unit.slice(0, -1), unit);
}
