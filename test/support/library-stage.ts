import type { KpiCard, LibraryReply, Rescoring } from '@bellwether/contracts';
import type { Page, Route } from 'playwright-core';

const CATEGORIES = ['Pipeline', 'Closing deals', 'Activities and daily discipline'];

/** A figure of the library as a desk is told of it. */
function kpiCard(key: string, name: string, told: Partial<KpiCard> = {}): KpiCard {
  return {
    id: 'K001',
    key,
    name,
    category: 'Closing deals',
    meaning: 'How many there were.',
    formula: 'Number of them',
    counts: 'The day it happened.',
    direction: 'higher',
    timing: 'lagging',
    tells: 'growth',
    roles: ['AE'],
    needs: ['deals with their status'],
    example: '3 and 4 are 7.',
    metric: key,
    inUse: false,
    ...told,
  };
}

/** As many as ship, with a few among them that somebody looks for. */
function library(): KpiCard[] {
  const discipline = { category: 'Activities and daily discipline', timing: 'leading' } as const;
  const known = [
    kpiCard('win_rate_value', 'Win rate by value', {
      meaning: 'How much of the money that was decided on came to you.',
      formula: 'Amount of deals won, divided by the amount of deals won and lost',
      counts: 'The day the deal was won or lost.',
      tells: 'performance',
      roles: ['AE', 'manager'],
    }),
    kpiCard('deals_won', 'Deals won', { inUse: true }),
    kpiCard('dials', 'Dials', { ...discipline, roles: ['SDR'] }),
    kpiCard('cycle', 'How long it takes from the first talk to the signature of whoever decides', {
      category: 'Pipeline',
      direction: 'lower',
      formula: 'Days between the two, divided by the number of deals won',
    }),
  ];
  const others = Array.from({ length: 120 }, (_, index) =>
    kpiCard(`figure_${index}`, `Figure ${index}`, { category: CATEGORIES[index % 3] ?? '' }),
  );
  return [...others.slice(0, 60), ...known, ...others.slice(60)];
}

/** What a desk is told of its library and of the counting, with a hand on everything. */
export class LibraryStage {
  kpis = library();
  rescoring: Rescoring | null = null;
  /** Why nothing is taken away. */
  refusal: string | null = null;
  /** Nothing is answered: the line is cut. */
  cut = false;
  readonly asked: string[] = [];

  static async on(page: Page): Promise<LibraryStage> {
    const stage = new LibraryStage();
    await page.route(/\/api\/v1\/(?:library|rescoring)(?:\/|$)/, (route) => stage.#answer(route));
    return stage;
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1/', '');
    const method = request.method();
    if (method !== 'GET') this.asked.push(`${method} ${path}`);
    if (this.cut) return route.abort();
    if (path === 'library') return route.fulfill({ json: this.#library() });
    if (path === 'rescoring') return this.#count(method, route);
    return this.#use(method, path.split('/')[1] ?? '', route);
  }

  async #count(method: string, route: Route): Promise<void> {
    if (method === 'DELETE') return route.fulfill({ status: 204 });
    await route.fulfill({
      status: method === 'POST' ? 202 : 200,
      json: { rescoring: this.rescoring },
    });
  }

  async #use(method: string, key: string, route: Route): Promise<void> {
    if (method === 'DELETE' && this.refusal !== null) {
      const problem = { type: 'about:blank', status: 409, code: 'conflict' };
      const json = { ...problem, title: 'This contradicts', detail: this.refusal };
      return route.fulfill({ status: 409, json });
    }
    this.kpis = this.kpis.map((kpi) =>
      kpi.key === key ? { ...kpi, inUse: method === 'PUT' } : kpi,
    );
    await route.fulfill({ status: 204 });
  }

  #library(): LibraryReply {
    return { categories: CATEGORIES, kpis: this.kpis };
  }
}
