interface Location {
  readonly services: readonly string[];
  readonly repository: string | null;
  readonly environment: string | null;
}

/** Formats a location: `Checkout, acme/checkout, production`. Returns '' if the location is unknown. */
export function describeLocation({ services, repository, environment }: Location): string {
  return [...services, repository, environment].filter(Boolean).join(', ');
}
