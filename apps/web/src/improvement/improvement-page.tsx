import { Page } from '../parts/page.tsx';

export function ImprovementPage() {
  return <Page title="Improvement">{null}</Page>;
}
