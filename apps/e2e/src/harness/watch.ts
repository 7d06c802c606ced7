import type { Page } from 'playwright-core';

/**
 * Listens to what a page complains about: errors in its console, exceptions, requests that failed or were refused.
 * A refusal that belongs to the story is named before (`forgive`).
 */
export class Watch {
  private readonly complaints: { what: string; status: number | null }[] = [];
  private readonly forgiven = new Set<number>();

  constructor(page: Page) {
    page.on('pageerror', (error) => this.complaints.push({ what: `exception: ${error.message}`, status: null }));
    page.on('console', (message) => {
      // A refused request is told by its response below, with its address and status.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      this.complaints.push({ what: `console: ${message.text()}`, status: null });
    });
    page.on('response', (response) => {
      const status = response.status();
      const isFirstLook = status === 401 && response.url().endsWith('/api/session');
      if (status < 400 || isFirstLook) return;
      this.complaints.push({ what: `${status} ${response.request().method()} ${response.url()}`, status });
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // Leaving a page ends its requests; that is no failure.
      if (reason === 'net::ERR_ABORTED') return;
      this.complaints.push({ what: `${reason} ${request.method()} ${request.url()}`, status: 0 });
    });
  }

  /** Answers with this status belong to the story; 0 stands for no answer at all. */
  forgive(...statuses: number[]): void {
    for (const status of statuses) this.forgiven.add(status);
  }

  /** What is left to complain about; asking clears it. */
  takeComplaints(): string[] {
    return this.complaints
      .splice(0)
      .filter(({ status }) => status === null || !this.forgiven.has(status))
      .map(({ what }) => what);
  }
}
