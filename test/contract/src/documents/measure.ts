import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

/** A measure of the project, as a document calls it. */
export interface Measure {
  /** Where its names and options stand, from the project's folder. */
  readonly sources: readonly string[];
  /** What it is asked for, and its options. */
  readonly words: readonly string[];
}

const ofTests = /^(?:compare|trend|effect|link|precheck)$/u;
const ofTools: Readonly<Record<string, readonly string[]>> = {
  bench: ['test/bench/src/main.ts', 'test/bench/src/benches.ts'],
  chaos: ['test/chaos/src/main.ts'],
  soak: ['test/chaos/src/soak/main.ts'],
  steady: ['test/chaos/src/steady/main.ts'],
  year: ['test/year/src/main.ts'],
};

/**
 * Measures take minutes, and their figures are no matter of a test: of one it is seen that it is there and knows what the
 * document gives it. Those of the command line, `eval -- similar` and others, are the product's, and are run.
 * @returns null for what is no measure
 */
export function findMeasure(command: string): Measure | null {
  const [, folder, script, ofScript = ''] = /^node (test\/\w+)\/dist\/([\w-]+)\.js(.*)$/u.exec(command) ?? [];
  if (script !== undefined) return { sources: [`${folder}/src/${script}.ts`], words: optionsOf(ofScript) };
  const [, tool = '', args = ''] =
    /^npm run --silent (bench|chaos|soak|steady|year|eval)(?: --)?(.*)$/u.exec(command) ?? [];
  const [what = '', ...rest] = args.trim().split(' ');
  if (tool === 'eval' && ofTests.test(what)) {
    return { sources: [`test/eval/src/${what}/main.ts`], words: optionsOf(rest.join(' ')) };
  }
  const sources = ofTools[tool];
  if (sources === undefined) return null;
  const names = what === '' || what.startsWith('--') ? [] : [`name: '${what}'`];
  return { sources, words: [...names, ...optionsOf(args)] };
}

/** As a source has them, in what it parses. */
function optionsOf(args: string): readonly string[] {
  return [...args.matchAll(/--(\w+)/gu)].map(([, name]) => `${name}:`);
}

/** What a measure does not know of what a document gives it. */
export function listUnknownWords({ sources, words }: Measure): readonly string[] {
  const text = sources.map((source) => readFileSync(join(projectFolder, source), 'utf8')).join('\n');
  return words.filter((word) => !text.includes(word));
}
