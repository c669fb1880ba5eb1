import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';

/** Returns whether a URL contains a user name or password, which would then appear in messages. */
function containsCredential(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

const othersMayWrite = 0o022;

const Settings = z.object({
  url: z
    .url({
      protocol: /^https?$/u,
      error: 'must be an http or https address, such as http://127.0.0.1:4400',
      abort: true,
    })
    .refine((url) => !containsCredential(url), { error: 'must not contain a user or password' }),
  token: z
    .string()
    .trim()
    .regex(/^[!-~]{1,1000}$/u, { error: 'is empty, or contains characters that no token has' }),
  /** Unix socket of the instance on this machine, in a folder where no other user can listen. */
  socket: z.string().min(1).optional(),
});
export type Settings = z.infer<typeof Settings>;

export interface SettingsSources {
  readonly flags: { readonly url?: string; readonly token?: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Finds the instance to use: from the flags, from `REFRAIN_URL` and `REFRAIN_TOKEN`, or from the data folder of an instance on this
 * machine, where `npm start` and `npm run demo` leave its URL. The token of that instance is never sent to another URL.
 * @throws {AppError} `invalid_input` with a message that names these three ways
 */
export function findSettings({ flags, env, cwd }: SettingsSources): Settings {
  const url = flags.url ?? env.REFRAIN_URL;
  const token = flags.token ?? env.REFRAIN_TOKEN;
  if (url !== undefined && token !== undefined) return parseInput(Settings, { url, token }, 'the address and token');
  const running = findRunning(listDataFolders({ env, cwd }));
  if (running !== null && !env.REFRAIN_DATA_DIR) refuseForeign(running.folder, running.local);
  const local = running?.local ?? null;
  if (local === null && url !== undefined) throw noToken(url);
  if (local === null) {
    throw new AppError(
      'invalid_input',
      'No running Refrain was found. Start one here (`npm start` or `npm run demo`), set REFRAIN_URL and REFRAIN_TOKEN, or pass --url and --token.',
    );
  }
  if (url === undefined) return parseInput(Settings, { ...local, token: token ?? local.token }, 'the token');
  const wanted = parseInput(Settings, { ...local, url }, 'the address');
  if (new URL(wanted.url).origin === new URL(local.url).origin) return wanted;
  throw noToken(url);
}

/**
 * Creates the error for a missing token. The URL is validated first, so that the message does not repeat a password in the
 * URL.
 */
function noToken(url: string): AppError {
  const wanted = parseInput(Settings.pick({ url: true }), { url }, 'the address');
  return new AppError(
    'invalid_input',
    `There is no token for ${wanted.url}. Set REFRAIN_TOKEN, or pass --token. To get one, start Refrain on this machine (\`npm start\` and \`npm run demo\` write a token to .refrain), or create one with POST /v1/tokens at that address.`,
  );
}

/**
 * Finds the data folder of the instance on this machine at `url`; without `url`, finds that of the instance that runs, or
 * that ran last. Returns null if there is none, or if `url` leads elsewhere.
 */
export function findDataFolder(
  { env, cwd }: Pick<SettingsSources, 'env' | 'cwd'>,
  url: string | undefined,
): string | null {
  const folders = listDataFolders({ env, cwd });
  if (url === undefined) {
    const has = (name: string) => folders.find((folder) => existsSync(join(folder, name)));
    return has('cli.json') ?? has('restarts.jsonl') ?? null;
  }
  const originOf = (text: string) => (URL.canParse(text) ? new URL(text).origin : null);
  return (
    folders.find((folder) => {
      const local = readLocal(folder);
      return local !== null && originOf(local.url) === originOf(url);
    }) ?? null
  );
}

/** Lists the data folder of `npm start`, then that of the demo. */
function listDataFolders({ env, cwd }: Pick<SettingsSources, 'env' | 'cwd'>): readonly string[] {
  const dataDir = env.REFRAIN_DATA_DIR || join(cwd, '.refrain');
  return [dataDir, join(dataDir, 'demo')];
}

function findRunning(folders: readonly string[]): { readonly folder: string; readonly local: Settings } | null {
  for (const folder of folders) {
    const local = readLocal(folder);
    if (local !== null) return { folder, local };
  }
  return null;
}

function wasKilled(dataFolder: string): boolean {
  const lock = join(dataFolder, 'run.lock');
  const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN;
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Refuses a data folder that another user may have written, because its `cli.json` could contain a URL that collects the token.
 * @throws {AppError} `forbidden` if anyone but this user or root could have written the file
 */
function refuseForeign(dataFolder: string, { socket }: Settings): void {
  const userId = process.getuid?.();
  if (userId === undefined) return;
  const paths = [dataFolder, join(dataFolder, 'cli.json'), ...(socket === undefined ? [] : [dirname(socket)])];
  for (const path of paths.filter((one) => existsSync(one))) {
    const { uid, mode } = statSync(path);
    if ((uid === userId || uid === 0) && (mode & othersMayWrite) === 0) continue;
    throw new AppError(
      'forbidden',
      `Other users can write to ${path}, so Refrain's token is not read from there. Run this command in a folder of your own, set REFRAIN_DATA_DIR if you trust that folder, or set REFRAIN_URL and REFRAIN_TOKEN.`,
    );
  }
}

function readLocal(dataFolder: string): Settings | null {
  const file = join(dataFolder, 'cli.json');
  if (!existsSync(file) || wasKilled(dataFolder)) return null;
  try {
    return Settings.required().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('invalid_input', `Cannot read ${file}. Remove it and restart Refrain.`, { cause });
  }
}
