import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import History from '@lucide/svelte/icons/history';
import Monitor from '@lucide/svelte/icons/monitor';
import Plug from '@lucide/svelte/icons/plug';
import Radio from '@lucide/svelte/icons/radio';
import ShieldUser from '@lucide/svelte/icons/shield-user';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import SquareFunction from '@lucide/svelte/icons/square-function';
import Target from '@lucide/svelte/icons/target';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Desk, Floor } from '../desk.svelte.js';
import type { FloorPart } from './floor-parts.js';
import { darkScreens, parkedItems, type PageCount } from './page-count.js';

/** A page of the desk, as the rail names it. */
export interface DeskPage {
  /** As it stands in its address: `/desk/screens`. */
  readonly key: string;
  readonly label: string;
  readonly Icon: typeof Radio;
  /** Pages of one group stand together, apart from the others. */
  readonly group: 'floor' | 'measure' | 'people' | 'wires' | 'house';
  /** Who may not do this does not see it. */
  readonly needs: string;
  /** What is read anew whenever it is opened, and when the line is back. */
  readonly reads: readonly FloorPart[];
  readonly load: () => Promise<{ default: Component<{ desk: Desk; floor: Floor }> }>;
  /** On a phone it stands in the bar at the foot; the bar has room for four. */
  readonly near?: true;
  /** What waits there; null for nothing. */
  readonly count?: (floor: Floor) => PageCount | null;
}

/** All pages, in the order of the rail. A new one is an entry here. */
export const DESK_PAGES = [
  {
    key: 'floor',
    label: 'Floor',
    Icon: Radio,
    group: 'floor',
    needs: 'boards.read',
    near: true,
    reads: ['inbox', 'sources'],
    load: () => import('../page/FloorPage.svelte'),
  },
  {
    key: 'scorecards',
    label: 'Scorecards',
    Icon: ClipboardList,
    group: 'measure',
    needs: 'scorecards.lead',
    near: true,
    reads: ['scorecards'],
    load: () => import('../scorecards/ScorecardsPage.svelte'),
  },
  {
    key: 'goals',
    label: 'Goals',
    Icon: Target,
    group: 'measure',
    needs: 'goals.read',
    reads: ['people'],
    load: () => import('../goals/GoalsPage.svelte'),
  },
  {
    key: 'metrics',
    label: 'Metrics',
    Icon: SquareFunction,
    group: 'measure',
    needs: 'metrics.manage',
    reads: ['rescoring'],
    load: () => import('../metrics/MetricsPage.svelte'),
  },
  {
    key: 'people',
    label: 'People',
    Icon: Users,
    group: 'people',
    needs: 'people.lead',
    near: true,
    reads: ['people'],
    load: () => import('../people/PeoplePage.svelte'),
  },
  {
    key: 'screens',
    label: 'Screens',
    Icon: Monitor,
    group: 'wires',
    needs: 'screens.manage',
    near: true,
    reads: ['walls'],
    load: () => import('../walls/ScreensPage.svelte'),
    count: darkScreens,
  },
  {
    key: 'sources',
    label: 'Sources & inbox',
    Icon: Plug,
    group: 'wires',
    needs: 'sources.manage',
    reads: ['sources', 'inbox'],
    load: () => import('../sources/SourcesPage.svelte'),
    count: parkedItems,
  },
  {
    key: 'members',
    label: 'Members',
    Icon: ShieldUser,
    group: 'house',
    needs: 'members.manage',
    reads: ['members'],
    load: () => import('../members/MembersPage.svelte'),
  },
  {
    key: 'settings',
    label: 'Settings',
    Icon: SlidersHorizontal,
    group: 'house',
    needs: 'organisation.manage',
    reads: ['house'],
    load: () => import('../settings/SettingsPage.svelte'),
  },
  {
    key: 'changes',
    label: 'Changes',
    Icon: History,
    group: 'house',
    needs: 'audit.read',
    reads: ['changes'],
    load: () => import('../changes/ChangesPage.svelte'),
  },
] as const satisfies readonly DeskPage[];

export type PageKey = (typeof DESK_PAGES)[number]['key'];
export type KnownPage = DeskPage & { readonly key: PageKey };

/** The page that an address names; undefined when there is none. */
export function pageOf(key: string): KnownPage | undefined {
  return DESK_PAGES.find((page) => page.key === key);
}

/** Those that somebody with these permissions may see. */
export function pagesFor(may: (permission: string) => boolean): readonly KnownPage[] {
  return DESK_PAGES.filter(({ needs }) => may(needs));
}

/** Pages that stand together, group by group. */
export function groupsOf(pages: readonly KnownPage[]): readonly (readonly KnownPage[])[] {
  const groups = [...new Set(pages.map(({ group }) => group))];
  return groups.map((group) => pages.filter((page) => page.group === group));
}
