import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { Frame } from './frame.tsx';
import { PatternPage } from './pattern/pattern-page.tsx';
import { PatternsPage } from './patterns/patterns-page.tsx';

/** `?link=used`: the visitor was sent here by a sign-in link that does not work any more. */
const FrameSearch = z.object({ link: z.literal('used').optional().catch(undefined) });

/** The view is in the address, so that it can be shared and the back button works. */
const PatternSearch = z.object({
  kind: z.enum(['incident', 'failed_deployment', 'reverted_change']).optional().catch(undefined),
  query: z.coerce.string().optional().catch(undefined),
  sort: z.enum(['episodes', 'lastAt']).optional().catch(undefined),
});
export type PatternSearch = z.infer<typeof PatternSearch>;

const frame = createRootRoute({ component: Frame, validateSearch: FrameSearch });
const patterns = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: PatternSearch,
  component: PatternsPage,
});
const pattern = createRoute({ getParentRoute: () => frame, path: '/patterns/$patternId', component: PatternPage });

export function createPages() {
  return createRouter({ routeTree: frame.addChildren([patterns, pattern]), scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
