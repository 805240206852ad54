const STEPS = 4;

/** From which counts on the map is darker: a few steps that grow with the counts, the first being one. */
export function stepsOf(largest: number): number[] {
  const ratio = Math.max(largest, 1) ** (1 / STEPS);
  const starts = Array.from({ length: STEPS }, (_, n) =>
    largest <= STEPS ? n + 1 : Math.max(n + 1, Math.round(ratio ** n)),
  );
  return starts.filter(it => it <= Math.max(largest, 1));
}

/** The number of the step that a count is in, from 1; 0 for none. */
export function stepOf(count: number, steps: readonly number[]): number {
  return steps.filter(it => it <= count).length;
}
