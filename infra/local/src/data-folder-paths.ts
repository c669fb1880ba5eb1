import { join, resolve } from 'node:path';

export interface DataFolderPaths {
  readonly root: string;
  readonly postgres: string;
  readonly redis: string;
  readonly logs: string;
  readonly encryptionKey: string;
  readonly ports: string;
  /** Contains the API token of the command line, which stays the same from run to run. */
  readonly token: string;
  /** Contains the URL of the API and the token; exists only while Refrain runs. */
  readonly cli: string;
  readonly lock: string;
  /** Staging folder in which a restore prepares the database. */
  readonly restoring: string;
  /** Log of the exits and restarts of supervised processes, for `refrain doctor`. */
  readonly restarts: string;
}

export const projectFolder = resolve(import.meta.dirname, '../../..');

export function findDataRoot(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env.REFRAIN_DATA_DIR;
  return chosen === undefined || chosen === '' ? join(projectFolder, '.refrain') : resolve(chosen);
}

/** Returns the folder for downloaded tools, which all runs of a project share, including the demo. */
export function findToolsFolder(dataRoot: string): string {
  return join(dataRoot, 'tools');
}

export function listDataFolderPaths(root: string): DataFolderPaths {
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
