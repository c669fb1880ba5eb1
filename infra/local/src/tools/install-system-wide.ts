import type { ToolRecipe } from './catalogue.ts';
import type { InstallEnvironment } from './install-environment.ts';
import { runCommand } from './run-command.ts';

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
  // From here on the installation cannot be aborted, because interrupting dpkg leaves the system half configured.
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
