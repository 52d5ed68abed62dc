import { cutText } from '../records/keepable-text.js';
import type { PayloadPath } from './payload-path.js';
import { formatPath } from './payload-path.js';

/** A value in a payload that a rule can name. */
export interface Leaf {
  readonly path: string;
  readonly steps: PayloadPath;
  /** As text; long ones are cut. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'flag' | 'empty';
}

const MOST_LEAVES = 500;
const MOST_DEPTH = 20;
const MOST_TEXT = 200;

/** Every value in a payload with its path, in the order they stand there; at most 500. */
export function leavesOf(payload: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  collect(payload, [], leaves);
  return leaves;
}

function collect(value: unknown, path: PayloadPath, leaves: Leaf[]): void {
  if (leaves.length >= MOST_LEAVES || path.length > MOST_DEPTH) return;
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (inner.length === 0) {
    if (path.length > 0) leaves.push(leafOf(value, path));
    return;
  }
  for (const [name, part] of inner) {
    collect(part, [...path, Array.isArray(value) ? Number(name) : name], leaves);
  }
}

function leafOf(value: unknown, path: PayloadPath): Leaf {
  const named = { path: formatPath(path), steps: path };
  if (typeof value === 'string') return { ...named, kind: 'text', text: shortened(value) };
  if (typeof value === 'number') return { ...named, kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { ...named, kind: 'flag', text: String(value) };
  return { ...named, kind: 'empty', text: '' };
}

function shortened(text: string): string {
  return text.length > MOST_TEXT ? `${cutText(text, MOST_TEXT - 1)}…` : text;
}
