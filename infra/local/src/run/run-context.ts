import type { Shutdown } from './shutdown.ts';

/** The environment and the output of one run. */
export interface RunContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolsDir: string;
  readonly print: (line: string) => void;
  readonly shutdown: Shutdown;
}
