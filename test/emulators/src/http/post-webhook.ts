export interface Delivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Posts once and returns the receiver's status; null if it did not respond in time or could not be reached. Redirects
 * are not followed, as the vendors do not.
 */
export async function postWebhook(delivery: Delivery, timeoutMs: number, signal: AbortSignal): Promise<number | null> {
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
