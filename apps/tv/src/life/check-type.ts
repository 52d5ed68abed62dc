const EXPECTED = 386;
const TOLERANCE = 10;

/**
 * Eight zeros in the narrow number face must be 386 pixels wide. Where the engine collapses the advances
 * of variable fonts they are not, and letters overlap: the static cuts are used then.
 */
export async function checkType(): Promise<number> {
  if ('fonts' in document) await document.fonts.load('700 100px "Archivo Variable"', '0');
  const probe = document.createElement('span');
  probe.className = 'num';
  probe.textContent = '00000000';
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText =
    'position:absolute;left:0;top:-400px;font-family:"Archivo Variable";font-size:100px;white-space:nowrap';
  document.body.appendChild(probe);
  const width = probe.getBoundingClientRect().width;
  document.body.removeChild(probe);
  const collapsed = Math.abs(width - EXPECTED) > TOLERANCE;
  document.documentElement.classList.toggle('static-type', collapsed);
  return width;
}
