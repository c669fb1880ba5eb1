import type { Shutdown } from './shutdown.ts';

export interface RunEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolsDir: string;
  readonly print: (line: string) => void;
  readonly shutdown: Shutdown;
}
