import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { type Ask, createApiRequester } from '../processes/index.ts';

export interface Demo {
  readonly url: string;
  readonly ask: Ask;
  createSignInUrl(): Promise<string>;
}

const timeoutMs = 420_000;

/**
 * Waits until the demo, which the global set-up starts, has ingested and clustered its data. Throws if the demo exits or is not ready in
 * time.
 */
export async function waitForDemo(): Promise<Demo> {
  const folder = inject('demoFolder');
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const deadline = Date.now() + timeoutMs;
  // If a person started the demo, it is ready and its output is not in this folder.
  const isReady = async () =>
    (await read('output')).includes('Ctrl-C stops everything') || process.env.REFRAIN_DEMO_DIR;
  while (!(await isReady())) {
    if ((await read('ended')) !== '') throw new Error(`The demo exited: ${await read('output')}`);
    if (Date.now() > deadline) throw new Error(`The demo was not ready in time: ${await read('output')}`);
    await wait(500);
  }
  const access = await read('demo/cli.json');
  if (access === '') {
    throw new Error(
      `No demo runs with the data folder ${join(folder, 'demo')}: start npm run demo, or unset REFRAIN_DEMO_DIR.`,
    );
  }
  const { url, token } = JSON.parse(access) as { url: string; token: string };
  const ask = createApiRequester(url, token);
  return { url, ask, createSignInUrl: async () => (await ask<{ url: string }>('POST', '/v1/sign-in-links')).url };
}
