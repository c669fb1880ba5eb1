import { Page } from '../parts/page.tsx';

export function ImprovementsPage() {
  return <Page title="Improvements">{null}</Page>;
}
