import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { listAccessibilityFaults, measureOverflow, openVisit, startBrowser, takePicture } from './browser.ts';
import { fillRefrain } from './fill-refrain.ts';
import { startRefrain } from './start-refrain.ts';

const refrain = await startRefrain(5);
const browser = await startBrowser();
const { page, takeTroubles } = await openVisit(browser);

test('explore', async () => {
  await page.goto(refrain.url);
  await page.waitForTimeout(500);
  await takePicture(page, 'signed-out');
  const link = await refrain.createSignInUrl();
  await page.goto(link);
  await page.waitForTimeout(500);
  await takePicture(page, 'empty');
  await page.goto(link);
  await takePicture(page, 'used-link');
  console.log(takeTroubles());
  const { world } = generateOrganisation(5, { services: 12, repositories: 18, changes: 200, failures: 120, days: 360 });
  for (const i of world.pagerduty.incidents.slice(0)) if (i.number % 3 === 0) { i.title += ' <img src=x onerror="window.hacked=1"> **bold** [x](javascript:alert(1))'; }
  console.time('fill');
  await fillRefrain(refrain, world);
  console.timeEnd('fill');
  console.log(await refrain.ask('GET', '/v1/status'));
  const list = await refrain.ask<any>('GET', '/v1/patterns?limit=50');
  console.log(JSON.stringify(list.items.slice(0, 6), null, 1));
  await page.goto(refrain.url);
  for (const [name, path] of [['list', '/'], ['pattern', `/patterns/${list.items[0].id}`]]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(refrain.url + path);
        await page.waitForTimeout(800);
        await takePicture(page, `${name}-${width}-${colorScheme}`);
        console.log(name, width, colorScheme, await measureOverflow(page), await listAccessibilityFaults(page));
      }
    }
  }
  console.log(takeTroubles());
  const rep = await refrain.ask<any>('GET', `/v1/patterns/${list.items[0].id}/report`);
  console.log(JSON.stringify(rep, null, 1).slice(0, 9000));
}, 120_000);
