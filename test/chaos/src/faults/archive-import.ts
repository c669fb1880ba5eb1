import { setTimeout as wait } from 'node:timers/promises';
import { dayInMs } from '@refrain/domain';
import type { RefrainSystem } from '../system/refrain-system.ts';

/** A file of incidents to import. While the disk is full, Refrain must refuse the whole import; a later retry must succeed. */
export interface ArchiveImport {
  readonly records: number;
  /** Tries the import on a full disk. Throws unless the import is refused because of the full disk. */
  expectRefusedImport(): Promise<void>;
  /** Retries the import until it succeeds, as a person would. Later calls do nothing. */
  import(): Promise<void>;
  /** Imports the file into a second installation, if `import` has succeeded for the first one. */
  importInto(other: RefrainSystem): Promise<void>;
}

const recordCount = 200;
const textLength = 2_000;
const pauseMs = 500;
const maxTries = 60;

export function createArchiveImport(system: RefrainSystem): ArchiveImport {
  const body = composeRecords();
  let isImported = false;

  function send({ url, token }: RefrainSystem): Promise<Response> {
    return fetch(`${url}/v1/archives/old-tracker/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body,
    });
  }
  async function importInto(one: RefrainSystem): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const answer = await send(one).catch(() => null);
      if (answer?.ok) return;
      if (tries >= maxTries) throw new Error(`Refrain refused the import too often: ${await answer?.text()}`);
      await wait(pauseMs);
    }
  }
  return {
    records: recordCount,
    async expectRefusedImport() {
      const answer = await send(system);
      const text = await answer.text();
      if (answer.status !== 503)
        throw new Error(`On a full disk the import returned ${answer.status} instead of 503: ${text}`);
    },
    async import() {
      await importInto(system);
      isImported = true;
    },
    async importInto(other) {
      if (isImported) await importInto(other);
    },
  };
}

function composeRecords(): string {
  const lines = Array.from({ length: recordCount }, (_, number) => {
    const day = new Date(Date.UTC(2025, 0, 1) + number * dayInMs).toISOString();
    return JSON.stringify({
      type: 'archive.incident',
      deliveryKey: `old-${number}`,
      payload: {
        id: `old-${number}`,
        title: `The nightly import of ledger ${number % 7} ran out of disk`,
        text: 'The export had grown again, and nobody had looked. '.repeat(textLength / 50),
        created: day,
        services: [`Ledger ${number % 7}`],
      },
    });
  });
  return `${lines.join('\n')}\n`;
}
