import { existsSync } from 'node:fs';
import { listDataFolderPaths } from '../data-folder-paths.ts';
import { writeCommandLineSettings } from './api-client.ts';
import type { RunEnvironment } from './run-environment.ts';
import { type RunningPlatform, startPlatform } from './start-platform.ts';

export async function runStart(dataRoot: string, context: RunEnvironment): Promise<void> {
  const folder = listDataFolderPaths(dataRoot);
  const { shutdown, print } = context;
  const isFirst = !existsSync(folder.token);
  const platform = await startPlatform(folder, context);
  await writeCommandLineSettings(folder, platform, shutdown);
  // Anyone who can read a log could use a sign-in link in it, so a service prints a link only at its first start.
  const link = describeSignIn(platform, isFirst || process.stdout.isTTY);
  print(`
Refrain runs at ${platform.url}${platform.url === platform.localUrl ? '' : `\n  On this machine:                 ${platform.localUrl}, to which the proxy of that address must forward requests`}
  Sign in ${link}
  Connect an account:              npx refrain connect --help
  Data and logs:                   ${folder.root}, ${folder.logs}
Ctrl-C stops it.`);
  await shutdown.requested();
}

function describeSignIn({ url, signInUrl }: RunningPlatform, showsLink: boolean): string {
  if (signInUrl === null) return `with your provider:           ${url}`;
  return showsLink ? `(once, within the hour): ${signInUrl}` : 'by the link of: npx refrain sign-in';
}
