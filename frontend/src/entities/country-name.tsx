import { useCodeLabel } from '~/api/code-lists';

/** A country in the reader's language. */
export function CountryName({ code }: { code: string | undefined }) {
  return useCodeLabel('countries')(code);
}
