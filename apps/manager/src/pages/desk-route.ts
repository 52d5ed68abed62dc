const BASE = '/desk/';
/** What stands at the address without a page. */
const FIRST = 'floor';

/** Where somebody is at the desk: a page, and what of it is looked into. */
export interface DeskRoute {
  /** As it stands in the address: not every one is a page that there is. */
  readonly page: string;
  /** Of `/desk/sources/4` the 4; null for the page as a whole. */
  readonly part: string | null;
}

/** What an address of the desk asks for. */
export function routeOf(pathname: string): DeskRoute {
  const [page = '', part = ''] = pathname.startsWith(BASE)
    ? pathname.slice(BASE.length).split('/')
    : [];
  return { page: page || FIRST, part: part || null };
}

/** The address of a page of the desk, or of something in it. */
export function pathOf({ page, part }: DeskRoute): string {
  if (page === FIRST && part === null) return BASE;
  return `${BASE}${page}${part === null ? '' : `/${part}`}`;
}
