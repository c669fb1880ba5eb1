import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundIssue } from './found-issue.ts';

/** Writes every issue into a separate file, with the text that a person would read. */
export async function writeIssueFiles(folder: string, issues: readonly FoundIssue[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const issue of issues) {
    await writeFile(join(folder, `${issue.repository}-${issue.number}.md`), describeIssue(issue));
  }
}

function describeIssue({ repository, number, title, state, labels, openedAt, body, comments }: FoundIssue): string {
  return [
    `# ${title}`,
    `${repository}#${number}, ${state}, opened ${openedAt.slice(0, 10)}, labels: ${labels.join(', ')}`,
    body,
    ...comments.map(({ author, at, body: text }) => `---\n\n**${author}, ${at.slice(0, 10)}:**\n\n${text}`),
    '',
  ].join('\n\n');
}
