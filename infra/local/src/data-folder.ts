import { join, resolve } from 'node:path';

/** The files and folders in a data folder. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly redis: string;
  readonly logs: string;
  readonly encryptionKey: string;
  readonly ports: string;
  /** The token of the command line, kept from run to run. */
  readonly token: string;
  /** The address of the API and that token; there while a run lasts. */
  readonly cli: string;
  /** Held while a run uses the folder. */
  readonly lock: string;
  /** A restore prepares the database in this folder. */
  readonly restoring: string;
  /** Ends and restarts of supervised processes, for `refrain doctor`. */
  readonly restarts: string;
}

export const projectFolder = resolve(import.meta.dirname, '../../..');

/** `.refrain` in the project's folder, or REFRAIN_DATA_DIR. */
export function findDataRoot(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env.REFRAIN_DATA_DIR;
  return chosen === undefined || chosen === '' ? join(projectFolder, '.refrain') : resolve(chosen);
}

/** Tools are shared by all runs of a project, the demo's too. */
export function toolsFolder(dataRoot: string): string {
  return join(dataRoot, 'tools');
}

export function layOutDataFolder(root: string): DataFolder {
  const at = (name: string) => join(root, name);
  return {
    root,
    postgres: at('postgres'),
    redis: at('redis'),
    logs: at('logs'),
    encryptionKey: at('encryption-key'),
    ports: at('ports.json'),
    token: at('cli-token'),
    cli: at('cli.json'),
    lock: at('run.lock'),
    restoring: at('restoring'),
    restarts: at('restarts.jsonl'),
  };
}
