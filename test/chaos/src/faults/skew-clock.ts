import { pathToFileURL } from 'node:url';
import type { ProcessEnvironment } from '../system/keep-running.ts';
import { builtScript } from './built-script.ts';

/** Returns the environment for a process whose wall clock is off by a constant. */
export function skewClock(offsetMs: number): ProcessEnvironment {
  const preload = `--import=${pathToFileURL(builtScript('skewed-clock')).href}`;
  return { env: { CHAOS_CLOCK_OFFSET_MS: String(offsetMs), NODE_OPTIONS: preload } };
}
