import { ensureTool, findDataRoot, findToolsFolder, type Tool, type ToolName } from '@refrain/local';

const print = (line: string) => void process.stderr.write(`${line}\n`);

/** Finds or installs a program that tests start. Returns null if that fails outside of CI, so that tests can be skipped. */
export async function findOrInstallTool(name: ToolName): Promise<Tool | null> {
  const { env } = process;
  const signal = new AbortController().signal;
  try {
    return await ensureTool(name, { env, toolsDir: findToolsFolder(findDataRoot(env)), print, signal });
  } catch (thrown) {
    if (env.CI) throw thrown;
    print(`Skipping tests: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return null;
  }
}
