import { describe, expect, it } from 'vitest';
import { kpiCard } from './kpi-card.fixture.js';
import { LibraryView } from './library-view.svelte.js';

const ROWS = [
  kpiCard('calls', { category: 'Activities', timing: 'leading', roles: ['SDR'] }),
  kpiCard('win_rate', { name: 'Win rate' }),
  kpiCard('meetings', { category: 'Activities', timing: 'leading', roles: ['SDR', 'AE'] }),
];
const openView = () => new LibraryView(() => ROWS);
const keysOf = (view: LibraryView) => view.lines.map(({ key }) => key);

describe('LibraryView', () => {
  it('has nothing chosen at first, and the arrows begin at either end', () => {
    const view = openView();
    expect(view.chosen).toBeNull();
    view.move(1);
    expect(view.chosen?.key).toBe('calls');
    view.choose(null);
    view.move(-1);
    expect(view.chosen?.key).toBe('win_rate');
  });

  it('goes through the lines as they stand, and stops at their ends', () => {
    const view = openView();
    view.choose('calls');
    view.move(-1);
    expect(view.chosen?.key).toBe('calls');
    view.move(1);
    expect(view.chosen?.key).toBe('meetings');
    view.move(8);
    expect(view.chosen?.key).toBe('win_rate');
  });

  it('chooses the first that is found, until somebody says another', () => {
    const view = openView();
    view.choose('calls');
    view.look('e');
    expect(view.chosen?.key).toBe(view.lines[0]?.key);
    view.look('win');
    expect(view.chosen?.key).toBe('win_rate');
    expect(view.isClosest).toBe(false);
    view.look('win gallop');
    expect([view.isClosest, keysOf(view)]).toEqual([true, ['win_rate']]);
    view.look('gallop');
    expect(view.chosen).toBeNull();
  });

  it('narrows, says how many each filter would leave, and lets go of everything', () => {
    const view = openView();
    view.narrow({ timing: 'leading', role: 'AE' });
    expect(keysOf(view)).toEqual(['meetings']);
    expect(view.narrowings).toBe(2);
    expect(view.countWith({ role: 'SDR' })).toBe(2);
    expect(view.countWith({ timing: 'lagging' })).toBe(1);
    view.clear();
    expect(keysOf(view)).toEqual(['calls', 'meetings', 'win_rate']);
  });
});
