import { readFile } from 'node:fs/promises';
import type { LibraryEntry, LibraryFile } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look } = await visitDemo();
const cards = page.getByRole('article');
const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);

const list = (query: string) =>
  demo.ask<{ items: LibraryEntry[]; total: number }>('GET', `/v1/library?limit=200${query}`);

async function seeTotal(query: string) {
  const { total } = await list(query);
  await page
    .getByRole('status')
    .getByText(`${total} scenario${total === 1 ? '' : 's'}`, { exact: true })
    .waitFor();
}

/** What comes of an item of the menu Export, as text. */
async function save(item: string) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), 'utf8') };
}

test('each pattern is a scenario: its lesson, what would keep it from coming back, and when it came', async () => {
  const { items } = await list('');
  const [first] = items;
  await open('/library');
  await seeTotal('');
  const card = cards.first();
  await card.getByRole('link', { name: first?.pattern.name ?? '', exact: true }).waitFor();
  await card.getByText(first?.pattern.lesson ?? '', { exact: true }).waitFor();
  await card
    .getByText(/^The last \d+ episodes$|^\d+ episodes$/u)
    .last()
    .click();
  expect(await card.getByRole('list').last().getByRole('listitem').count()).toBe(first?.episodes.length);
  const guided = items.find(({ guardrail }) => guardrail !== null);
  const step = guided?.guardrail?.steps[0] ?? '';
  const how = cards.filter({ has: page.getByRole('link', { name: guided?.pattern.name ?? '', exact: true }) });
  await how.getByText(/^How to do it, in /u).click();
  await how.getByText(step, { exact: true }).waitFor();
  await look('library');
});

test('filters are in the address, survive a reload, and the back button takes them back', async () => {
  const { items } = await list('');
  const service = items.find(({ pattern }) => pattern.services.length > 0)?.pattern.services[0] ?? '';
  await open('/library');
  await page.getByRole('combobox', { name: 'Cause' }).click();
  await page.getByRole('option', { name: 'capacity', exact: true }).click();
  await seeTotal('&cause=capacity');
  await page.reload();
  await seeTotal('&cause=capacity');
  await page.goBack();
  await seeTotal('');
  await page.getByRole('combobox', { name: 'Service' }).fill(service);
  await page.keyboard.press('Enter');
  await seeTotal(`&service=${encodeURIComponent(service)}`);
  await expect.poll(parameters).toEqual({ service });
  await page.goBack();
  await seeTotal('');
});

test('words narrow it; what fits none says what to do', async () => {
  await open('/library');
  await page.getByRole('searchbox').fill('no lesson has these words');
  await page.getByText('No scenario fits.').waitFor();
  await glance('library-none');
  await page.goBack();
  await seeTotal('');
});

test('what is shown is taken along as one Markdown file whose links lead within it, and as JSON', async () => {
  const { items: files } = await demo.ask<{ items: LibraryFile[] }>('GET', '/v1/library/files?cause=capacity');
  await open('/library?cause=capacity');
  const { name, content } = await save('One Markdown file');
  expect(name).toBe('failure-library.md');
  const places = [...content.matchAll(/\]\(#([a-z\d-]+)\)/gu)].map(([, place]) => place);
  expect(new Set(places).size).toBeGreaterThanOrEqual(files.length - 1);
  for (const place of places) expect(content).toContain(`<a id="${place}"></a>`);
  const json = await save('JSON');
  expect(JSON.parse(json.content)).toEqual(files);
});

test('it is taken along as a folder, for a repository', async () => {
  const { items: files } = await demo.ask<{ items: LibraryFile[] }>('GET', '/v1/library/files?cause=capacity');
  // The dialogue of the browser cannot be pressed by a test: its own private folder stands for the one that is chosen.
  await page.addInitScript('window.showDirectoryPicker = () => navigator.storage.getDirectory()');
  await open('/library?cause=capacity');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'A folder of Markdown files, for a repository' }).click();
  await page.getByText(`${files.length} files saved.`).waitFor();
  const written = (await page.evaluate(`(async () => {
    const read = async (folder, path) => (await Promise.all((await Array.fromAsync(folder.entries())).map(
      ([name, entry]) => entry.kind === 'file'
        ? entry.getFile().then((file) => file.text()).then((content) => [{ path: path + name, content }])
        : read(entry, path + name + '/')))).flat();
    return read(await navigator.storage.getDirectory(), '');
  })()`)) as LibraryFile[];
  const byPath = (a: LibraryFile, b: LibraryFile) => (a.path < b.path ? -1 : 1);
  expect(written.toSorted(byPath)).toEqual(files.toSorted(byPath));
});

test('an export that fails is told, and an empty library says what fills it', async () => {
  await open('/library');
  await page.route('**/v1/library/files*', (route) => route.abort('aborted'));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await page.getByRole('alert').getByText('Refrain does not answer').waitFor();
  await page.route('**/v1/library?*', (route) => route.fulfill({ json: { items: [], total: 0, next: null } }));
  await open('/library');
  await page.getByText('The library is empty.').waitFor();
  await page.unrouteAll();
});
