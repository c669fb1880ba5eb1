import type { CatalogueEntry } from '@refrain/domain';
import { afterAll, expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();

const list = (query = '') =>
  demo.ask<{ items: CatalogueEntry[]; total: number }>('GET', `/v1/catalogue?limit=200${query}`);
const rows = page.getByRole('article');
const row = (entry: CatalogueEntry | undefined) =>
  page.getByRole('article', { name: `${entry?.service} from ${entry?.repository}` });
const dialog = page.getByRole('dialog');

/**
 * Suggested entries of services that have no other entry, so that the catalogue shows one row for the service. Each test uses a different
 * entry.
 */
const { items: entries } = await list('&status=suggested');
const alone = entries.filter(({ service, path, environment }) => {
  return path === null && environment === null && entries.filter((other) => other.service === service).length === 1;
});
const [byKeys, byButtons, contested, forgotten, added, read, suggested] = alone.toReversed();

const statusOf = async ({ id = '', service = '' }: Partial<CatalogueEntry> = {}) =>
  (await list(`&service=${encodeURIComponent(service)}`)).items.find((entry) => entry.id === id)?.status;
const show = (entry: CatalogueEntry | undefined) =>
  open(`/catalogue?service=${encodeURIComponent(entry?.service ?? '')}`);

/** Restores the entries after all tests, because new suggestions would interfere with a running test. */
afterAll(async () => {
  for (const { id } of [byButtons, contested].flatMap((entry) => entry ?? []))
    await demo.ask('POST', `/v1/catalogue/${id}/undecide`);
  await demo.ask('POST', '/v1/catalogue/suggest');
});

test('catalogue entries are grouped by service, each with its evidence', async () => {
  await open('/catalogue');
  const compare = async () => {
    const { total } = await list();
    const status = page.getByRole('status');
    const counts = [
      status.getByText(`${total} entries`, { exact: true }).count(),
      status.getByText(new RegExp(`^\\d+ of ${total} decided`, 'u')).count(),
    ];
    return await Promise.all(counts);
  };
  await expect.poll(compare, { timeout: 45_000 }).toEqual([1, 1]);
  const { items } = await list();
  await row(items[0])
    .getByText(items[0]?.evidence[0]?.detail ?? '')
    .first()
    .waitFor();
  await page.getByRole('heading', { level: 2, name: items[0]?.service ?? '', exact: true }).waitFor();
  await inspect('catalogue');
});

test('keyboard shortcuts confirm, reject and undo a catalogue entry unless they are switched off', async () => {
  await show(byKeys);
  const setKeys = async (on: boolean) => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('switch', { name: 'Use single-key shortcuts' }).setChecked(on);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await setKeys(false);
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await setKeys(true);
  await page.getByText('No decisions on this visit yet.').waitFor();
  for (const [key, status] of [
    ['a', 'confirmed'],
    ['d', 'rejected'],
  ] as const) {
    await page.keyboard.press('j');
    await page.keyboard.press(key);
    await page.getByRole('status').getByText(`${byKeys?.service} from ${byKeys?.repository}: ${status}.`).waitFor();
    await expect.poll(() => statusOf(byKeys)).toBe(status);
    await page.keyboard.press('u');
    await row(byKeys).getByRole('button', { name: 'Confirm', exact: true }).waitFor();
    await expect.poll(() => statusOf(byKeys)).toBe('suggested');
  }
});

test('a catalogue entry that is decided by a button leaves the list of suggestions at the next reload', async () => {
  await open(`/catalogue?status=suggested&service=${encodeURIComponent(byButtons?.service ?? '')}`);
  await row(byButtons).getByRole('button', { name: 'Reject' }).click();
  await row(byButtons).getByRole('button', { name: 'Rejected', pressed: true }).waitFor();
  await expect.poll(() => statusOf(byButtons)).toBe('rejected');
  await inspectElement('catalogue-decided');
  await page.reload();
  await page.getByText('No suggestions to review').waitFor();
  await page.getByRole('link', { name: 'Show the whole catalogue' }).click();
  await rows.nth(2).waitFor();
  await show(byButtons);
  await row(byButtons).getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect.poll(() => statusOf(byButtons)).toBe('confirmed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(byButtons).getByRole('button', { name: 'Rejected' }).waitFor();
  await expect.poll(() => statusOf(byButtons)).toBe('rejected');
});

test("a decision on a catalogue entry does not overwrite another person's newer decision", async () => {
  await show(contested);
  await demo.ask('POST', `/v1/catalogue/${contested?.id}/confirm`);
  await row(contested).getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('alert').getByText('Another user has decided on this entry').waitFor();
  await row(contested).getByRole('button', { name: 'Confirmed' }).waitFor();
  expect(await statusOf(contested)).toBe('confirmed');
});

test('a decision on a catalogue entry can be removed and restored, and the page reports if another user has deleted the entry', async () => {
  await demo.ask('POST', `/v1/catalogue/${forgotten?.id}/reject`);
  await show(forgotten);
  await row(forgotten).getByRole('button', { name: 'Delete the decision' }).click();
  await page.getByRole('status').getByText('needs review.').waitFor();
  await expect.poll(() => statusOf(forgotten)).toBe('suggested');
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(forgotten).getByRole('button', { name: 'Rejected' }).waitFor();
  await expect.poll(() => statusOf(forgotten)).toBe('rejected');

  await demo.ask('DELETE', `/v1/catalogue/${forgotten?.id}`);
  await row(forgotten).getByRole('button', { name: 'Delete the decision' }).click();
  await page.getByRole('alert').getByText('Another user has deleted this entry.').waitFor();
  await page.getByText('No entries match.').waitFor();
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('link', { name: 'Dry runs' }).waitFor();
  await rows.first().waitFor();
  expect(takeProblems()).toEqual([`404 /v1/catalogue/${forgotten?.id}`]);
});

test('a catalogue entry can be added manually, and an invalid value is reported at its field', async () => {
  await open('/catalogue');
  await page.getByRole('button', { name: 'Add entry' }).click();
  await dialog.getByRole('combobox', { name: 'Service' }).fill(added?.service ?? '');
  await dialog.getByRole('combobox', { name: 'Repository' }).fill('no repository');
  await dialog.getByRole('textbox', { name: 'Folder' }).fill('/services/cart/');
  await page.keyboard.press('Enter');
  await dialog.getByText('Must be owner/name, such as acme/checkout.').waitFor();
  expect(takeProblems()).toEqual(['400 /v1/catalogue']);
  await inspectElement('catalogue-add');
  await dialog.getByRole('combobox', { name: 'Repository' }).fill('larkhaul/by-hand');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByText(`${added?.service} runs from larkhaul/by-hand: confirmed.`).waitFor();
  const stored = async () => (await list('&repository=larkhaul/by-hand')).items;
  const named = [{ path: 'services/cart', status: 'confirmed', origin: 'person' }];
  expect(await stored()).toMatchObject(named);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The change was undone.').waitFor();
  expect(await stored()).toEqual([]);

  await demo.ask('POST', '/v1/catalogue', {
    service: added?.service,
    repository: 'larkhaul/by-hand',
    path: 'services/cart',
  });
  await open('/catalogue?repository=larkhaul/by-hand');
  await page.getByRole('button', { name: 'Delete the entry' }).click();
  await page.getByText(`${added?.service} from larkhaul/by-hand was deleted.`).waitFor();
  await page.getByText('No entries match.').waitFor();
  expect(await stored()).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The change was undone.').waitFor();
  expect(await stored()).toMatchObject(named);
  for (const { id } of await stored()) await demo.ask('DELETE', `/v1/catalogue/${id}`);
});

test('reading a catalogue file reports matching components, other components, and an unknown format', async () => {
  await open('/catalogue');
  await page.getByRole('button', { name: 'Import file' }).click();
  const choose = (name: string, text: string) =>
    dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const component = (name: string) =>
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n`;
  await choose('notes.txt', 'nothing');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('notes.txt is neither a catalog-info.yaml nor a CODEOWNERS').waitFor();
  expect(takeProblems()).toEqual(['400 /v1/catalogue/import']);
  await choose('catalog-info.yaml', `${component(read?.service ?? '')}---\n${component('like-no-service-at-all')}`);
  await dialog.getByRole('combobox', { name: 'Repository' }).fill('larkhaul/by-file');
  await dialog.getByRole('switch', { name: 'Confirm the entries of known services immediately' }).check();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText(`${read?.service} from larkhaul/by-file: confirmed`).waitFor();
  await dialog.getByText('like-no-service-at-all resembles no known service').waitFor();
  await inspectElement('catalogue-read');
  const { items } = await list('&repository=larkhaul/by-file');
  expect(items).toMatchObject([{ service: read?.service, origin: 'catalog_info', status: 'confirmed' }]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const { id } of items) await demo.ask('DELETE', `/v1/catalogue/${id}`);
});

test('new suggestions appear in the catalogue without a reload', async () => {
  await demo.ask('DELETE', `/v1/catalogue/${suggested?.id}`);
  await show(suggested);
  await page.getByText('No entries match.').waitFor();
  await page.getByRole('button', { name: 'Suggest again' }).click();
  await page.getByText('New suggestions will appear here').waitFor();
  await row(suggested).waitFor();
  expect(await statusOf(suggested)).toBe('suggested');
});

test('the filters of the catalogue are in the URL, survive a reload and are undone by the back button', async () => {
  await open('/catalogue');
  const { repository = '', service = '' } = alone[0] ?? {};
  await page.getByRole('combobox', { name: 'Repository' }).click();
  await page.getByRole('option', { name: repository, exact: true }).click();
  await page.getByRole('status').getByText('1 entry', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'rejected' }).click();
  await page.getByText('No entries match.').waitFor();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('repository'), searchParams.get('status')]).toEqual([repository, 'rejected']);
  await page.reload();
  await page.getByText('No entries match.').waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: service, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Any repository', includeHidden: true }).click();
  await rows.nth(2).waitFor();
});

test('the catalogue shows a loading state and the reason for a failed request, which can be retried', async () => {
  let fails = true;
  await page.route('**/v1/catalogue?*', (route) => (fails ? route.abort('aborted') : route.continue()));
  await page.goto(`${demo.url}/catalogue`);
  await page.getByRole('status', { name: 'Loading the entries' }).waitFor();
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor({ timeout: 40_000 });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows.first().waitFor();
});
