import type { Connection, ConnectionHealth } from '@refrain/domain';
import { escapeHtml, renderHtmlPage } from '../../http/pages/html-pages.ts';
import type { ManifestForm } from './manifest-form.ts';

/**
 * Renders the form that sends the manifest to GitHub. A script submits the form, unless the page shows a warning.
 * @param nonce the nonce of the script in the page's content security policy
 */
export function renderManifestPage({ action, manifest, hasWebhook }: ManifestForm, nonce: string): string {
  const value = escapeHtml(JSON.stringify(manifest));
  const warning = `<p><b>This App will have no webhook</b>, because GitHub cannot reach this URL. Refrain polls GitHub every few minutes instead. To receive events immediately,
set <code>REFRAIN_PUBLIC_URL</code> to a URL that GitHub can reach, restart Refrain, and start again.</p>`;
  return renderHtmlPage(
    'Connect GitHub',
    `<p>GitHub shows the permissions that Refrain requests. Choose <b>Create GitHub App</b>, then <b>Install</b>.</p>
${hasWebhook ? '' : warning}
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${value}">
<button type="submit">Continue to GitHub</button>
</form>
${hasWebhook ? `<script nonce="${nonce}">document.forms[0].submit()</script>` : ''}`,
  );
}

export function renderConnectedPage(
  { account, id, webhook }: Connection,
  missing: ConnectionHealth['missing'],
): string {
  const missingItems = missing.map(({ permission, costs }) => `<li>${escapeHtml(`${permission}: ${costs}`)}</li>`);
  return renderHtmlPage(
    `${account} is connected`,
    `<p>${webhook.state === 'active' ? 'Refrain can read the account, and GitHub sends events immediately.' : 'Refrain can read the account. The page of the connection shows whether it receives webhooks or polls every few minutes.'}</p>
${missingItems.length === 0 ? '' : `<p>Missing permissions, and what does not work without them:</p>\n<ul>${missingItems.join('')}</ul>`}
<p><a href="/connections/${encodeURIComponent(id)}">Choose what is imported, and import its history</a></p>`,
  );
}
