import type { Shutdown } from './shutdown.ts';

/** What a run has from its surroundings. */
export interface RunContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolsDir: string;
  readonly print: (line: string) => void;
  readonly shutdown: Shutdown;
}
