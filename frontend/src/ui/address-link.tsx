import { Link, type LinkProps } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import type { Query } from '~/api/client';

/** A page with its search, for links that data decides on; or `#id` for a place on the page. */
export type Address = { to: string; search?: Query } | `#${string}`;

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { address: Address; children?: ReactNode };

/** For addresses that the code knows, the router's own link checks more. */
export function AddressLink({ address, ...rest }: Props) {
  if (typeof address === 'string') {
    return <a {...rest} href={address} />;
  }
  return <Link {...rest} to={address.to as NonNullable<LinkProps['to']>} search={(address.search ?? {}) as never} />;
}
