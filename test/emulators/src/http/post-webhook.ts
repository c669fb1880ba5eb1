export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts once and returns the response's status; null without a response in time. Like the vendors, does not follow redirects. */
export async function postWebhook(
  delivery: WebhookRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
