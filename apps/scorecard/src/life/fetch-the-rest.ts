/** What is only fetched when it is needed must be there without a network as well. */
export function fetchTheRest(): Promise<unknown> {
  return Promise.all([
    import('../sheet/ExplainSheet.svelte'),
    import('../page/KeyPage.svelte'),
    import('../page/MePage.svelte'),
    import('../page/NumbersPage.svelte'),
    import('../today/ScoreSheet.svelte'),
    import('../today/TodayPage.svelte'),
    import('./open-line.js'),
    import('./end-session.js'),
  ]);
}
