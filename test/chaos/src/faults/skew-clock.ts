import { pathToFileURL } from 'node:url';
import type { Circumstances } from '../system/keep-running.ts';
import { builtScript } from './built-script.ts';

/** A process whose wall clock is wrong, as that of a machine that lost its time; it ticks as it should. */
export function skewClock(offsetMs: number): Circumstances {
  const preload = `--import=${pathToFileURL(builtScript('skewed-clock')).href}`;
  return { env: { CHAOS_CLOCK_OFFSET_MS: String(offsetMs), NODE_OPTIONS: preload } };
}
