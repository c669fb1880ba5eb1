export interface WebhookDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body exactly as received, over which the signature is computed. */
  readonly body: Buffer;
}
