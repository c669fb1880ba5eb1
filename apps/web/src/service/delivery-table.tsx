import { DataList, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { SectionCard } from '../components/section.tsx';
import { listDeliveryFigures } from './describe-service.ts';

/** Shows the DORA metrics, which are measured by repository, because deployments name a repository and not a service. */
export function DeliveryTable({ delivery }: { readonly delivery: Schemas['ServiceProfile']['delivery'] }) {
  return (
    <SectionCard title="Delivery, last 90 days">
      {delivery.map((figures) => (
        <div key={figures.repository}>
          <Text size="sm" c="dimmed" mb={4}>
            Production deployments of {figures.repository}
          </Text>
          <DataList gap="xs" labelWidth="10rem">
            {listDeliveryFigures(figures).map(([label, value]) => (
              <DataList.Item key={label}>
                <DataList.ItemLabel c="dimmed">{label}</DataList.ItemLabel>
                <DataList.ItemValue>{value}</DataList.ItemValue>
              </DataList.Item>
            ))}
          </DataList>
        </div>
      ))}
    </SectionCard>
  );
}
