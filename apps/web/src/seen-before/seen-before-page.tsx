import { Page } from '../parts/page.tsx';

export function SeenBeforePage() {
  return <Page title="Seen before?">{null}</Page>;
}
