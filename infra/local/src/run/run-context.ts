import type { Shutdown } from './shutdown.ts';

export interface RunContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolsDir: string;
  readonly print: (line: string) => void;
  readonly shutdown: Shutdown;
}
