import type { GoalSheet } from './goal-sheet.svelte.js';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does in the sheet while nothing is typed. False when it is no key of the sheet. */
export function pressInSheet(sheet: GoalSheet, event: Key, mayEdit: boolean): boolean {
  if (event.ctrlKey || event.metaKey) return pressWithCommand(sheet, event, mayEdit);
  const { selection } = sheet;
  const { key, shiftKey } = event;
  const step = STEPS[key];
  if (step) selection.move(...step, shiftKey);
  else if (key === 'Home') selection.move(0, -Infinity, shiftKey);
  else if (key === 'End') selection.move(0, Infinity, shiftKey);
  else if (!mayEdit || event.altKey) return false;
  else if (key === 'Enter' || key === 'F2') sheet.begin();
  else if (key === 'Delete' || key === 'Backspace') sheet.clear();
  else if (key.length === 1 && key !== ' ') sheet.begin(key);
  else return false;
  return true;
}

function pressWithCommand(sheet: GoalSheet, { key, shiftKey }: Key, mayEdit: boolean): boolean {
  const { selection, goals } = sheet;
  const edge = { ArrowUp: [-Infinity, 0], ArrowDown: [Infinity, 0] }[key] as
    [number, number] | undefined;
  const command = key.toLowerCase();
  if (edge) selection.move(...edge, shiftKey);
  else if (command === 'home') selection.go({ row: 0, column: 0 });
  else if (command === 'end') selection.go({ row: Infinity, column: Infinity });
  else if (command === 'a') selection.markAll();
  else if (!mayEdit) return false;
  else if (command === 'd') sheet.fill('down');
  else if (command === 'r') sheet.fill('right');
  else if (command === 'y' || (command === 'z' && shiftKey)) goals.drafts.redo();
  else if (command === 'z') goals.drafts.undo();
  else return false;
  return true;
}

/** Where the keyboard goes once something was typed. */
export function afterTyping(sheet: GoalSheet, { key, shiftKey }: Key): void {
  const back = shiftKey ? -1 : 1;
  if (key === 'Enter') sheet.selection.move(back, 0);
  if (key === 'Tab') sheet.selection.move(0, back);
}
