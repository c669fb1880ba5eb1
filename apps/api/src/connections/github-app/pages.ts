import type { Connection, ConnectionHealth } from '@refrain/domain';
import { escapeHtml, renderPage } from '../../http/pages/render-page.ts';
import type { ManifestForm } from './manifest-form.ts';

/** Pages of the GitHub setup. They are plain HTML, so that they work before anyone has signed in. */

/**
 * Renders the form that sends the manifest to GitHub. It submits itself if scripts run, unless there is a warning to read first.
 * @param nonce allows the only script of the page in its content security policy
 */
export function renderManifestPage({ action, manifest, hasWebhook }: ManifestForm, nonce: string): string {
  const value = escapeHtml(JSON.stringify(manifest));
  const warning = `<p><b>This App will have no webhook</b>, because GitHub cannot reach this address. Refrain polls GitHub every few minutes instead. To receive events at once,
set <code>REFRAIN_PUBLIC_URL</code> to an address that GitHub can reach, restart Refrain, and begin again.</p>`;
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
  const missingItems = missing.map(({ permission, costs }) => `<li>${escapeHtml(`${permission}: ${costs}`)}</li>`);
  return renderPage(
    `${account} is connected`,
    `<p>${webhook.state === 'active' ? 'Refrain may now read it, and GitHub tells it at once what happens there.' : 'Refrain may now read it. The page of the connection shows whether it receives webhooks or polls every few minutes.'}</p>
${missingItems.length === 0 ? '' : `<p>Missing permissions, and what is not available without them:</p>\n<ul>${missingItems.join('')}</ul>`}
<p><a href="/connections/${encodeURIComponent(id)}">Choose what is imported, and import its history</a></p>`,
  );
}
