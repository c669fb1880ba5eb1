import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Ask, askWith } from '@refrain/processes';
import { inject } from 'vitest';

export interface Demo {
  readonly url: string;
  readonly ask: Ask;
  /** A page address that signs a browser in, once. */
  createSignInUrl(): Promise<string>;
}

const patienceMs = 420_000;

/** The demo that the global set-up started, as soon as it has walked through its loop. */
export async function openDemo(): Promise<Demo> {
  const folder = inject('demoFolder');
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const deadline = Date.now() + patienceMs;
  // One that somebody started by hand writes elsewhere, and is ready.
  const isReady = async () => (await read('output')).includes('Ctrl-C stops all of it') || process.env.REFRAIN_DEMO_DIR;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error(`The demo is not ready: ${await read('output')}`);
    await wait(500);
  }
  const { url, token } = JSON.parse(await read('demo/cli.json')) as { url: string; token: string };

  const ask = askWith(url, token);
  return { url, ask, createSignInUrl: async () => (await ask<{ url: string }>('POST', '/v1/sign-in-links')).url };
}
