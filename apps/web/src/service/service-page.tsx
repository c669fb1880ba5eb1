import { Grid, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { FigureCards } from '../components/figure-cards.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { CauseList } from './cause-list.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { describeService, listServiceFigures } from './describe-service.ts';
import { EpisodesByMonth } from './episodes-by-month.tsx';
import { NewestFailures } from './newest-failures.tsx';
import { OwnershipList, RelatedServiceList } from './ownership-list.tsx';
import { ServicePatternTable } from './service-pattern-table.tsx';

export function ServicePage() {
  const { name } = useParams({ from: '/services/$name' });
  const profile = refrain.useQuery('get', '/v1/services/profile', { params: { query: { name } } });
  return (
    <Stack>
      <BackToList to="/services">All services</BackToList>
      <Page title={name} lead={profile.data && describeService(profile.data)} actions={<CopyLinkButton />}>
        <QueryState query={profile} what="the service" height={480}>
          {(data) => <Profile profile={data} />}
        </QueryState>
      </Page>
    </Stack>
  );
}

function Profile({ profile }: { readonly profile: Schemas['ServiceProfile'] }) {
  const { name, kind, months, asOf, lastAt, causes, related, delivery } = profile;
  return (
    <Stack gap="lg">
      {lastAt !== null && <FigureCards label="Key figures" figures={listServiceFigures(profile)} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <ServicePatternTable profile={profile} />
            <NewestFailures name={name} kind={kind} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <OwnershipList profile={profile} />
            {lastAt !== null && <EpisodesByMonth months={months} asOf={asOf} lastAt={lastAt} />}
            {causes.length > 0 && <CauseList name={name} kind={kind} causes={causes} />}
            {related.length > 0 && <RelatedServiceList related={related} />}
            {delivery.length > 0 && <DeliveryTable delivery={delivery} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
