import { resolve } from 'node:path';
import type { Command } from 'commander';

/** Output and file access of every command, which tests replace. */
export interface EvalCommandEnvironment {
  readonly print: (text: string) => void;
  readonly note: (line: string) => void;
  /** Resolves a path relative to the folder in which the user called npm. */
  readonly resolveFile: (path: string) => string;
}

export interface CommandParents {
  readonly program: Command;
  /** The command `measure`, whose subcommands each measure one stage of the analysis. */
  readonly measure: Command;
  readonly context: EvalCommandEnvironment;
}

/** Before it starts a script, `npm run` changes to the project's folder and passes the caller's folder in INIT_CWD. */
export function createPathResolver(env: Readonly<Record<string, string | undefined>>, cwd: string) {
  return (path: string): string => resolve(env.INIT_CWD || cwd, path);
}

export function printJson({ print }: Pick<EvalCommandEnvironment, 'print'>, value: unknown): void {
  print(`${JSON.stringify(value)}\n`);
}
