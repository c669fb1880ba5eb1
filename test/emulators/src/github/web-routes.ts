import type { Reply, Route } from '../http/reply.ts';
import type { GitHubContext } from './context.ts';
import { findIssue } from './issue-routes.ts';
import type { StoredComment, StoredIssue } from './written.ts';

/** The pages that `html_url` of an issue leads to: plain, readable without a token, for who follows a link of the demo. */
export function webRoutes({ state }: GitHubContext): Route[] {
  return [
    {
      method: 'get',
      path: '/web/:owner/:repo/issues/:number',
      handle({ parameters }) {
        const { owner = '', repo = '', number } = parameters;
        const repository = state.findRepository(owner, repo);
        const issue = repository && findIssue(repository, number);
        if (!repository || !issue) return showPage(404, 'Not found', '<p>There is no such issue here.</p>');
        const where = `${repository.owner}/${repository.name}`;
        const title = `${issue.title} · #${issue.number} · ${where}`;
        return showPage(200, title, renderIssue(issue, where, state.listComments(repository, issue.number)));
      },
    },
  ];
}

function renderIssue(issue: StoredIssue, where: string, comments: readonly StoredComment[]): string {
  const labels = issue.labels.map((label) => `<li>${escapeHtml(label)}</li>`).join('');
  return [
    `<p>${escapeHtml(where)} · emulated GitHub</p>`,
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

const style =
  'body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}';

function showPage(status: number, title: string, content: string): Reply {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style>`;
  return {
    status,
    html: `<!doctype html>\n<html lang="en"><head>${head}</head><body>\n${content}\n</body></html>\n`,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}
