interface Place {
  readonly services: readonly string[];
  readonly repository: string | null;
  readonly environment: string | null;
}

/** Where it happened: `Checkout, acme/checkout, production`. Empty where nobody knows. */
export function describePlace({ services, repository, environment }: Place): string {
  return [...services, repository, environment].filter(Boolean).join(', ');
}
