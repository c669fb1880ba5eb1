import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';

const docs = join(import.meta.dirname, '..');
const asPage = (file: string) => file.replace(/(?<=^|\/)README\.md(?=#|$)/u, 'index.md');

/** Returns the links to documents in the lists and tables of a page, in order. */
function listLinks(text: string, folder: string) {
  return [...text.matchAll(/^[-|].*?\[(.+?)\]\((\S+\.md(?:#\S+)?)\)/gmu)].map(([, label = '', file = '']) => ({
    text: label,
    link: join('/', folder, asPage(file)),
  }));
}

/** Builds the navigation from the links in `docs/README.md` and, for the decisions, in `docs/adr/README.md`. */
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
 * Builds a site from the same Markdown files that GitHub shows. A dead link makes the build fail. Neither the build nor a reader's
 * browser loads files from other servers. The site contains its search index, and pages use fonts of the reader's system.
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
    // Headings get the same anchors as on GitHub, so that links to headings work in both places.
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
