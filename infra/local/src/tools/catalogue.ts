export type ToolName = 'redis' | 'chromium' | 'prometheus';

export interface ToolRecipe {
  readonly title: string;
  /** Names on the search path, the preferred one first. */
  readonly programs: readonly string[];
  readonly aptPackage: string;
  readonly brewPackage: readonly string[];
  /** Where the program lies inside the unpacked Debian package; a launcher script with fixed paths will not do. */
  readonly unpacked: string;
  /** A service that the Debian package starts by itself. */
  readonly service: string | null;
  /** The way out that is this tool's own. */
  readonly instead: string;
}

export const recipes: Readonly<Record<ToolName, ToolRecipe>> = {
  redis: {
    title: 'Redis',
    programs: ['redis-server', 'valkey-server'],
    aptPackage: 'redis-server',
    brewPackage: ['redis'],
    unpacked: 'usr/bin/redis-server',
    service: 'redis-server',
    instead: 'set REDIS_URL to one that runs already',
  },
  chromium: {
    title: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    aptPackage: 'chromium',
    brewPackage: ['--cask', 'chromium'],
    unpacked: 'usr/lib/chromium/chromium',
    service: null,
    instead: 'set CHROMIUM_PATH to the program',
  },
  prometheus: {
    title: 'Prometheus',
    programs: ['prometheus'],
    aptPackage: 'prometheus',
    brewPackage: ['prometheus'],
    unpacked: 'usr/bin/prometheus',
    service: 'prometheus',
    instead: 'put prometheus and promtool on the search path',
  },
};
