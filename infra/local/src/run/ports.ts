import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { createFileError } from '../servers/create-file-error.ts';

const Ports = z.record(z.string(), z.number().int().min(1).max(65_535));
type Ports = z.infer<typeof Ports>;

export type StoredPorts = Awaited<ReturnType<typeof readStoredPorts>>;

/** Reads the ports of the last run, so that URLs stay the same if the ports are free. */
export async function readStoredPorts(path: string) {
  const ports: Ports = { ...parse(await readFile(path, 'utf8').catch(() => '{}')) };
  return {
    preferred: (name: string) => ports[name],
    keep: async (name: string, port: number) => {
      if (ports[name] === port) return;
      ports[name] = port;
      await writeFile(path, `${JSON.stringify(ports, null, 2)}\n`).catch((cause) => {
        throw createFileError('write', path, cause);
      });
    },
  };
}

function parse(text: string): Ports {
  try {
    return Ports.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
