import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { root } from '../start-refrain.ts';

export interface RegexOccurrence {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** Lists the source files of Refrain, without tests. */
export function listSourceFiles(): string[] {
  const tracked = execFileSync('git', ['ls-files', '--', 'packages/*/src/*', 'apps/*/src/*'], {
    cwd: root,
    encoding: 'utf8',
  });
  const isTest = /\.test\.tsx?$|testing\.ts$|under-test\.ts$|source-contract\.ts$/u;
  return tracked.split('\n').filter((file) => /\.tsx?$/u.test(file) && !isTest.test(file));
}

/** Lists every regular expression literal, and every place in the code that composes one from text. */
export function listRegexes(): { readonly literals: RegexOccurrence[]; readonly made: string[] } {
  const literals: RegexOccurrence[] = [];
  const made: string[] = [];
  for (const file of listSourceFiles()) {
    const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'));
    new Visitor({
      Literal(node) {
        if ('regex' in node) literals.push({ source: node.regex.pattern, flags: node.regex.flags, file });
      },
      NewExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp') made.push(file);
      },
      CallExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'RegExp') made.push(file);
      },
    }).visit(program);
  }
  return { literals, made };
}

/** Script that prints the regular expressions that packages compose. It runs in a new process, which has not loaded the packages before. */
const recorder = `
  const recorded = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, caller) {
      const made = Reflect.construct(target, given, caller);
      const [, file] = /\\/((?:packages|apps)\\/[\\w-]+\\/dist\\/[^:)?]+)\\.js/u.exec(new Error().stack ?? '') ?? [];
      if (file !== undefined) {
        recorded.push({ source: made.source, flags: made.flags, file: file.replace('/dist/', '/src/') + '.ts' });
      }
      return made;
    },
  });
  for (const name of process.argv.slice(1)) await import(name);
  process.stdout.write(JSON.stringify(recorded));
`;

/** Returns the regular expressions that the given packages compose while they are loaded. */
export function listRegexesComposedAtLoad(packages: readonly string[]): RegexOccurrence[] {
  const args = ['--input-type=module', '--eval', recorder, ...packages];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
}
