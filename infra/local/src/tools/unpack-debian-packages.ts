import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from '../create-folder.ts';
import { ensureDataFolder } from '../ensure-data-folder.ts';
import type { InstallEnvironment } from './install-environment.ts';
import { runCommand } from './run-command.ts';

/**
 * Installs a Debian package as an ordinary user. apt-get uses separate lists and a separate cache, and downloads the packages that
 * the system lacks. They are unpacked into a temporary folder, which is renamed to `root` when complete.
 */
export async function unpackDebianPackages(
  recipe: { readonly aptPackage: string },
  root: string,
  context: InstallEnvironment,
): Promise<void> {
  const { print, signal, env } = context;
  const [lists, cache, staging] = [
    join(context.toolsDir, 'apt/lists'),
    join(context.toolsDir, 'apt/cache'),
    `${root}.new`,
  ];
  const archives = join(cache, 'archives');
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
