import { layOutDataFolder } from '../data-folder.ts';
import type { RunContext } from './run-context.ts';
import { publishForCommandLine, signIn } from './sign-in.ts';
import { startPlatform } from './start-platform.ts';

/** Runs Refrain until a signal comes. */
export async function runStart(dataRoot: string, context: RunContext): Promise<void> {
  const folder = layOutDataFolder(dataRoot);
  const { shutdown, say } = context;
  const platform = await startPlatform(folder, context);
  const { signInUrl, token, isFirst } = await signIn(platform, folder, shutdown.signal);
  // A link in a log lets in whoever reads it: a service tells its first one alone.
  const link =
    isFirst || process.stdout.isTTY ? `(once, within the hour): ${signInUrl}` : 'by the link of: npx refrain sign-in';
  shutdown.defer(await publishForCommandLine(folder, platform.localUrl, token));
  say(`
Refrain runs at ${platform.url}${platform.url === platform.localUrl ? '' : `\n  On this machine:                 ${platform.localUrl}, to which the proxy of that address has to pass on`}
  Sign in ${link}
  Connect an account:              npx refrain connect --help
  Data and logs:                   ${folder.root}, ${folder.logs}
Ctrl-C stops it.`);
  await shutdown.requested();
}
