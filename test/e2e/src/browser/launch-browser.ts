import { findDataRoot, findTool, findToolsFolder } from '@refrain/local';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const tool = await findTool('chromium', { env, toolsDir: findToolsFolder(findDataRoot(env)) });
  if (tool === null)
    throw new Error('Chromium is missing. Run `npm test` once, which installs it, or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath: tool.path,
    chromiumSandbox: false,
    args: flags,
    env: { PATH: env.PATH, HOME: env.HOME, ...tool.env },
  });
}
