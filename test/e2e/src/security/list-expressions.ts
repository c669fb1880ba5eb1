import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { root } from '../start-refrain.ts';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, from the root of the project on. */
  readonly file: string;
}

/** Sources of what runs, without their tests. */
export function listSources(): string[] {
  const tracked = execFileSync('git', ['ls-files', '--', 'packages/*/src/*', 'apps/*/src/*'], {
    cwd: root,
    encoding: 'utf8',
  });
  const isTest = /\.test\.tsx?$|testing\.ts$|under-test\.ts$|source-contract\.ts$/u;
  return tracked.split('\n').filter((file) => /\.tsx?$/u.test(file) && !isTest.test(file));
}

/** Every regular expression that is written as one, and every place that makes one of a text. */
export function listExpressions(): { readonly literals: Expression[]; readonly made: string[] } {
  const literals: Expression[] = [];
  const made: string[] = [];
  for (const file of listSources()) {
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

/** What these packages make of texts as they are loaded, as they are built. */
export async function recordMade(packages: readonly string[]): Promise<Expression[]> {
  const recorded: Expression[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: [string | RegExp, string?], caller) {
      const made = Reflect.construct(target, given, caller) as RegExp;
      const [, folder, file] = /\/((?:packages|apps)\/[\w-]+\/)dist\/([^:)]+)\.js/u.exec(new Error().stack ?? '') ?? [];
      if (file !== undefined)
        recorded.push({ source: made.source, flags: made.flags, file: `${folder}src/${file}.ts` });
      return made;
    },
  });
  try {
    for (const name of packages) await import(name);
  } finally {
    globalThis.RegExp = Original;
  }
  return recorded;
}
