import type { Reply } from '../http/reply.ts';

const style =
  'body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}';

/** Formats a static page; `content` is HTML. */
export function renderPage(status: number, title: string, content: string): Reply {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style>`;
  return {
    status,
    html: `<!doctype html>\n<html lang="en"><head>${head}</head><body>\n${content}\n</body></html>\n`,
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  };
}

/** Formats a form with one button, which posts `fields`. `shown` is HTML that is displayed above the button. */
export function renderFormPage(
  title: string,
  action: string,
  fields: Readonly<Record<string, string>>,
  innerHtml: string,
  button: string,
): Reply {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const form = [
    `<form method="post" action="${escapeHtml(action)}">`,
    ...hidden,
    innerHtml,
    `<button type="submit">${escapeHtml(button)}</button>`,
    '</form>',
  ];
  return renderPage(200, title, [`<h1>${escapeHtml(title)}</h1>`, ...form].join('\n'));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}
