export interface WebhookDelivery {
  /** Names in lower case, as Node gives them. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body's bytes as they came: the signature is over these. */
  readonly body: Buffer;
}
