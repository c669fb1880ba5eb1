import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '@refrain/local';

/** A measure of the project, as a document calls it. */
export interface Measure {
  /** The script, from the project's folder. */
  readonly script: string;
  /** What it is asked for, where it has several things to measure. */
  readonly what: string | null;
  /** Its options, with what is given them. */
  readonly options: readonly string[];
}

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
/** Of `npm run eval`: its others are those of the command line, which are the product's, and are run. */
const ofEval = /^ {2}(\w+(?: \| \w+)+)\)$/mu.exec(read('test/eval/run.sh'))?.[1]?.split(' | ') ?? [];

/**
 * Measures take minutes, and their figures are no matter of a test: of one it is seen that it starts and takes what the document
 * gives it.
 * @returns null for what is no measure
 */
export function findMeasure(command: string): Measure | null {
  const [, given, ofScript = ''] = /^node (test\/\w+\/dist\/[\w-]+\.js)(.*)$/u.exec(command) ?? [];
  if (given !== undefined) return { script: given, what: null, options: optionsOf(ofScript) };
  const [, tool = '', args = ''] = /^npm run --silent (\w+)(?: --)?(.*)$/u.exec(command) ?? [];
  const [, what = ''] = /^ (\w+)/u.exec(args) ?? [];
  if (tool === 'eval' && ofEval.includes(what)) {
    return { script: `test/eval/dist/${what}/main.js`, what: null, options: optionsOf(args) };
  }
  const [, script] = /exec node (test\/\S+)$/u.exec(scripts[tool] ?? '') ?? [];
  return script === undefined ? null : { script, what: what === '' ? null : what, options: optionsOf(args) };
}

function optionsOf(args: string): readonly string[] {
  return [...args.matchAll(/(--[\w-]+)(?: (?!-)([^\s…]+))?/gu)].flatMap(([, name = '', value]) =>
    value === undefined ? [name] : [name, value],
  );
}

/**
 * What a measure says of itself beside all that documents give it: it refuses options that it does not know.
 * @throws {Error} with its complaint
 */
export async function askForHelp(script: string, options: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [script, ...options, '--help'], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`${script} ${options.join(' ')}: ${complaint}`);
  return said;
}
