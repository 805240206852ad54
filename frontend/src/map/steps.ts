/** The first count of each shade, at most four: 1–2, 3–6, 7–20 and so on, each several times the one before. */
export function stepsOf(counts: readonly number[]): number[] {
  const most = Math.max(0, ...counts);
  const steps = most <= 4 ? [1, 2, 3, 4] : [0, 1, 2, 3].map(n => Math.round((most + 1) ** (n / 4)));
  return [...new Set(steps)].filter(it => it <= most);
}

/** Which shade a count has, from 0. */
export function stepOf(steps: readonly number[], count: number): number {
  return steps.filter(it => it <= count).length - 1;
}
