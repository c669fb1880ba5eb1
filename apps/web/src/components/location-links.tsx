import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ServiceLink } from './service-link.tsx';

type Location = Pick<Schemas['ListedFailure'], 'services' | 'repository' | 'environment'>;

/** Shows a location, such as `Checkout, acme/checkout, production`, with links to its services and its repository. */
export function LocationLinks({ location: { services, repository, environment } }: { readonly location: Location }) {
  const names = [...new Set([...services, ...(repository === null ? [] : [repository])])];
  return (
    <>
      {names.map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          <ServiceLink name={name} />
        </Fragment>
      ))}
      {names.length > 0 && environment !== null && ', '}
      {environment}
    </>
  );
}
