import { ensureTool, findDataRoot, type Tool, type ToolName, toolsFolder } from '@refrain/local';

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** A program that only tests start. Where it can neither be found nor installed the tests that need it are left out, but not in CI. */
export async function requireTool(name: ToolName): Promise<Tool | null> {
  const { env } = process;
  const signal = new AbortController().signal;
  try {
    return await ensureTool(name, { env, toolsDir: toolsFolder(findDataRoot(env)), say, signal });
  } catch (thrown) {
    if (env.CI) throw thrown;
    say(`Tests are left out: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return null;
  }
}
