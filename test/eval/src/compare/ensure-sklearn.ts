import { existsSync } from 'node:fs';
import { AppError } from '@refrain/domain';
import { installWithApt, runCommand } from '@refrain/local';

const aptPackage = 'python3-sklearn';
/** Debian's Python is tried first, because only that Python sees packages installed with apt-get. */
const pythons = ['/usr/bin/python3', 'python3'];

export interface SklearnOptions {
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

export async function findSklearn(signal: AbortSignal): Promise<string | null> {
  for (const python of pythons) {
    const has = await runCommand(python, ['-c', 'import sklearn, scipy'], { env: process.env, signal }).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return null;
}

/**
 * Returns a Python executable that has scikit-learn. If the user is root, installs scikit-learn with apt-get if necessary.
 * @throws {AppError} `unavailable`, with the command to install scikit-learn
 */
export async function ensureSklearn({ print, signal }: SklearnOptions): Promise<string> {
  const found = await findSklearn(signal);
  if (found !== null) return found;
  const missing = `The baselines need scikit-learn for Python: run "apt-get install ${aptPackage}" as root, or install it for python3.`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new AppError('unavailable', missing);
  await installWithApt({ aptPackage, service: null }, [], { env: process.env, print, signal });
  const installed = await findSklearn(signal);
  if (installed === null)
    throw new AppError('unavailable', `scikit-learn was installed but cannot be imported. ${missing}`);
  return installed;
}
