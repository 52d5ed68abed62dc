/** A cell of CSV: quoted; a text that a spreadsheet would take for a formula is kept from being one. */
export function csvCell(text: string): string {
  if (text === '') return '';
  const inert = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}
