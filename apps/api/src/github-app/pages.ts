import type { Connection, ConnectionHealth } from '@refrain/domain';
import { escapeHtml, renderPage } from '../plain-page/render-page.ts';

/** Pages of the way to GitHub and back: plain HTML, so that they work before anyone has signed in. */

/**
 * Sends the manifest to GitHub, at once where scripts run.
 * @param action where on GitHub an App is made from a manifest
 * @param nonce lets the one script of the page through its content-security policy
 */
export function renderManifestPage(action: string, manifest: object, nonce: string): string {
  const value = escapeHtml(JSON.stringify(manifest));
  return renderPage(
    'Connect GitHub',
    `<p>GitHub shows what Refrain asks for. There, choose <b>Create GitHub App</b>, then <b>Install</b>.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${value}">
<button type="submit">Continue to GitHub</button>
</form>
<script nonce="${nonce}">document.forms[0].submit()</script>`,
  );
}

export function renderConnectedPage({ account, id }: Connection, missing: ConnectionHealth['missing']): string {
  const lacking = missing.map(({ permission, costs }) => `<li>${escapeHtml(`${permission}: ${costs}`)}</li>`);
  return renderPage(
    `${account} is connected`,
    `<p>Refrain may now read it, and has GitHub tell what happens there.</p>
${lacking.length === 0 ? '' : `<p>What is missing, and what that costs:</p>\n<ul>${lacking.join('')}</ul>`}
<p><a href="/connections/${encodeURIComponent(id)}">Choose what is read, and take in its past</a></p>`,
  );
}
