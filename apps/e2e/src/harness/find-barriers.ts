import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What keeps somebody from using the page, serious or worse by WCAG 2.2 AA: one line for each rule with the first places.
 * `colours` looks at contrast alone: the rest of a page is the same in the other colour scheme.
 */
export async function findBarriers(page: Page, look: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (look === 'colours' ? axe.withRules(['color-contrast']) : axe.withTags(tags))
    .setLegacyMode()
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
      return `${id} (${nodes.length}): ${places.join(' | ')}`;
    });
}
