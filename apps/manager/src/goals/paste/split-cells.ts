/**
 * What a spreadsheet puts on the clipboard, as rows of cells: columns are apart by tabs. A cell in quotes may hold tabs,
 * lines and doubled quotes. Rows without anything in them are left out.
 */
export function splitCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  const end = () => {
    (rows.at(-1) as string[]).push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    const quoted = sign === '"' && cell === '' ? quotedFrom(text, at) : undefined;
    if (quoted) {
      cell = quoted.text;
      at = quoted.end;
    } else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return rows.filter((row) => row.some((one) => one !== ''));
}

/** Undefined when the quote is never closed: then it is a quote like any other sign. */
function quotedFrom(text: string, start: number): { text: string; end: number } | undefined {
  let inside = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') inside += text[at];
    else if (text[at + 1] === '"') {
      inside += '"';
      at += 1;
    } else return { text: inside, end: at };
  }
  return undefined;
}
