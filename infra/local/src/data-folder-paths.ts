import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../../..');

export function findDataRoot(env: Readonly<Record<string, string | undefined>>): string {
  const chosen = env.REFRAIN_DATA_DIR;
  return chosen === undefined || chosen === '' ? join(projectFolder, '.refrain') : resolve(chosen);
}

/** Returns the folder for downloaded tools, which Refrain and its demo share. */
export function findToolsFolder(dataRoot: string): string {
  return join(dataRoot, 'tools');
}

export type DataFolderPaths = Readonly<ReturnType<typeof listDataFolderPaths>>;

export function listDataFolderPaths(root: string) {
  const at = (name: string) => join(root, name);
  return {
    root,
    postgres: at('postgres'),
    redis: at('redis'),
    logs: at('logs'),
    encryptionKey: at('encryption-key'),
    ports: at('ports.json'),
    /** Contains the API token of the command line, which stays the same from run to run. */
    token: at('cli-token'),
    /** Contains the URL of the API and the token; exists only while Refrain runs. */
    cli: at('cli.json'),
    lock: at('run.lock'),
    /** Staging folder in which a restore prepares the database. */
    restoring: at('restoring'),
    /** Log of the exits and restarts of supervised processes, for `refrain doctor`. */
    restarts: at('restarts.jsonl'),
  };
}
