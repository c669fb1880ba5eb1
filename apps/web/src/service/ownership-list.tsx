import { List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { PropertyList } from '../components/property-list.tsx';
import { SectionCard } from '../components/section.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { toServiceSearch } from '../components/to-service-search.ts';
import type { PeriodParameters } from '../list/period.ts';
import { describeOwnerSource, describeRelation } from './describe-service.ts';

type Profile = Schemas['ServiceProfile'];

/** Shows the owner teams and the code of a service. Renders a link to the catalogue if neither is known. */
export function OwnershipList({ profile }: { readonly profile: Profile }) {
  const { name, kind, teams, repositories, services } = profile;
  const isUnknown = teams.length === 0 && repositories.length === 0 && services.length === 0;
  return (
    <SectionCard title="Ownership">
      {isUnknown && (
        <Text size="sm" c="dimmed">
          {kind === 'service' ? (
            <>
              No owner or repository is known.{' '}
              <PageLink to="/catalogue" search={{ service: name }} inherit>
                Add them in the catalogue
              </PageLink>
            </>
          ) : (
            <>
              No owner or service of this repository is known.{' '}
              <PageLink to="/catalogue" search={{ repository: name }} inherit>
                Add its service in the catalogue
              </PageLink>
            </>
          )}
        </Text>
      )}
      <PropertyList
        facts={[
          [
            teams.length > 1 ? 'Teams' : 'Team',
            teams.length > 0 && (
              <>
                {teams.map((team) => (
                  <div key={team}>
                    <PageLink
                      to="/services"
                      search={(current: PeriodParameters) => ({ team, ...toServiceSearch(current) })}
                      inherit
                      title={`Services of ${team}`}
                    >
                      {team}
                    </PageLink>
                  </div>
                ))}
                <Text size="xs" c="dimmed">
                  {describeOwnerSource(profile)}
                </Text>
              </>
            ),
          ],
          [
            'Runs from',
            repositories.map(({ repository, path, isConfirmed }) => (
              <div key={`${repository} ${path}`}>
                {path === null ? repository : `${repository}/${path}`}
                {!isConfirmed && (
                  <div>
                    <PageLink to="/catalogue" search={{ service: name }} size="sm">
                      Confirm in the catalogue
                    </PageLink>
                  </div>
                )}
              </div>
            )),
          ],
          ['Services', services.length > 0 && <ServiceLinks names={services} />],
        ]}
      />
    </SectionCard>
  );
}

export function RelatedServiceList({ related }: { readonly related: Profile['related'] }) {
  return (
    <SectionCard title="Related services">
      <List size="sm" listStyleType="none" spacing={4}>
        {related.map((service) => (
          <List.Item key={service.name}>
            <TextLink to="/services/$name" params={{ name: service.name }} search={toServiceSearch}>
              {service.name}
            </TextLink>{' '}
            <Text span size="sm" c="dimmed">
              {describeRelation(service)}
            </Text>
          </List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
