/** Does something again and again for as long as somebody looks at the window, until it is told to stop. */
export function lookAgain(look: () => Promise<void>, pause: () => number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isOver = false;
  const wait = (): void => {
    if (!isOver) timer = setTimeout(() => void goOn(), pause());
  };
  const goOn = async (): Promise<void> => {
    if (document.visibilityState === 'visible') await look();
    wait();
  };
  wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
