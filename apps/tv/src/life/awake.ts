/** Keeps the display from sleeping, where the engine lets it. The lock is lost whenever the page is hidden. */
export function stayAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  const ask = () => {
    if (document.visibilityState !== 'visible') return;
    // Refused on battery or without a secure origin; the display's own settings decide then.
    navigator.wakeLock.request('screen').catch(() => {});
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => document.removeEventListener('visibilitychange', ask);
}
