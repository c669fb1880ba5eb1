import type { Locator, Page } from 'playwright-core';

export interface PageInteraction {
  readonly name: string;
  readonly path: string;
  ready(page: Page): Promise<unknown>;
  target(page: Page, at: number): Locator | string;
  done?(page: Page): Promise<unknown>;
  /** Undoes the interaction, so that the benchmark can repeat it. */
  reset?(page: Page): Promise<unknown>;
}

const dialog = (page: Page) => page.getByRole('dialog');
const cells = (page: Page) => page.getByRole('link', { name: /episodes? in / });
const cards = (page: Page) => page.locator('[data-card]');
const rows = (page: Page) => page.getByRole('table', { name: 'patterns' }).locator('a[href^="/patterns/"]');
/** Options of the open list box; a native `<option>` has no role attribute. */
const options = (page: Page) => page.locator('[role=option]:visible');
const facet = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });

const among = 6;
const words = 'timeout of the connection pool';
const cardKeys = ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft'];

export const pageInteractions: readonly PageInteraction[] = [
  {
    name: 'open a cell of the map',
    path: '/',
    ready: (page) => cells(page).first().waitFor(),
    target: (page, at) => cells(page).nth(at % among),
    done: (page) => dialog(page).getByRole('heading', { name: 'Patterns' }).waitFor(),
    async reset(page) {
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'open a facet',
    path: '/patterns',
    ready: (page) => rows(page).first().waitFor(),
    target: (page) => facet(page, 'Service'),
    done: (page) => options(page).first().waitFor(),
    async reset(page) {
      await page.keyboard.press('Escape');
      await options(page).first().waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'choose of a facet',
    path: '/patterns',
    async ready(page) {
      await rows(page).first().waitFor();
      await facet(page, 'Cause').click();
    },
    target: (page, at) => options(page).nth(at % among),
    done: (page) => page.waitForLoadState('networkidle'),
    async reset(page) {
      await facet(page, 'Cause').click();
      await options(page).first().waitFor();
    },
  },
  {
    name: 'open a pattern of the list',
    path: '/patterns',
    ready: (page) => rows(page).first().waitFor(),
    target: (page, at) => rows(page).nth(at % among),
    async done(page) {
      await page.getByRole('heading', { name: 'Patterns', level: 1, exact: true }).waitFor({ state: 'detached' });
      await page.waitForLoadState('networkidle');
    },
    async reset(page) {
      await page.goBack();
      await rows(page).first().waitFor();
    },
  },
  {
    name: 'a key on the board',
    path: '/improvements',
    async ready(page) {
      await cards(page).first().waitFor();
      await cards(page).first().focus();
    },
    target: (_page, at) => cardKeys[at % cardKeys.length] ?? 'ArrowDown',
  },
  {
    name: 'a letter of a search',
    path: '/patterns',
    async ready(page) {
      await rows(page).first().waitFor();
      await search(page).focus();
    },
    target: (_page, at) => words[at % words.length]?.replace(' ', 'Space') ?? 'Space',
  },
];
