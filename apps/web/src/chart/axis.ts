export const axis = {
  tick: { fill: 'var(--chart-text)', fontSize: 12 },
  stroke: 'var(--chart-grey)',
  tickLine: false,
} as const;

export const grid = { stroke: 'var(--chart-band)', vertical: false } as const;

export const tooltipStyle = {
  contentStyle: {
    background: 'var(--mantine-color-body)',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: 'var(--mantine-radius-sm)',
    color: 'var(--mantine-color-text)',
    fontSize: 13,
  },
  itemStyle: { color: 'var(--mantine-color-text)' },
  isAnimationActive: false,
} as const;
