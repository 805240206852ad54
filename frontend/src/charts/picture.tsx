import type { SVGAttributes } from 'react';

type Props = SVGAttributes<SVGSVGElement> & { title: string };

/** What is drawn, as a group of links with a name: as an image it would hide them from screen readers. */
export function Picture({ title, ...rest }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of SVG is a group that is told of
    <svg {...rest} role="group" aria-label={title} />
  );
}
