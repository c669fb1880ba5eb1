import { readFileSync, statSync } from 'node:fs';
import { AppError } from '@refrain/domain';
import { z } from 'zod';

const keyForm = /^[\da-f]{64}$/iu;
const howToMake = '64 hexadecimal digits, the same for all processes (openssl rand -hex 32)';
const othersMayRead = 0o007;
/** Maximum size of a key file in bytes, enough for hundreds of keys and comments. */
const maxBytes = 65_536;

/** An empty value counts as unset, because compose files and charts leave unset values empty. */
const Unset = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null);

export const EncryptionKeyVariables = {
  REFRAIN_ENCRYPTION_KEY: Unset.refine((text) => text === null || keyForm.test(text), `must be ${howToMake}`),
  REFRAIN_ENCRYPTION_KEY_FILE: Unset,
  REFRAIN_ENCRYPTION_OTHER_KEYS: Unset.transform((text) => text?.split(/[\s,]+/u).filter(Boolean) ?? []).refine(
    (keys) => keys.every((key) => keyForm.test(key)),
    'must be keys of 64 hexadecimal digits, separated by commas',
  ),
};

interface ReadSettings {
  readonly REFRAIN_ENCRYPTION_KEY: string | null;
  readonly REFRAIN_ENCRYPTION_KEY_FILE: string | null;
  readonly REFRAIN_ENCRYPTION_OTHER_KEYS: readonly string[];
}

export interface EncryptionKeys {
  /** The 32 bytes of the key with which new values are encrypted. */
  readonly encryptionKey: Buffer;
  readonly otherEncryptionKeys: readonly Buffer[];
  readonly warnings: readonly string[];
}

/**
 * Returns a problem if the settings contain no key or contradict each other, otherwise null. Reads the raw environment,
 * so that this problem is reported together with the problems of all other settings.
 */
export function findEncryptionKeyProblem(environment: Readonly<Record<string, string | undefined>>): string | null {
  const isSet = (name: keyof typeof EncryptionKeyVariables) => Boolean(environment[name]?.trim());
  const [key, file] = [isSet('REFRAIN_ENCRYPTION_KEY'), isSet('REFRAIN_ENCRYPTION_KEY_FILE')];
  if (key && file) return 'REFRAIN_ENCRYPTION_KEY and REFRAIN_ENCRYPTION_KEY_FILE are both set: remove one of them';
  if (!key && !file) {
    return `REFRAIN_ENCRYPTION_KEY is missing. Set it to ${howToMake}, or set REFRAIN_ENCRYPTION_KEY_FILE to a file that contains it`;
  }
  if (file && isSet('REFRAIN_ENCRYPTION_OTHER_KEYS')) {
    return 'REFRAIN_ENCRYPTION_OTHER_KEYS requires REFRAIN_ENCRYPTION_KEY. In a key file, put other keys on the lines below the first';
  }
  return null;
}

/**
 * Reads the encryption keys from the settings, or from a file with one key per line; lines that begin with `#` are
 * comments. Errors contain neither values nor the file name, as the key may have been entered as the file name.
 * @param read settings that contain a key and are consistent
 * @throws {AppError} `misconfigured`
 */
export function readEncryptionKeys(read: ReadSettings): EncryptionKeys {
  const { REFRAIN_ENCRYPTION_KEY: key, REFRAIN_ENCRYPTION_KEY_FILE: file } = read;
  if (key !== null) return toKeys([key, ...read.REFRAIN_ENCRYPTION_OTHER_KEYS], []);
  const { lines, isOpen } = readLines(file ?? '');
  const warnings = isOpen
    ? [
        'Every user of this machine can read the file that REFRAIN_ENCRYPTION_KEY_FILE names. Restrict its permissions (chmod 0400)',
      ]
    : [];
  return toKeys(lines, warnings);
}

function readLines(file: string): { readonly lines: string[]; readonly isOpen: boolean } {
  try {
    const found = statSync(file);
    // Pipes and devices are rejected: reading a pipe waits for its writer, and reading a device may never end.
    const isReadable = found.isFile() || found.isDirectory();
    if (!isReadable || found.size > maxBytes) throw new Error('The key file is not a regular file, or is too large');
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    return { lines, isOpen: (found.mode & othersMayRead) !== 0 };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'not a key file';
    throw wrong(
      `The file that REFRAIN_ENCRYPTION_KEY_FILE names cannot be read (${code}). Mount it, or set another one`,
    );
  }
}

function toKeys(texts: readonly string[], warnings: readonly string[]): EncryptionKeys {
  const bad = texts.findIndex((text) => !keyForm.test(text));
  if (texts.length === 0 || bad >= 0) {
    const where =
      texts.length === 0
        ? 'contains no key'
        : `contains no key on line ${bad + 1}, not counting comments and empty lines`;
    throw wrong(
      `The file that REFRAIN_ENCRYPTION_KEY_FILE names ${where}. A key is ${howToMake}; the first one encrypts`,
    );
  }
  const [encryptionKey = Buffer.alloc(0), ...otherEncryptionKeys] = texts.map((text) => Buffer.from(text, 'hex'));
  return { encryptionKey, otherEncryptionKeys, warnings };
}

function wrong(message: string): AppError {
  return new AppError('misconfigured', message);
}
