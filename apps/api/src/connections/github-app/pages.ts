import type { Connection, ConnectionHealth } from '@refrain/domain';
import { escapeHtml, renderPage } from '../../http/pages/render-page.ts';
import type { ManifestForm } from './manifest-form.ts';

/** Pages of the way to GitHub and back: plain HTML, so that they work before anyone has signed in. */

/**
 * Sends the manifest to GitHub: at once where scripts run, unless there is something to know before.
 * @param nonce lets the one script of the page through its content-security policy
 */
export function renderManifestPage({ action, manifest, hasWebhook }: ManifestForm, nonce: string): string {
  const value = escapeHtml(JSON.stringify(manifest));
  const warning = `<p><b>This App will have no webhook</b>, as GitHub cannot reach this address: Refrain asks it for news every few minutes instead. To hear of what happens at once,
set <code>REFRAIN_PUBLIC_URL</code> to an address that GitHub can reach, start Refrain again, and begin anew.</p>`;
  return renderPage(
    'Connect GitHub',
    `<p>GitHub shows what Refrain asks for. There, choose <b>Create GitHub App</b>, then <b>Install</b>.</p>
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
  const lacking = missing.map(({ permission, costs }) => `<li>${escapeHtml(`${permission}: ${costs}`)}</li>`);
  return renderPage(
    `${account} is connected`,
    `<p>${webhook.state === 'active' ? 'Refrain may now read it, and GitHub tells it at once what happens there.' : 'Refrain may now read it. Whether GitHub tells it what happens there, or it asks for news every few minutes, shows on its page.'}</p>
${lacking.length === 0 ? '' : `<p>What is missing, and what that costs:</p>\n<ul>${lacking.join('')}</ul>`}
<p><a href="/connections/${encodeURIComponent(id)}">Choose what is read, and take in its past</a></p>`,
  );
}
