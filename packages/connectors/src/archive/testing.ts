import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveOptions, type ArchiveRow, readArchive } from './source.ts';

/** Writes the archives of a test to a temporary folder, and reads them. */
export function createTestArchives() {
  let made: Promise<string> | null = null;

  function folder(): Promise<string> {
    made ??= mkdtemp(join(tmpdir(), 'refrain-archive-'));
    return made;
  }
  async function read(path: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveRow[]> {
    const rows: ArchiveRow[] = [];
    for await (const row of readArchive(path, { map: {}, skipBroken: false, ...options })) rows.push(row);
    return rows;
  }
  return {
    folder,
    read,
    async readText(name: string, text: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveRow[]> {
      const path = join(await folder(), name);
      await writeFile(path, text);
      return read(path, options);
    },
    async remove(): Promise<void> {
      if (made !== null) await rm(await made, { recursive: true });
      made = null;
    },
  };
}

/** Returns the payload of each imported row, and the reason of each skipped row. */
export function listPayloadsOrSkipReasons(rows: readonly ArchiveRow[]): unknown[] {
  return rows.map((row) => ('record' in row ? row.record.payload : row.skipped));
}

export function formatJsonLines(...rows: object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}
