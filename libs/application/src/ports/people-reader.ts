import type { Identity } from './people.js';

/** A row of a file of people, as it was read; the header is row 1. */
export type PersonRow =
  | {
      readonly kind: 'person';
      readonly row: number;
      readonly name: string;
      /** In small letters. */
      readonly email: string | null;
      readonly team: string | null;
      readonly managerEmail: string | null;
      /** `YYYY-MM-DD`. */
      readonly hiredOn: string | null;
      readonly nickname: string | null;
      readonly jobTitle: string | null;
      readonly pronunciation: string | null;
      readonly shortName: string | null;
      /** Ids by which sources know them. */
      readonly ids: readonly Identity[];
    }
  | {
      readonly kind: 'refused';
      readonly row: number;
      readonly name: string;
      readonly reason: string;
    };

/** Takes a file of people apart. */
export type ReadPeople = (
  bytes: AsyncIterable<Uint8Array>,
) => Promise<
  | { readonly kind: 'rows'; readonly rows: readonly PersonRow[] }
  | { readonly kind: 'refused'; readonly reason: string }
>;
