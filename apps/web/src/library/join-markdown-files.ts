import type { Schemas } from '../api/refrain.ts';

export function joinMarkdownFiles(files: readonly Schemas['FailureLibraryFile'][]): string {
  const ordered = files.toSorted((a, b) => Number(b.path === 'README.md') - Number(a.path === 'README.md'));
  return `${ordered.map(formatFile).join('\n\n').trim()}\n`;
}

function formatFile({ path, content }: Schemas['FailureLibraryFile']): string {
  const linked = content.trim().replaceAll(/\]\((?:\.\/)?(?:scenarios\/)?([a-z0-9-]+)\.md\)/gu, '](#$1)');
  if (path === 'README.md') return linked;
  const name = path.replace(/^scenarios\/(.*)\.md$/u, '$1');
  return `<a id="${name}"></a>\n\n${linked.replaceAll(/^(#{1,5}) /gmu, '#$1 ')}`;
}
