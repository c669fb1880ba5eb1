import { resolve } from 'node:path';
import type { Command } from 'commander';

/** Input and output of every command, which a test replaces. */
export interface EvalContext {
  /** Writes results to standard output. */
  readonly print: (text: string) => void;
  /** Writes a line of progress to standard error. */
  readonly note: (line: string) => void;
  /** Resolves a path against the folder in which npm was called. */
  readonly resolveFile: (path: string) => string;
}

/** The commands to which a subject adds its own. */
export interface CommandParents {
  readonly program: Command;
  /** Parent of the commands that measure one part of the analysis. */
  readonly measure: Command;
  readonly context: EvalContext;
}

/** `npm run` changes to the project's folder before it starts a script and passes the caller's folder in INIT_CWD. */
export function createResolveFile(env: Readonly<Record<string, string | undefined>>, cwd: string) {
  return (path: string): string => resolve(env.INIT_CWD || cwd, path);
}

/** Prints a value as one line of JSON. */
export function printJson({ print }: Pick<EvalContext, 'print'>, value: unknown): void {
  print(`${JSON.stringify(value)}\n`);
}
