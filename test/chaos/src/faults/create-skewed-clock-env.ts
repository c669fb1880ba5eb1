import { pathToFileURL } from 'node:url';
import type { ProcessEnvironment } from '../system/start-with-restarts.ts';
import { builtScriptPath } from './built-script-path.ts';

/** Returns the environment for a process whose wall clock is off by a constant. */
export function createSkewedClockEnv(offsetMs: number): ProcessEnvironment {
  const preload = `--import=${pathToFileURL(builtScriptPath('skewed-clock')).href}`;
  return { env: { CHAOS_CLOCK_OFFSET_MS: String(offsetMs), NODE_OPTIONS: preload } };
}
