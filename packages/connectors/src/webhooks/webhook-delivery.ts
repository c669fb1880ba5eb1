export interface WebhookDelivery {
  /** Names in lower case, as Node returns them. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body's bytes as received, over which the signature is computed. */
  readonly body: Buffer;
}
