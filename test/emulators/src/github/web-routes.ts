import type { Route } from '../http/reply.ts';
import type { GitHubContext } from './context.ts';
import { findIssue } from './issue-routes.ts';
import { escapeHtml, renderPage } from './web-page.ts';
import type { StoredComment, StoredIssue } from './written-github-data.ts';

/** Serves a plain page at the `html_url` of each issue, without requiring a token. The demo links to these pages. */
export function webRoutes({ state }: GitHubContext): Route[] {
  return [
    {
      method: 'get',
      path: '/web/:owner/:repo/issues/:number',
      handle({ parameters }) {
        const { owner = '', repo = '', number } = parameters;
        const repository = state.findRepository(owner, repo);
        const issue = repository && findIssue(repository, number);
        if (!repository || !issue) return renderPage(404, 'Not found', '<p>There is no such issue here.</p>');
        const repositoryName = `${repository.owner}/${repository.name}`;
        const title = `${issue.title} · #${issue.number} · ${repositoryName}`;
        return renderPage(200, title, renderIssue(issue, repositoryName, repository.listComments(issue.number)));
      },
    },
  ];
}

function renderIssue(issue: StoredIssue, repositoryName: string, comments: readonly StoredComment[]): string {
  const labels = issue.labels.map((label) => `<li>${escapeHtml(label)}</li>`).join('');
  return [
    `<p>${escapeHtml(repositoryName)} · emulated GitHub</p>`,
    `<h1>${escapeHtml(issue.title)} #${issue.number}</h1>`,
    `<p>${escapeHtml(issue.state)} · opened by ${escapeHtml(issue.author)} at ${escapeHtml(issue.createdAt)}</p>`,
    labels === '' ? '' : `<ul>${labels}</ul>`,
    `<pre>${escapeHtml(issue.body)}</pre>`,
    ...comments.map(
      ({ author, createdAt, body }) =>
        `<h2>${escapeHtml(author)} at ${escapeHtml(createdAt)}</h2><pre>${escapeHtml(body)}</pre>`,
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
