import { existsSync, statSync } from 'node:fs';

/**
 * Reads a file of settings into the environment, which wins; no file is none. Complains of one that others on this machine may
 * read, as there are keys and passwords in it.
 */
export function loadSettings(file: string, complain: (line: string) => void): void {
  if (!existsSync(file)) return;
  process.loadEnvFile(file);
  const others = statSync(file).mode & 0o077;
  if (others !== 0) complain(`Others on this machine may use ${file}, with the keys in it: chmod 600 ${file}`);
}
