import type { Page } from 'playwright-core';

/** How long the browser took from an input of a person to the next picture, and how much of it was work of the page. */
export interface Interaction {
  /** Milliseconds from input to next paint as the browser itself tells them, in steps of 8. */
  paint: number;
  /** Milliseconds of processor of the page's main thread: the part that does not depend on what else the machine does. */
  work: number;
}

interface Watched {
  longest: number;
}

/** Lets the page remember its slowest interaction; has to be called before the page is opened. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { longest: 0 };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        if (entry.interactionId) watched.longest = Math.max(watched.longest, entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

const settle = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60))));

/** Acts `times` times and measures each. An interaction that the browser does not tell of took less than 16 ms. */
export async function measureInteraction(
  page: Page,
  times: number,
  act: (turn: number) => Promise<unknown>,
): Promise<Interaction[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workUntilNow = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const found: Interaction[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await settle(page);
    await page.evaluate(() => Object.assign((window as unknown as { watched: Watched }).watched, { longest: 0 }));
    const before = await workUntilNow();
    await act(turn);
    await settle(page);
    const longest = await page.evaluate(() => (window as unknown as { watched: Watched }).watched.longest);
    found.push({ paint: Math.max(longest, 16), work: (await workUntilNow()) - before });
  }
  await session.detach();
  return found;
}
