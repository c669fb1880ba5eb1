import { lazy } from 'react';

// The chart library is large, so it is loaded with the first chart.
export const ControlChart = lazy(async () => ({ default: (await import('./control-chart.tsx')).ControlChart }));
export const BarsChart = lazy(async () => ({ default: (await import('./bars-chart.tsx')).BarsChart }));
export const RangesChart = lazy(async () => ({ default: (await import('./ranges-chart.tsx')).RangesChart }));
export const TimelineChart = lazy(async () => ({ default: (await import('./timeline-chart.tsx')).TimelineChart }));
