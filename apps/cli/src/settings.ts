import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';

const Settings = z.object({ url: z.url({ protocol: /^https?$/u }), token: z.string().min(1) });
export type Settings = z.infer<typeof Settings>;

export interface SettingsSources {
  readonly flags: { readonly url?: string; readonly token?: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Which Refrain to speak to: the flags, else `REFRAIN_URL` and `REFRAIN_TOKEN`, else the instance that runs on this
 * machine (`npm start` or `npm run demo` leave its address in the data folder).
 * @throws {AppError} `invalid_input` that says the three ways
 */
export function findSettings({ flags, env, cwd }: SettingsSources): Settings {
  const url = flags.url ?? env.REFRAIN_URL;
  const token = flags.token ?? env.REFRAIN_TOKEN;
  if (url !== undefined && token !== undefined) return parseInput(Settings, { url, token }, 'the address and token');
  const dataDir = env.REFRAIN_DATA_DIR ?? join(cwd, '.refrain');
  for (const file of [join(dataDir, 'cli.json'), join(dataDir, 'demo', 'cli.json')]) {
    if (existsSync(file)) {
      const local = parseInput(Settings, parseJson(readFileSync(file, 'utf8'), file), file);
      return { url: url ?? local.url, token: token ?? local.token };
    }
  }
  throw new AppError(
    'invalid_input',
    'No Refrain is known: start one here (`npm start`), or give --url and --token, or set REFRAIN_URL and REFRAIN_TOKEN.',
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid_input', `${file} is not JSON: remove it and start Refrain again.`);
  }
}
