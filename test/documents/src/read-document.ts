import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import GitHubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

export interface Document {
  /** From the project's folder. */
  readonly file: string;
  readonly text: string;
  /** In their order: a block line by line, and what stands as code in a sentence where it begins with a program. */
  readonly commands: readonly string[];
  /** Of links and pictures, as they are written. */
  readonly targets: readonly string[];
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

/** A block without a language is commands too: what is none says its language, so that no command goes unseen. */
const shells: readonly (string | null | undefined)[] = ['sh', 'bash', 'shell', 'console', null, undefined];
const programs = /^(?:npx|npm|node|curl|git|docker|helm|kubectl|psql|pg_dump|pg_restore|openssl|redis-cli) \S/u;

/** All that people read: of the project, of its client, and the pages of `docs`. */
export function readDocuments(): readonly Document[] {
  const pages = readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('dist/'))
    .toSorted();
  const files = ['README.md', 'CONTRIBUTING.md', 'packages/client/README.md', ...pages.map((name) => `docs/${name}`)];
  return files.map(readDocument);
}

function readDocument(file: string): Document {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  const nodes = [...walk(fromMarkdown(text))];
  const slugger = new GitHubSlugger();
  return {
    file,
    text,
    commands: nodes.flatMap(commandsOf),
    targets: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : [])),
    anchors: new Set(nodes.flatMap((node) => (node.type === 'heading' ? [slugger.slug(wordsOf(node))] : []))),
  };
}

/** The first block of this language in a page, as a file that begins with it would be. */
export function readExample(file: string, language: string): string {
  const nodes = walk(fromMarkdown(readFileSync(join(projectFolder, file), 'utf8')));
  for (const node of nodes) if (node.type === 'code' && node.lang === language) return `${node.value}\n`;
  throw new Error(`${file} has no block of ${language}`);
}

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function wordsOf(node: Node): string {
  return [...walk(node)].map((part) => ('value' in part ? part.value : '')).join('');
}

function commandsOf(node: Node): readonly string[] {
  if (node.type === 'inlineCode') return programs.test(node.value) ? [node.value] : [];
  if (node.type !== 'code' || !shells.includes(node.lang)) return [];
  const lines = node.value.replaceAll(/\\\n\s*/gu, ' ').split('\n');
  return lines.map((line) => line.replace(/(?:^|\s)# .*$/u, '').trim()).filter((line) => line !== '');
}
