import { useQuery } from '@tanstack/react-query';
import { useCommonT, useText } from '~/i18n/i18n';
import { FormField } from '~/ui/form-field';
import { institutions } from './api';

/** Chosen by name where the list can be had; otherwise its short name is typed. */
export function InstitutionField({ last }: { last: string | undefined }) {
  const t = useCommonT();
  const text = useText();
  const { data, isPending } = useQuery(institutions);
  if (isPending || (data !== undefined && data.length > 0)) {
    return (
      <FormField label={t('sign_in.institution')}>
        {control => (
          // The last choice can be taken only once it is among the options.
          <select {...control} key={data?.length} name="institution" required defaultValue={known(data, last)}>
            {data?.length !== 1 && <option value="">{t('form.choose')}</option>}
            {data?.map(it => (
              <option key={it.slug} value={it.slug}>
                {text(it.names)}
              </option>
            ))}
          </select>
        )}
      </FormField>
    );
  }
  return (
    <FormField label={t('sign_in.institution')} hint={t('sign_in.institution_hint')}>
      {control => (
        <input
          {...control}
          name="institution"
          required
          pattern="[A-Za-z0-9\-]+"
          autoCapitalize="none"
          autoComplete="organization"
          defaultValue={last}
        />
      )}
    </FormField>
  );
}

function known(listed: readonly { slug: string }[] | undefined, last: string | undefined): string | undefined {
  return listed?.find(it => it.slug === last)?.slug;
}
