import { readFileSync, statSync } from 'node:fs';
import { AppError } from '@refrain/domain';
import { z } from 'zod';

const keyForm = /^[\da-f]{64}$/iu;
const howToMake = '64 hexadecimal digits, the same for all processes (openssl rand -hex 32)';
const othersMayRead = 0o007;
/** The largest file of keys, in bytes: it has room for hundreds of keys with comments. */
const maxBytes = 65_536;

/** A compose file or a chart leaves what is not set empty. */
const Unset = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null);

/** The settings that hold keys. */
export const KeyEnvironment = {
  REFRAIN_ENCRYPTION_KEY: Unset.refine((text) => text === null || keyForm.test(text), `must be ${howToMake}`),
  REFRAIN_ENCRYPTION_KEY_FILE: Unset,
  REFRAIN_ENCRYPTION_OTHER_KEYS: Unset.transform((text) => text?.split(/[\s,]+/u).filter(Boolean) ?? []).refine(
    (keys) => keys.every((key) => keyForm.test(key)),
    'must be keys of 64 hexadecimal digits, with commas between them',
  ),
};

interface ReadSettings {
  readonly REFRAIN_ENCRYPTION_KEY: string | null;
  readonly REFRAIN_ENCRYPTION_KEY_FILE: string | null;
  readonly REFRAIN_ENCRYPTION_OTHER_KEYS: readonly string[];
}

export interface EncryptionKeys {
  /** 32 bytes: seals. */
  readonly encryptionKey: Buffer;
  /** Those that only open. */
  readonly otherEncryptionKeys: readonly Buffer[];
  readonly warnings: readonly string[];
}

/**
 * Why the settings do not say in one way which keys there are; null where they do. Of the environment as it is, so that it is
 * told together with what else is wrong there.
 */
export function findKeyProblem(environment: Readonly<Record<string, string | undefined>>): string | null {
  const isSet = (name: keyof typeof KeyEnvironment) => Boolean(environment[name]?.trim());
  const [key, file] = [isSet('REFRAIN_ENCRYPTION_KEY'), isSet('REFRAIN_ENCRYPTION_KEY_FILE')];
  if (key && file) return 'REFRAIN_ENCRYPTION_KEY and REFRAIN_ENCRYPTION_KEY_FILE are both set: leave one of them out';
  if (!key && !file) {
    return `REFRAIN_ENCRYPTION_KEY is missing: ${howToMake}; or name a file that holds it in REFRAIN_ENCRYPTION_KEY_FILE`;
  }
  if (file && isSet('REFRAIN_ENCRYPTION_OTHER_KEYS')) {
    return 'REFRAIN_ENCRYPTION_OTHER_KEYS goes with REFRAIN_ENCRYPTION_KEY: in the file of REFRAIN_ENCRYPTION_KEY_FILE other keys stand on lines below the first';
  }
  return null;
}

/**
 * The key that seals and those that only open: from the settings, or line by line from a file, where lines that begin with `#`
 * say nothing. No error repeats what it read, be it the name of a file: someone may have set that to the key.
 * @param read of an environment in which `findKeyProblem` finds none
 * @throws {AppError} `misconfigured`
 */
export function readKeys(read: ReadSettings): EncryptionKeys {
  const { REFRAIN_ENCRYPTION_KEY: key, REFRAIN_ENCRYPTION_KEY_FILE: file } = read;
  if (key !== null) return toKeys([key, ...read.REFRAIN_ENCRYPTION_OTHER_KEYS], []);
  const { lines, isOpen } = readLines(file ?? '');
  const warnings = isOpen
    ? ['Everyone on this machine may read the file of REFRAIN_ENCRYPTION_KEY_FILE: take that right away (chmod 0400)']
    : [];
  return toKeys(lines, warnings);
}

function readLines(file: string): { readonly lines: string[]; readonly isOpen: boolean } {
  try {
    const found = statSync(file);
    // Reading a pipe waits for its writer, and reading a device may have no end.
    const isReadable = found.isFile() || found.isDirectory();
    if (!isReadable || found.size > maxBytes) throw new Error('no file, or a large one');
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    return { lines, isOpen: (found.mode & othersMayRead) !== 0 };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? 'it is no file of keys';
    throw wrong(`The file that REFRAIN_ENCRYPTION_KEY_FILE names cannot be read (${code}): mount it, or name another`);
  }
}

function toKeys(texts: readonly string[], warnings: readonly string[]): EncryptionKeys {
  const bad = texts.findIndex((text) => !keyForm.test(text));
  if (texts.length === 0 || bad >= 0) {
    const where = texts.length === 0 ? 'holds no key' : `holds no key on line ${bad + 1} of those that say something`;
    throw wrong(`The file that REFRAIN_ENCRYPTION_KEY_FILE names ${where}: each is ${howToMake}, the first one seals`);
  }
  const [encryptionKey = Buffer.alloc(0), ...otherEncryptionKeys] = texts.map((text) => Buffer.from(text, 'hex'));
  return { encryptionKey, otherEncryptionKeys, warnings };
}

function wrong(message: string): AppError {
  return new AppError('misconfigured', message);
}
