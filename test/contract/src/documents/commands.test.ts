import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';
import { describe, expect, test } from 'vitest';
import { startDocumentedWorld } from './documented-world.ts';
import { type Elsewhere, elsewhere } from './elsewhere.ts';
import { fillCommand } from './fill-command.ts';
import { findMeasure, listUnknownWords } from './measure.ts';
import { readDocuments } from './read-document.ts';

/** How a command may end that is right and not 0, as its document says. */
const otherEnds: readonly (readonly [RegExp, number])[] = [
  [/^npx refrain wording /u, 1],
  // Nothing ends a stream of events but who reads it.
  [/^curl -N /u, 28],
];

const documents = readDocuments();
const seen = new Set<string>();
/** Each once, where it is said first. */
const commands = documents.map(({ file, commands: all }) => ({
  file,
  once: all.filter((command) => !seen.has(command) && seen.add(command)),
}));
/** How a command is written, with `name=value …` or a command's name alone: no command yet. */
const isForm = (command: string) => /…$|^npx refrain writes undo$/u.test(command) && findMeasure(command) === null;
const coverOf = (command: string) => elsewhere.find((entry) => entry.command.test(command));

const world = await startDocumentedWorld();

async function run(command: string) {
  const child = spawn('sh', ['-c', command], {
    cwd: world.folder,
    env: {
      PATH: `${join(world.folder, 'bin')}:${process.env.PATH ?? ''}`,
      REFRAIN_URL: world.url,
      REFRAIN_TOKEN: world.token,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

describe.each(commands.filter(({ once: all }) => all.length > 0))('$file', ({ once: all }) => {
  test.each(all.filter((command) => !isForm(command)))('%s', async (command) => {
    const cover = coverOf(command);
    if (cover !== undefined) return expectCovered(cover);
    const measure = findMeasure(command);
    if (measure !== null) return expect(listUnknownWords(measure), measure.sources.join(', ')).toEqual([]);
    const ended = await run(await fillCommand(command, world));
    const code = otherEnds.find(([pattern]) => pattern.test(command))?.[1] ?? 0;
    expect(ended, ended.stderr).toMatchObject({ code });
    if (!/ > |^cp /u.test(command)) expect(ended.stdout.trim()).not.toBe('');
  });
});

function expectCovered({ file, holds }: Elsewhere): void {
  expect(readFileSync(join(projectFolder, file), 'utf8'), file).toContain(holds);
}

test('nothing is said to be run elsewhere that no document tells of', () => {
  expect(elsewhere.filter(({ command }) => ![...seen].some((told) => command.test(told)))).toEqual([]);
});
