/** Dark or light, as the phone itself is, and whenever that changes. */
export function followLight(): void {
  const light = window.matchMedia('(prefers-color-scheme: light)');
  const follow = (): void => {
    const { classList } = document.documentElement;
    classList.toggle('light', light.matches);
    classList.toggle('dark', !light.matches);
  };
  light.addEventListener('change', follow);
  follow();
}
