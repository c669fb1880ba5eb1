interface Location {
  readonly services: readonly string[];
  readonly repository: string | null;
  readonly environment: string | null;
}

/** Where it happened: `Checkout, acme/checkout, production`. Empty where nobody knows. */
export function describeLocation({ services, repository, environment }: Location): string {
  return [...services, repository, environment].filter(Boolean).join(', ');
}
