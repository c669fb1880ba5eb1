import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';
import { describe, expect, test } from 'vitest';
import { commandsTestedElsewhere, untestedCommands } from './command-tested-elsewhere.ts';
import { startDocumentedInstallation } from './documented-world.ts';
import { fillCommandPlaceholders, readDocuments } from './index.ts';
import { type MeasurementCommand, parseMeasurementCommand, readHelpText } from './measurement-command.ts';
import { projectCommandTests } from './project-command-tests.ts';

/** Exit codes of documented commands that do not exit with 0. */
const otherEnds: readonly (readonly [RegExp, number])[] = [
  [/^npx refrain wording /u, 1],
  // An event stream ends only when the client stops; curl then reports a timeout.
  [/^curl -N /u, 28],
];

/** Documented commands that no test runs, because they would change the machine. */
const changesMachine = /(?:^|[\s;&|(])(?:sudo|apt|apt-get|dpkg|brew|systemctl|docker|kubectl|helm|crontab|rm)(?: |$)/u;

const documents = readDocuments();
const seen = new Set<string>();
/** Each distinct command once, with the first document that contains it. */
const commands = documents.map(({ file, commands: all }) => ({
  file,
  once: all.filter((command) => !seen.has(command) && seen.add(command)),
}));
const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const findFor = <T extends { readonly command: RegExp }>(list: readonly T[], command: string) =>
  list.find((entry) => entry.command.test(command));

const sharedWorld = await startDocumentedInstallation();
sharedWorld.startSearch();

/** Matches commands that need unmodified data or delete data; each of them gets a new installation. */
const needsOwnWorld = /<[\w-]+>|refrain erase .* --yes/u;

const measures = [...seen].map(parseMeasurementCommand).filter((measure) => measure !== null);
const helps = new Map<string, Promise<string>>();

async function expectKnown({ script, command, what }: MeasurementCommand): Promise<void> {
  const key = [script, ...command].join(' ');
  const options = measures
    .filter((measure) => [measure.script, ...measure.command].join(' ') === key)
    .flatMap((measure) => measure.options);
  const help = helps.get(key) ?? readHelpText({ script, command }, options);
  helps.set(key, help);
  expect(await help).toMatch(what === null ? /^Usage: /u : new RegExp(`^ {2}${what} `, 'mu'));
}

async function run(command: string, world: typeof sharedWorld) {
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
  test.each(all)('%s', async (command) => {
    const cover = findFor(commandsTestedElsewhere, command);
    if (cover !== undefined) return expect(read(cover.file), cover.file).toContain(cover.holds);
    const skipped = findFor(untestedCommands, command);
    if (skipped !== undefined) return expectExplained(skipped.program, skipped.instead);
    const own = findFor(projectCommandTests, command);
    if (own !== undefined) return own.follow(command, sharedWorld.url);
    const measure = parseMeasurementCommand(command);
    if (measure !== null) return expectKnown(measure);
    if (changesMachine.test(command))
      throw new Error(
        `This command would change the machine. Add the test that covers it to command-tested-elsewhere.ts: ${command}`,
      );
    const world = needsOwnWorld.test(command) ? await startDocumentedInstallation() : sharedWorld;
    const ended = await run(await fillCommandPlaceholders(command, world), world);
    const code = otherEnds.find(([pattern]) => pattern.test(command))?.[1] ?? 0;
    expect(ended, ended.stderr).toMatchObject({ code });
    if (!/ > |^cp /u.test(command)) expect(ended.stdout.trim()).not.toBe('');
  });
});

function expectExplained(program: string, instead: readonly [string, string] | null): void {
  expect(read('CONTRIBUTING.md')).toContain(`\`${program}\``);
  if (instead !== null) expect(read(instead[0]), instead[0]).toContain(instead[1]);
}

test('each command that is listed as tested elsewhere or as untested occurs in a document', () => {
  const others = [...commandsTestedElsewhere, ...untestedCommands, ...projectCommandTests];
  expect(others.filter(({ command }) => ![...seen].some((one) => command.test(one)))).toEqual([]);
});
