import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createProgram } from './create-program.ts';

async function print(...args: string[]): Promise<string> {
  let printed = '';
  const keep = (text: string) => {
    printed += text;
  };
  const program = createProgram({
    env: {},
    cwd: '/',
    terminal: { out: keep, note: keep, interactive: false },
    readStandardInput: async () => '',
    setExitCode: () => {},
  });
  await program.parseAsync(args, { from: 'user' }).catch(() => {});
  return printed;
}

test('help prints the --help of a command at any depth', async () => {
  for (const path of [[], ['connect'], ['connect', 'github']]) {
    expect(await print('help', ...path)).toBe(await print(...path, '--help'));
  }
  expect(await print('help', 'connect', 'github')).toContain('--account <name>');
  expect(await print('help', 'connect', 'gitlab')).toBe("refrain: unknown command 'gitlab' (see --help)\n");
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  expect(await print('--version')).toBe(`${version}\n`);
});
