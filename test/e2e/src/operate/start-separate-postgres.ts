import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, realpath, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnterFolder, findDatabaseUser, findFreePort, startServer, type Tool } from '@refrain/local';

const run = promisify(execFile);

export interface SeparatePostgres {
  /** Environment variables that PostgreSQL's programs need. */
  readonly env: Readonly<Record<string, string>>;
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL other than the embedded one, with the programs of the same version. */
export async function startSeparatePostgres(folder: string, initdb: Tool): Promise<SeparatePostgres> {
  // The program on the search path may be a symbolic link; the related programs are beside its target.
  const program = await realpath(initdb.path);
  const bin = dirname(program);
  const [cluster, passwordFile] = [join(folder, 'cluster'), join(folder, 'password')];
  const password = randomBytes(24).toString('hex');
  const port = await findFreePort();
  await mkdir(cluster, { recursive: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(folder, 0o755);
  const user = await findDatabaseUser(cluster);
  if (user !== null) {
    for (const path of [folder, bin]) {
      if (!(await canEnterFolder(user, path)))
        throw new Error(`The user that runs PostgreSQL cannot open the folder ${path}. Run: chmod o+x ${path}`);
    }
    for (const path of [cluster, passwordFile]) await chown(path, user.uid, user.gid);
  }
  const env = { PATH: `${bin}${delimiter}/usr/bin${delimiter}/bin`, LC_ALL: 'C', ...initdb.env };
  const access = ['--username=refrain', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = { cwd: '/', env, ...user };
  await run(program, ['-D', cluster, '--no-sync', '--encoding=UTF8', '--locale=C', ...access], options);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const server = await startServer(
    {
      name: 'PostgreSQL',
      command: join(bin, 'postgres'),
      ...options,
      args: ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      logFile: join(folder, 'postgres.log'),
      stopSignal: 'SIGINT',
      startTimeoutMs: 30_000,
    },
    () =>
      run(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], { env }).then(
        () => true,
        () => false,
      ),
  );
  return {
    env: { ...env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'refrain', PGPASSWORD: password },
    urlOf: (database) => `postgres://refrain:${password}@127.0.0.1:${port}/${database}`,
    stop: server.stop,
  };
}
