import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';

/** A documented command that runs a measurement of Refrain, such as a benchmark. */
export interface MeasurementCommand {
  readonly script: string;
  /** Arguments that name a subcommand of the script; empty if it has none. */
  readonly command: readonly string[];
  /**
   * The measurement in the command's arguments. The help text must list it. Null if there is none, or for a subcommand.
   */
  readonly what: string | null;
  readonly options: readonly string[];
}

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
/** Subcommands of `npm run eval` that are quick enough to run in a test. */
const quick: ReadonlySet<string> = new Set(['similar', 'cluster', 'cause', 'reverts', 'forecast']);

/**
 * Parses a command that runs a measurement; returns null for other commands. Tests only check that the command starts and accepts the
 * documented options.
 */
export function parseMeasurementCommand(command: string): MeasurementCommand | null {
  const [, given, ofScript = ''] = /^node (test\/\w+\/dist\/[\w-]+\.js)(.*)$/u.exec(command) ?? [];
  if (given !== undefined) return { script: given, command: [], what: null, options: optionsOf(ofScript) };
  const [, tool = '', args = ''] = /^npm run --silent (\w+)(?: --)?(.*)$/u.exec(command) ?? [];
  const [, what = ''] = /^ (\w+)/u.exec(args) ?? [];
  if (tool === 'eval' && !quick.has(what)) {
    const command = /^ ((?:measure )?[a-z][\w-]*)/u.exec(args)?.[1]?.split(' ') ?? [];
    return { script: 'test/eval/dist/main.js', command, what: null, options: optionsOf(args) };
  }
  if (tool === 'eval') return null;
  const [, script] = /exec node (test\/\S+)$/u.exec(scripts[tool] ?? '') ?? [];
  return script === undefined
    ? null
    : { script, command: [], what: what === '' ? null : what, options: optionsOf(args) };
}

function optionsOf(args: string): readonly string[] {
  return [...args.matchAll(/(--[\w-]+)(?: (?!-)([^\s…]+))?/gu)].flatMap(([, name = '', value]) =>
    value === undefined ? [name] : [name, value],
  );
}

/** Returns the help text of a measuring command. Throws if the command rejects a documented option or does not list it. */
export async function readHelpText(
  { script, command }: Pick<MeasurementCommand, 'script' | 'command'>,
  options: readonly string[],
): Promise<string> {
  // A script with subcommands checks values such as `--seed N` before it prints its help.
  const hasCommands = command.length > 0;
  const child = spawn(process.execPath, [script, ...(hasCommands ? command : options), '--help'], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const called = [script, ...command, ...options].join(' ');
  if (child.exitCode !== 0) throw new Error(`${called} failed: ${complaint}`);
  const unlisted = !hasCommands ? [] : options.filter((one) => /^--/u.test(one) && !output.includes(` ${one} `));
  if (unlisted.length > 0) throw new Error(`The help text of ${called} does not list ${unlisted.join(', ')}`);
  return output;
}
