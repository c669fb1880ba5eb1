import type { ApiClient } from './api-client.ts';
import { createProgram } from './create-program.ts';

export interface ProgramResult {
  readonly out: string;
  readonly notes: string;
  readonly exitCode: number;
}

export async function runProgram(
  api: ApiClient,
  args: readonly string[],
  surroundings: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<ProgramResult> {
  const { env = {}, cwd = process.cwd() } = surroundings;
  let [out, notes, exitCode] = ['', '', 0];
  const program = createProgram({
    env: { REFRAIN_URL: api.url, REFRAIN_TOKEN: 'rfr_test', ...env },
    cwd,
    terminal: {
      out: (text) => {
        out += text;
      },
      note: (text) => {
        notes += text;
      },
      interactive: false,
    },
    readStandardInput: async () => 'piped',
    setExitCode: (code) => {
      exitCode = code;
    },
    webhookTiming: { pauseMs: 1, timeoutMs: 20_000 },
  });
  await program.parseAsync([...args], { from: 'user' });
  return { out, notes, exitCode };
}
