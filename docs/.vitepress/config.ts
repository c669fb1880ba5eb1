import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';

const docs = join(import.meta.dirname, '..');
const asPage = (file: string) => file.replace(/(?<=^|\/)README\.md(?=#|$)/u, 'index.md');

/** Each link of a list or table in a page of ours, in its order. */
function listLinks(text: string, folder: string) {
  return [...text.matchAll(/^[-|].*?\[(.+?)\]\((\S+\.md(?:#\S+)?)\)/gmu)].map(([, label = '', file = '']) => ({
    text: label,
    link: join('/', folder, asPage(file)),
  }));
}

/** The navigation is what the first page of the documents lists, and the decisions are what theirs does. */
function readNavigation() {
  const [, ...parts] = readFileSync(join(docs, 'README.md'), 'utf8').split(/^## /mu);
  const decisions = listLinks(readFileSync(join(docs, 'adr/README.md'), 'utf8'), 'docs/adr');
  return [
    ...parts.map((part) => ({ text: part.split('\n')[0] ?? '', items: listLinks(part, 'docs') })),
    {
      text: 'Decisions',
      collapsed: true,
      items: decisions.map((one) => ({ ...one, text: `${Number(/\/(\d+)-/u.exec(one.link)?.[1])}. ${one.text}` })),
    },
  ];
}

/**
 * The documents as a site: the same Markdown files that are read on GitHub, where they lie. A link that leads nowhere ends the
 * build. Nothing is fetched, neither now nor by a reader: the search's index is one of its files, and fonts are the reader's own.
 */
export default defineConfig({
  title: 'Refrain',
  description: 'Finds the failures that an engineering organisation keeps having.',
  srcDir: '..',
  srcExclude: ['{apps,test,infra,node_modules,.*}/**', 'packages/!(client)/**', 'AGENTS.md'],
  outDir: join(docs, 'dist'),
  cacheDir: join(docs, 'dist/.cache'),
  rewrites: asPage,
  markdown: {
    // The same links lead to the same headings on GitHub.
    anchor: { slugify: (heading) => slug(heading) },
    config(md) {
      const { normalizeLink } = md;
      md.normalizeLink = (url) => normalizeLink(asPage(url));
    },
  },
  themeConfig: {
    nav: [{ text: 'Documents', link: '/docs/' }],
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: readNavigation(),
  },
});
