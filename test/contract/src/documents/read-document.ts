import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import GitHubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

export interface ProjectDocument {
  readonly file: string;
  readonly text: string;
  /** Commands in the order of the document: the lines of code blocks, and inline code that begins with a program. */
  readonly commands: readonly string[];
  readonly targets: readonly string[];
  /** Anchors of the headings, as GitHub generates them. */
  readonly anchors: ReadonlySet<string>;
}

/** Languages of code blocks that contain commands. A block without a language counts too, so that no command is missed. */
const shells: readonly (string | null | undefined)[] = ['sh', 'bash', 'shell', 'console', null, undefined];
const programs =
  /^(?:npx|npm|node|curl|git|docker|helm|kubectl|psql|createdb|pg_dump|pg_restore|openssl|redis-cli|promtool|sudo|apt|apt-get|grep|systemctl|journalctl) \S/u;
/** Abbreviated beginnings of commands in documents, each with its full form. */
const short: readonly (readonly [RegExp, string])[] = [
  [/^refrain (?=[a-z])/u, 'npx refrain '],
  [/^(?=(?:bench|eval) -- )/u, 'npm run --silent '],
];

export function readDocuments(): readonly ProjectDocument[] {
  const pages = readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('dist/'))
    .toSorted();
  const files = ['README.md', 'CONTRIBUTING.md', 'packages/client/README.md', ...pages.map((name) => `docs/${name}`)];
  return files.map(readDocument);
}

function readDocument(file: string): ProjectDocument {
  const { text, root } = parse(file);
  const nodes = [...walk(root)];
  const slugger = new GitHubSlugger();
  return {
    file,
    text,
    commands: nodes.flatMap(commandsOf),
    targets: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : [])),
    anchors: new Set(nodes.flatMap((node) => (node.type === 'heading' ? [slugger.slug(wordsOf(node))] : []))),
  };
}

export function readCodeBlock(file: string, language: string): string {
  for (const node of walk(parse(file).root))
    if (node.type === 'code' && node.lang === language) return `${node.value}\n`;
  throw new Error(`${file} has no code block in ${language}`);
}

/** Returns the commands of the code blocks below a heading, in order, up to the next heading of the same level. */
export function readCommandsBelowHeading(file: string, heading: string): readonly string[] {
  const { children } = parse(file).root;
  const first = children.findIndex((node) => node.type === 'heading' && wordsOf(node) === heading);
  const head = children[first];
  if (head?.type !== 'heading') throw new Error(`${file} has no heading "${heading}"`);
  const after = children.slice(first + 1);
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= head.depth);
  return after.slice(0, end === -1 ? after.length : end).flatMap(linesOf);
}

function parse(file: string) {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  return { text, root: fromMarkdown(text) };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function wordsOf(node: Node): string {
  return [...walk(node)].map((part) => ('value' in part ? part.value : '')).join('');
}

function commandsOf(node: Node): readonly string[] {
  if (node.type !== 'inlineCode') return linesOf(node);
  const unwrapped = node.value.replaceAll(/\s+/gu, ' ');
  const command = short.reduce((text, [start, whole]) => text.replace(start, whole), unwrapped);
  return programs.test(command) ? [command] : [];
}

function linesOf(node: Node): readonly string[] {
  if (node.type !== 'code' || !shells.includes(node.lang)) return [];
  const lines = node.value.replaceAll(/\\\n\s*/gu, ' ').split('\n');
  return lines.map((line) => line.replace(/(?:^|\s)# .*$/u, '').trim()).filter((line) => line !== '');
}
