const WIDTH = 1920;
const HEIGHT = 1080;

/** Sets the wall's pixel so that the whole picture fits any display, without scaling its text as an image. */
export function fitStage(): () => void {
  const fit = () => {
    const pixel = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
    const rounded = Math.round(pixel * 10_000) / 10_000;
    document.documentElement.style.setProperty('--px', `${rounded}px`);
  };
  fit();
  window.addEventListener('resize', fit);
  return () => window.removeEventListener('resize', fit);
}
